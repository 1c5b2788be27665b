/**
 * Reflection prompts in `content/prompts/<framework>.yaml`: our own words, never the municipality's.
 */
import { z } from 'zod';

/** Characters that are read in ten seconds. */
export const LONGEST_PROMPT = 200;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id-form');
const question = z.string().trim().min(1).max(LONGEST_PROMPT);

/** The schema of a prompt file. */
export const promptsSchema = z.strictObject({
  framework: id,
  prompts: z.array(
    z.strictObject({
      /** Stable; unique within the file. */
      id,
      /** The local id of the statement it was written for; give this or `theme`. */
      statement: id.optional(),
      /** The theme it was written for as a whole. */
      theme: id.optional(),
      da: question,
      en: question,
    }),
  ),
  /** Statements of this edition that borrow a prompt of another: local statement id to full prompt id. */
  borrow: z.record(id, z.string()).default({}),
});

/** A prompt file as parsed. */
export type PromptFile = z.output<typeof promptsSchema>;

/** A reflection question written for one statement or one theme. */
export type Prompt = {
  /** `<framework>/<local id>`. */
  readonly id: string;
  readonly framework: string;
  /** Full ids of the statements it fits: the one it was written for, and those of other editions that borrow it. */
  readonly statements: readonly string[];
  readonly theme?: string;
  readonly da: string;
  readonly en: string;
};

/** Joins prompt files to one list in which borrowed prompts know every statement they serve. */
export function toPrompts(files: readonly PromptFile[]): Prompt[] {
  const borrowers = new Map<string, string[]>();
  for (const file of files) {
    for (const [statement, prompt] of Object.entries(file.borrow)) {
      borrowers.set(prompt, [...(borrowers.get(prompt) ?? []), `${file.framework}/${statement}`]);
    }
  }
  return files.flatMap((file) =>
    file.prompts.map((prompt) => {
      const id = `${file.framework}/${prompt.id}`;
      const own = prompt.statement ? [`${file.framework}/${prompt.statement}`] : [];
      const { da, en, theme } = prompt;
      return { id, framework: file.framework, statements: [...own, ...(borrowers.get(id) ?? [])], da, en, ...(theme && { theme }) };
    }),
  );
}
