/**
 * What a good question to think about is: short, one, open, like no other, and in other words than its statement.
 */
import type { Found } from './found.js';
import type { Language } from './language.js';
import type { Prompt } from './prompts.js';

/** What can be said of a prompt's words. */
export type PromptRemark = Extract<Found, { id: 'no-question' | 'closed' | 'not-open' }>;

/** Two prompts that share this part of their content words or more are one prompt with its words swapped. */
export const TOO_ALIKE = 0.5;
/** A run of so many words of the statement is the statement with a question mark. */
const RUN = 6;

const closed = {
  da: 'har havde er var kan kunne vil ville skal skulle må måtte bør burde gør gjorde tør turde får fik bliver blev findes synes tænker'.split(
    ' ',
  ),
  en: 'have has had is are was were can could will would shall should may might must do does did am'.split(' '),
};
const open = {
  da: /(?<!\p{L})hv(ad|ordan|ornår|em|ilke[nt]?|or|is|orfor)(?!\p{L})/iu,
  en: /\b(what|how|when|who|whom|which|where|whose|why)\b/i,
};

/** Words that say little about what a prompt is about. */
const little = new Set(
  `og i at en et den det de der som på for med til af fra om over under ved ud op ind ned hen uden mellem efter før inden gennem omkring mod
  du dig din dit dine jer jeres i vi os jeg han hun man sig sin sit sine deres dem hinanden nogen noget nogle ingen alle alt hver hvert andre anden andet
  hvad hvordan hvornår hvem hvilken hvilket hvilke hvor hvis når så da men eller ikke kun også selv lige helt mere mest meget lidt to tre første seneste næste
  er var være været har havde have vil ville kan kunne skal skulle må måtte gør gøre gjorde gjort får fik få bliver blev blive ser se så set siger sige sagde
  the a an and of in on to for with from by at as that this these those it its your you yours they them their who what which how when where whose if so but or not
  is are was were be been have has had do does did will would can could should may might about into out up over one two last next more most than then there
  someone somebody anyone people without through each other no yourself we us our i me my he she his her`.split(/\s+/),
);

/** The words of a text, small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What is wrong with the words of one prompt in one language. */
export function findPromptRemarks(text: string, tongue: Language): PromptRemark[] {
  const last = text.split(/(?<=[.?!])\s+/).at(-1) ?? '';
  const isQuestion = text.indexOf('?') === text.length - 1 && text.endsWith('?');
  if (!isQuestion) return [{ id: 'no-question', facts: { stands: text } }];
  const closedOne = text
    .split(/(?<=[.?!:])\s+/)
    .find((sentence) => sentence.endsWith('?') && closed[tongue].includes(wordsOf(sentence)[0] ?? ''));
  if (closedOne !== undefined) return [{ id: 'closed', facts: { stands: closedOne } }];
  return open[tongue].test(last) ? [] : [{ id: 'not-open', facts: { stands: text } }];
}

/** A run of words that a prompt repeats from a statement, or undefined. */
export function findRepeatedRun(prompt: string, statement: string): string | undefined {
  const theirs = ` ${wordsOf(statement).join(' ')} `;
  const ours = wordsOf(prompt);
  return ours
    .slice(RUN - 1)
    .map((_, at) => ours.slice(at, at + RUN).join(' '))
    .find((run) => theirs.includes(` ${run} `));
}

/** Two prompts and how alike they are: shared content words over all of them (Jaccard). */
export type Pair<P extends Asked = Prompt> = { readonly likeness: number; readonly a: P; readonly b: P };

/** What is asked, in both languages. */
type Asked = Pick<Prompt, 'da' | 'en'>;

/** The pairs of prompts most alike in one language, most alike first. */
export function alikePairs<P extends Asked>(prompts: readonly P[], tongue: Language, count: number): Pair<P>[] {
  const bags = prompts.map((prompt) => new Set(wordsOf(prompt[tongue]).filter((word) => !little.has(word))));
  const pairs = prompts.flatMap((a, at) =>
    prompts
      .slice(at + 1)
      .map((b, other): Pair<P> => ({ likeness: jaccard(bags[at] as Set<string>, bags[at + 1 + other] as Set<string>), a, b })),
  );
  return pairs.sort((one, other) => other.likeness - one.likeness).slice(0, count);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared || 1);
}
