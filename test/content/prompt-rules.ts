/**
 * What a reflection prompt must be (issue 5): each rule says what is wrong, in words; empty when nothing is.
 */
import { COMMON, type Level } from '../../src/content/framework.js';
import { allStatements, type Framework, type Library, roleOf, type Statement } from '../../src/content/library.js';
import type { Prompt } from '../../src/content/prompts.js';

export type Tongue = 'da' | 'en';

/** Characters that are read in ten seconds. */
const LONGEST = 200;
/** Two prompts that share this part of their content words or more are one prompt with its words swapped. */
export const TOO_ALIKE = 0.5;
/** A run of so many words of the statement is the statement with a question mark. */
const RUN = 6;
/** Documents whose themes have a subject of their own; Aarhus' sections are the same headings for every role. */
const THEMED = ['holstebro-sos-2021', 'socialafdelingen', 'sammen'];

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
export function wordingFaults(text: string, tongue: Tongue): string[] {
  const last = text.split(/(?<=[.?!])\s+/).at(-1) ?? '';
  const openings = text.split(/(?<=[.?!:])\s+/);
  return [
    ...(text.length > LONGEST ? [`is ${text.length} characters long`] : []),
    ...(text.indexOf('?') === text.length - 1 && text.endsWith('?') ? [] : ['does not end with its only question mark']),
    ...openings
      .filter((sentence) => sentence.endsWith('?') && closed[tongue].includes(wordsOf(sentence)[0] ?? ''))
      .map((sentence) => `can be answered yes or no: "${sentence}"`),
    ...(open[tongue].test(last) ? [] : ['asks with no open word']),
  ];
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
export type Pair = { readonly likeness: number; readonly a: Prompt; readonly b: Prompt };

/** The pairs of prompts most alike in one language, most alike first. */
export function alikePairs(prompts: readonly Prompt[], tongue: Tongue, count: number): Pair[] {
  const bags = prompts.map((prompt) => new Set(wordsOf(prompt[tongue]).filter((word) => !little.has(word))));
  const pairs = prompts.flatMap((a, at) =>
    prompts
      .slice(at + 1)
      .map((b, other): Pair => ({ likeness: jaccard(bags[at] as Set<string>, bags[at + 1 + other] as Set<string>), a, b })),
  );
  return pairs.sort((one, other) => other.likeness - one.likeness).slice(0, count);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared || 1);
}

/** Statements and themes that have too few prompts. */
export function coverageFaults(library: Library): string[] {
  return library.frameworks.flatMap((framework) => [
    ...allStatements(framework).flatMap((statement) => {
      const wanted = statement.role === COMMON ? 2 : 1;
      const found = library.promptsFor(statement.id).length;
      return found < wanted ? [`${statement.id} has ${found} of ${wanted}`] : [];
    }),
    ...(THEMED.includes(framework.id) ? framework.themes : []).flatMap(({ id }) => {
      const found = library.promptsForTheme(framework.id, id).length;
      return found < 2 ? [`${framework.id}, theme ${id} has ${found} of 2`] : [];
    }),
  ]);
}

/** Ids that are used by more than one prompt. */
export function doubleIds(prompts: readonly Prompt[]): string[] {
  const ids = prompts.map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** For whom a prompt of a framework was written: a level, all leaders, or a theme. */
export function audienceOf(framework: Framework, prompt: Prompt, statements: readonly Statement[]): Level | 'common' | 'theme' {
  const own = statements.find(({ id, framework: home }) => home === framework.id && prompt.statements.includes(id));
  if (!own) return 'theme';
  return own.role === COMMON ? 'common' : (roleOf(framework, own.role)?.level as Level);
}
