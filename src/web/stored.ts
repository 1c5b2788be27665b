/**
 * What the service remembers of people. The privacy page is written from these lists, so that it is true when they are.
 *
 * Whoever stores something new adds it here and says in each language what it is and why; a test compares the lists
 * with the tables of the database.
 */
import type { Surface } from '../cards/desk.js';

/**
 * Where the running service remembers things, and after how many days everything about a person is deleted: `retentionDays` after
 * they left, `inactiveDays` after they were last seen. `notesIn`: where people read their notes, in the chat unless told. `reader`:
 * whether the municipality's language model may be asked what a message means, not unless told.
 */
export type Keeping = { readonly reader?: boolean } & (
  | { readonly in: 'memory' }
  | ({ readonly in: 'database'; readonly notesIn?: Surface } & KeepingDays)
);

/** See {@link Keeping}. */
export type KeepingDays = { readonly retentionDays: number; readonly inactiveDays: number };

/** One kind of thing that is remembered; each language has a text for each. */
export type StoredId =
  | 'question'
  | 'messages'
  | 'greeting'
  | 'person'
  | 'profile'
  | 'notes'
  | 'appointments'
  | 'seen'
  | 'plan'
  | 'focus'
  | 'planMaker'
  | 'address'
  | 'deliveries'
  | 'talks'
  | 'shares'
  | 'roundAnswers'
  | 'tallies'
  | 'ratedAnswers'
  | 'letters';

/** When something ends: after so long (what is `nobodys` also where people delete their data), when the service restarts, when the person says so, or when the person has left or is silent. */
export type End = { readonly minutes: number } | { readonly days: number; readonly nobodys?: true } | 'restart' | 'told' | 'left';

/** How one kind of thing is kept. */
export type Stored = {
  readonly id: StoredId;
  readonly ends: End;
  /** The table it stands in; undefined in memory. */
  readonly table?: string;
  /** Encrypted, so that the database file alone does not show it. */
  readonly sealed?: boolean;
};

const inMemory: readonly Stored[] = [
  { id: 'question', ends: { minutes: 10 } },
  { id: 'messages', ends: { minutes: 10 } },
  { id: 'greeting', ends: 'restart' },
];

const inDatabase: readonly Stored[] = [
  { id: 'profile', table: 'profiles', ends: 'told' },
  { id: 'notes', table: 'reflections', sealed: true, ends: 'told' },
  { id: 'appointments', table: 'appointments', sealed: true, ends: 'told' },
  { id: 'seen', table: 'seen_prompts', ends: 'told' },
  { id: 'plan', table: 'nudge_plans', ends: 'told' },
  { id: 'focus', table: 'focuses', ends: { days: 90 } },
  { id: 'deliveries', table: 'deliveries', ends: { days: 90 } },
  { id: 'shares', table: 'sharers', ends: { days: 90 } },
  { id: 'roundAnswers', table: 'round_answers', ends: { days: 90 } },
  { id: 'talks', table: 'talks', ends: { days: 90 } },
  { id: 'planMaker', table: 'plan_makers', ends: 'left' },
  { id: 'address', table: 'addresses', ends: 'left' },
  { id: 'question', table: 'contexts', sealed: true, ends: { minutes: 10 } },
  { id: 'messages', table: 'activities', ends: { minutes: 10 } },
  { id: 'person', table: 'people', ends: 'left' },
  { id: 'greeting', table: 'installations', ends: 'left' },
  { id: 'letters', table: 'letters', sealed: true, ends: { days: 90, nobodys: true } },
  { id: 'ratedAnswers', table: 'rated_answers', ends: { days: 7, nobodys: true } },
  { id: 'tallies', table: 'tallies', ends: { days: 400, nobodys: true } },
];

/** Everything that is remembered, what a person cares for most first. */
export function listStored(keeping: Keeping): readonly Stored[] {
  return keeping.in === 'memory' ? inMemory : inDatabase;
}
