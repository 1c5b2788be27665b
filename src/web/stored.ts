/**
 * What the service remembers of people. The privacy page is written from these lists, so that it is true when they are.
 *
 * Whoever stores something new adds it here; a test compares the lists with the tables of the database.
 */

/** Where the running service remembers things. `retentionDays`: how long after a person left everything is deleted. */
export type Keeping = { readonly in: 'memory' } | { readonly in: 'database'; readonly retentionDays: number };

/** One kind of thing that is remembered; each language has a text for each. */
export type StoredId = 'question' | 'messages' | 'greeting' | 'person' | 'profile' | 'notes' | 'seen';

/** How one kind of thing is kept. */
export type Stored = {
  readonly id: StoredId;
  /** When it ends: after so many minutes, when the service restarts, when the person says so, or when the person has left. */
  readonly ends: number | 'restart' | 'told' | 'left';
  /** The table it stands in; undefined in memory. */
  readonly table?: string;
  /** Encrypted, so that the database file alone does not show it. */
  readonly sealed?: boolean;
};

const inMemory: readonly Stored[] = [
  { id: 'question', ends: 10 },
  { id: 'messages', ends: 10 },
  { id: 'greeting', ends: 'restart' },
];

const inDatabase: readonly Stored[] = [
  { id: 'profile', table: 'profiles', ends: 'told' },
  { id: 'notes', table: 'reflections', sealed: true, ends: 'told' },
  { id: 'seen', table: 'seen_prompts', ends: 'told' },
  { id: 'question', table: 'contexts', sealed: true, ends: 10 },
  { id: 'messages', table: 'activities', ends: 10 },
  { id: 'person', table: 'people', ends: 'left' },
  { id: 'greeting', table: 'installations', ends: 'left' },
];

/** Everything that is remembered, what a person cares for most first. */
export function listStored(keeping: Keeping): readonly Stored[] {
  return keeping.in === 'memory' ? inMemory : inDatabase;
}
