/**
 * The tables as they are after all of `migrations.ts`. Times are UTC text (`Date.toISOString()`), which sorts as time
 * does; yes and no are 1 and 0; nothing is stored as bytes. So every value reads back the same from either database.
 */
import type { Kysely } from 'kysely';

type OfPerson = { readonly tenant: string; readonly entra_id: string };

/** `entra_id` is set for people, `conversation` for shared conversations; see `recipients.ts`. */
type OfRecipient = { readonly tenant: string; readonly recipient: string; readonly entra_id: string | null; conversation: string | null };

/**
 * Every table and its columns. A new one must also be declared in `personal-data.ts`, and described in `papers/strings/tables.ts` with
 * each of its columns; the compiler asks for both.
 */
export type Tables = {
  /**
   * What there is of a person: the clock of retention. `notice_at` is when a silent person's last days began, `told_at` when they were told.
   * `active_at`: when they last wrote or pressed something, exact to an hour; an instance of the version before leaves it null.
   */
  people: OfPerson & {
    last_seen: string;
    active_at: string | null;
    unreachable_since: string | null;
    removed_at: string | null;
    notice_at: string | null;
    told_at: string | null;
  };
  profiles: OfPerson & {
    framework: string | null;
    role: string | null;
    language: string | null;
    time_zone: string | null;
    updated_at: string;
  };
  /** `question` is sealed; see `contexts.ts`. */
  contexts: OfPerson & { conversation: string; question: string | null; misses: number; expires_at: string };
  /** `note` is sealed; see `reflections.ts`. */
  reflections: OfPerson & {
    id: string;
    prompt: string;
    framework: string;
    theme: string | null;
    note: string;
    created_at: string;
    updated_at: string;
  };
  /** `words` is sealed; see `appointments.ts`. `next_at` is the next time to look at, null when there is none. */
  appointments: OfPerson & {
    id: string;
    kind: string;
    state: string;
    words: string | null;
    date: string;
    time: string;
    zone: string;
    weekday: string | null;
    language: string;
    rounds: number;
    next_at: string | null;
    delivery: string | null;
    made_at: string;
    updated_at: string;
  };
  seen_prompts: OfPerson & { prompt: string; shown_at: string };
  /** What a person works with for some weeks; `last_day` is a local date. */
  focuses: OfPerson & { framework: string; theme: string | null; statement: string | null; last_day: string; made_at: string };
  /** `entra_id` is set for personal conversations only. */
  installations: { tenant: string; conversation: string; entra_id: string | null; welcomed_at: string };
  /** `days` and `pauses` as `nudge-plans.ts` writes them; `next_at` is the next time to look at, pauses and closed days not counted. */
  nudge_plans: OfRecipient & {
    is_on: number;
    days: string;
    time: string;
    is_exact: number;
    zone: string;
    language: string;
    pauses: string;
    framework: string | null;
    theme: string | null;
    stopped: string | null;
    asked_zone: string | null;
    seen: string;
    next_at: string | null;
    made_at: string;
  };
  /** Who made a shared conversation's plan. A table of its own: the plan stays when the person is forgotten. */
  plan_makers: OfPerson & { conversation: string; name: string | null; made_at: string | null };
  /** Where to reach a recipient; `conversation` is always set. `left_at` is when the bot was taken out of a shared conversation. */
  addresses: OfRecipient & {
    service_url: string;
    bot_id: string | null;
    user_id: string | null;
    updated_at: string;
    left_at: string | null;
  };
  /** One nudge each: see `outbox.ts`. */
  deliveries: OfRecipient & {
    id: string;
    local_date: string;
    slot: string;
    due_at: string;
    state: string;
    reason: string | null;
    not_before: string;
    lease_until: string | null;
    token: string | null;
    attempts: number;
    tried_at: string | null;
    prompt: string | null;
  };
  /** Shared conversations where a person talked to the bot. */
  talks: OfPerson & { conversation: string; kind: string; name: string | null; talked_at: string };
  /**
   * What was shared where; `subject` is JSON, `activity` the id of the message once it is known. `is_stale` while the card in
   * Teams may show more than is stored.
   */
  shares: {
    tenant: string;
    share: string;
    conversation: string;
    subject: string;
    activity: string | null;
    is_round: number;
    closed_at: string | null;
    shared_at: string;
    is_stale: number;
  };
  /** Who shared it, in a table of its own: the card stays when the person is forgotten. */
  sharers: OfPerson & { share: string; name: string; line: string | null };
  /** What people answered on a shared card, one answer each. */
  round_answers: OfPerson & { share: string; name: string; answer: string; answered_at: string };
  /** When the next message to a tenant may leave, and since and until when it asked for quiet. */
  budgets: { tenant: string; free_at: string; quiet_since: string | null; quiet_until: string | null };
  /** `digest` stands for tenant, conversation and activity; nothing can be read from it. */
  activities: { digest: string; expires_at: string };
  /**
   * What an answer was about that can be liked, and which thumbs were pressed under it; `digest` as in `activities`. Not by whom. See
   * `rated-answers.ts`.
   */
  rated_answers: {
    digest: string;
    kind: string;
    framework: string;
    theme: string;
    liked: number;
    disliked: number;
    expires_at: string;
  };
  /** What people sent to an editor; `words` is sealed, with the name where they signed. Nobody's id: see `letters.ts`. */
  letters: {
    tenant: string;
    id: string;
    framework: string;
    reason: string;
    words: string;
    sent_at: string;
    done_at: string | null;
    reminded_at: string | null;
  };
  /** When all that a caller took of their minute will have filled up, in milliseconds; of whom it is nothing can be read. See `paces.ts`. */
  paces: { caller: string; full_at: number };
  /** What is counted in a week: its Monday's date, in UTC; '' where a row has no framework or theme. See `tallies.ts`. */
  tallies: { tenant: string; week: string; measure: string; kind: string; framework: string; theme: string; count: number };
  /** A sealed text for each key, by which a start tells whether it was given the right one; see `seals.ts`. */
  seals: { key_id: string; canary: string | null };
  /** What an operator turned off for a tenant, or ('') for all; `until` is a local date. See `switches.ts`. */
  switches: { tenant: string; what: string; since: string; until: string | null };
  /** Who alone is answered, of a tenant or ('') of all: nothing can be read from a digest. See `switches.ts`. */
  pilots: { tenant: string; digest: string };
  /** What is true of the whole database; see `marks.ts`. */
  marks: { name: string; value: string };
};

/** The query builder that ports work with. */
export type Db = Kysely<Tables>;
