/**
 * What of a question and its answer is counted: for whoever owns a document, what people look for in it, and what of that
 * it does not speak of. A count holds ids of the content and names of ours; no word that anybody wrote comes into it.
 */
import { type Framework, type Library, type Statement, themeOf } from '../content/library.js';
import type { Question, Refusal } from '../understanding/question.js';
import { type Answer, type AnswerOf, kindOf } from './kinds.js';

/** What people look for in the documents. Parts of a role are one kind, whether a document calls them sections or themes. */
export const documentKinds = [
  'expectations',
  'part',
  'definition',
  'common',
  'topic',
  'reflect',
  'guide',
  'compare-roles',
  'compare-frameworks',
  'compare-editions',
  'outline',
  'about',
] as const;

/**
 * What people do for themselves. That it is used is counted, and nothing else: neither with which theme nor in which document, since
 * what somebody works with, writes down or agrees with themself is theirs.
 */
export const ownKinds = ['role', 'plan', 'focus', 'notes', 'agreements', 'share'] as const;

/** Why there is no answer. `not-named`: a document was looked in and does not speak of it; `unknown`: none of them does. */
export const refusedKinds = ['not-named', 'unknown', 'unclear', 'terms', 'people', 'boss', 'writing', 'language', 'links'] as const;

/** A kind of question that is counted. */
export type AskedKind = (typeof documentKinds)[number] | (typeof ownKinds)[number];

/** A reason that is counted. */
export type RefusedKind = (typeof refusedKinds)[number];

/** One question as it is counted. Framework and theme are ids of the content; no theme where several were shown. */
export type Counted = { readonly framework?: string; readonly theme?: string } & (
  | { readonly measure: 'asked'; readonly kind: AskedKind }
  | { readonly measure: 'refused'; readonly kind: RefusedKind }
);

type OwnKind = (typeof ownKinds)[number];
type DocumentKind = (typeof documentKinds)[number];

/** Of each question what it is counted as; undefined where it is not. A new intent does not compile without a decision. */
const askedAs: Readonly<Record<Question['intent'], AskedKind | undefined>> = {
  expectations: 'expectations',
  section: 'part',
  competency: 'part',
  definition: 'definition',
  common: 'common',
  topic: 'topic',
  reflect: 'reflect',
  guide: 'guide',
  'compare-roles': 'compare-roles',
  'compare-frameworks': 'compare-frameworks',
  'compare-editions': 'compare-editions',
  outline: 'outline',
  about: 'about',
  'set-role': 'role',
  'nudge-on': 'plan',
  'nudge-time': 'plan',
  'nudge-off': 'plan',
  'nudge-pause': 'plan',
  focus: 'focus',
  reflections: 'notes',
  remind: 'agreements',
  agree: 'agreements',
  agreements: 'agreements',
  'look-back': 'agreements',
  share: 'share',
  // Whoever looks after what is known of them, or wants it gone, is one person, and does so once.
  profile: undefined,
  'export-data': undefined,
  'to-editor': undefined,
  'delete-data': undefined,
  privacy: undefined,
  // Talk, and ways around: they ask nothing of a document.
  help: undefined,
  service: undefined,
  smalltalk: undefined,
  // The choice that follows is counted.
  ambiguous: undefined,
  // Counted as a refusal, where it is one.
  'out-of-scope': undefined,
};

/**
 * Of each reason whether it is counted. Never distress. Who is rude or plays with the bot tells of themself, and an hour that there is
 * not of nothing.
 */
const refusedAs: Readonly<Record<Refusal, RefusedKind | undefined>> = {
  unknown: 'unknown',
  unclear: 'unclear',
  terms: 'terms',
  people: 'people',
  boss: 'boss',
  writing: 'writing',
  language: 'language',
  links: 'links',
  rude: undefined,
  injection: undefined,
  distress: undefined,
  time: undefined,
};

/** `shown`: the question got what it asked for. `never`: nothing is counted, since there was no question or no answer to it. */
type Outcome = 'shown' | 'never' | Extract<Counted, { measure: 'refused' }>;

