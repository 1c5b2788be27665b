/**
 * What the buttons of personal cards do. Whose notes and settings they touch is never in here: that is for the activity to say.
 */
import { z } from 'zod';

const id = z.string().min(1).max(80);
const fullId = z.string().min(1).max(200);

const acts = [
  z.strictObject({ act: z.literal('save-note'), prompt: fullId, statement: fullId.optional() }),
  z.strictObject({ act: z.literal('undo-note'), note: id, prompt: fullId, statement: fullId.optional() }),
  /** `search` is what was looked for before; a search field on the card wins. */
  z.strictObject({
    act: z.literal('list-notes'),
    page: z.int().min(0).max(10_000).optional(),
    search: z.string().max(200).optional(),
    theme: id.optional(),
  }),
  z.strictObject({ act: z.literal('open-note'), note: id, mode: z.enum(['read', 'edit', 'delete']) }),
  z.strictObject({ act: z.literal('edit-note'), note: id }),
  z.strictObject({ act: z.literal('delete-note'), note: id }),
  /** `pick-framework` without a chosen one is asked again; `other-framework` goes back to the first step. */
  z.strictObject({ act: z.enum(['pick-framework', 'other-framework']) }),
  z.strictObject({ act: z.literal('pick-role'), framework: id }),
  z.strictObject({ act: z.literal('pick-language') }),
  /** Nothing is deleted after all. */
  z.strictObject({ act: z.literal('keep-data') }),
] as const;

/** The schema of what a button does; a key too many is a fault. */
export const actSchema = z.discriminatedUnion('act', acts);

/** One thing that a button of a personal card does. */
export type Act = z.output<typeof actSchema>;

/** The ids of the fields on personal cards: what a person typed or chose there comes back under these names. */
export const fields = { note: 'note', search: 'search', framework: 'framework', role: 'role', speech: 'speech' } as const;

/** The longest search that is looked for. */
export const maxSearch = 200;

const typed = z.string().max(100_000).optional().catch(undefined);

/** The data of a pressed button with the fields of its card; untrusted. */
export const pressedSchema = z.object({
  do: z.literal('act'),
  act: actSchema,
  language: z.enum(['da', 'en']).catch('da'),
  note: typed,
  search: typed,
  framework: typed,
  role: typed,
  speech: z.enum(['da', 'en', 'auto']).optional().catch(undefined),
});

/** A pressed button. */
export type Pressed = z.output<typeof pressedSchema>;
