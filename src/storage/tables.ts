/**
 * The tables as they are after all of `migrations.ts`. Times are UTC text (`Date.toISOString()`), which sorts as time
 * does; yes and no are 1 and 0; nothing is stored as bytes. So every value reads back the same from either database.
 */
import type { Kysely } from 'kysely';

type OfPerson = { readonly tenant: string; readonly entra_id: string };

/** Every table and its columns. A new one must also be declared in `personal-data.ts`; the compiler asks for it. */
export type Tables = {
  /** What there is of a person: the clock of retention. */
  people: OfPerson & { last_seen: string; unreachable_since: string | null; removed_at: string | null };
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
  seen_prompts: OfPerson & { prompt: string; shown_at: string };
  /** `entra_id` is set for personal conversations only. */
  installations: { tenant: string; conversation: string; entra_id: string | null; welcomed_at: string };
  /** `digest` stands for tenant, conversation and activity; nothing can be read from it. */
  activities: { digest: string; expires_at: string };
};

/** The query builder that ports work with. */
export type Db = Kysely<Tables>;