/** Of each kind of answer what it means for the question. A new kind does not compile without a decision. */
const outcomes: { readonly [K in Answer['kind']]: Outcome | ((answer: AnswerOf<K>) => Outcome) } = {
  expectations: 'shown',
  'part-of-role': 'shown',
  outline: 'shown',
  definition: 'shown',
  common: 'shown',
  about: 'shown',
  frameworks: 'shown',
  topic: outcomeOfTopic,
  reflect: 'shown',
  prompts: 'shown',
  'compare-roles': 'shown',
  'compare-frameworks': 'shown',
  'compare-topic': 'shown',
  'compare-editions': 'shown',
  guide: 'shown',
  statement: 'shown',
  refusal: ({ reason }) => {
    const kind = refusedAs[reason];
    return kind ? { measure: 'refused', kind } : 'never';
  },
  'role-form': 'shown',
  'role-set': 'shown',
  'role-forgotten': 'shown',
  'note-saved': 'shown',
  note: 'shown',
  'note-away': 'shown',
  notes: 'shown',
  'no-notes': 'shown',
  'note-themes': 'shown',
  'share-form': 'shown',
  'share-done': 'shown',
  'share-away': 'shown',
  plan: 'shown',
  'plan-none': 'shown',
  'plan-unclear': 'shown',
  'plan-offer': 'shown',
  'plan-form': 'shown',
  'plan-zone': 'shown',
  'appointment-set': 'shown',
  'appointment-unclear': 'shown',
  'appointment-form': 'shown',
  appointment: 'shown',
  'appointment-answered': 'shown',
  'appointment-away': 'shown',
  appointments: 'shown',
  'look-back': 'shown',
  'look-back-set': 'shown',
  focus: 'shown',
  'focus-none': 'shown',
  'focus-length': 'shown',
  'focus-form': 'shown',
  'in-dialog': 'shown',
  // Somebody who is not well is nobody's number.
  care: 'never',
  privacy: 'never',
  profile: 'never',
  export: 'never',
  'delete-data': 'never',
  // Talk, ways around, and what went wrong.
  help: 'never',
  service: 'never',
  smalltalk: 'never',
  choice: 'never',
  attachment: 'never',
  gone: 'never',
  sorry: 'never',
  'not-here': 'never',
  pilot: 'never',
  // What is thought of an answer is counted by itself, and who writes to an editor is nobody's number.
  rated: 'never',
  'letter-form': 'never',
  'letter-sent': 'never',
  letters: 'never',
  // Nobody asked: these come by themselves, stand in a dialog of others' messages, or were shared.
  welcome: 'never',
  farewell: 'never',
  nudge: 'never',
  'appointment-due': 'never',
  'look-back-due': 'never',
  'letters-due': 'never',
  'focus-closing': 'never',
  fit: 'never',
  shared: 'never',
  'prompt-form': 'never',
};

/**
 * As what a question counts with what was answered; undefined where it does not. One question counts once, by its first answer:
 * asked, or refused. A button that asks counts as the question it asks.
 */
export function countedAs(library: Library, question: Question, answers: readonly Answer[]): Counted | undefined {
  const [answer] = answers;
  if (!answer) return undefined;
  const decided = outcomes[answer.kind] as Outcome | ((answer: Answer) => Outcome);
  const outcome = typeof decided === 'function' ? decided(answer) : decided;
  if (outcome === 'never') return undefined;
  if (outcome !== 'shown') return outcome;
  const kind = askedAs[question.intent];
  if (!kind) return undefined;
  return { measure: 'asked', kind, ...(isDocumentKind(kind) && placeOf(library, question, answer)) };
}

function isDocumentKind(kind: DocumentKind | OwnKind): kind is DocumentKind {
  return (documentKinds as readonly string[]).includes(kind);
}

/** That a document does not name something is what its owner wants to know most; where none was looked in, it is in none. */
function outcomeOfTopic({ how, silent }: AnswerOf<'topic'>): Outcome {
  if (how === 'stands' || how === 'chosen') return 'shown';
  return silent ? { measure: 'refused', kind: 'not-named', framework: silent.id } : { measure: 'refused', kind: 'unknown' };
}

/** What an answer is about: one framework and one theme, or none. What a button carries is looked up, since anybody may have written it. */
function placeOf(library: Library, question: Question, answer: Answer): Pick<Counted, 'framework' | 'theme'> {
  const shown = shownBy(library, question, answer);
  const { framework } = shown;
  if (!framework) return {};
  const named = 'theme' in question ? question.theme : undefined;
  const themes = [...new Set(shown.statements.map(({ theme }) => theme))];
  const theme = themeOf(framework, shown.theme ?? named ?? (themes.length === 1 ? themes[0] : undefined));
  return { framework: framework.id, ...(theme && { theme: theme.id }) };
}

type Shown = { readonly framework: Framework | undefined; readonly theme: string | undefined; readonly statements: readonly Statement[] };

/** Of a topic what its first document says, which is the asker's own where that speaks of it. Of several documents side by side none. */
function shownBy(library: Library, question: Question, answer: Answer): Shown {
  if (answer.kind === 'topic') {
    const [first] = answer.groups;
    return { framework: first?.framework, theme: undefined, statements: first?.hits.map(({ statement }) => statement) ?? [] };
  }
  const facts = kindOf(answer).facts?.(answer, { library, question });
  const named = 'framework' in question && question.framework ? library.framework(question.framework) : undefined;
  const frameworks = new Set(facts?.frameworks ?? (named ? [named] : []));
  const [framework] = frameworks.size === 1 ? frameworks : [];
  return { framework, theme: facts?.theme?.id, statements: facts?.statements ?? [] };
}
