/**
 * Where "uddyb", "mere" and "kort version" lead from what was shown: one step on in the document, or its headings.
 */
import { COMMON } from '../content/framework.js';
import { type Framework, hasCommon, type Library, type RoleRef, type Theme, themeOf } from '../content/library.js';
import type { PlainQuestion } from './question.js';
import { sharedOf } from './shared.js';
import { partOf, placeOf } from './transfer.js';

type At = { readonly library: Library; readonly framework: Framework | undefined; readonly own: RoleRef | undefined };
type Part = Extract<PlainQuestion, { intent: 'section' | 'competency' }>;
type Step<I> = (question: Extract<PlainQuestion, { intent: I }>, at: At) => PlainQuestion | undefined;

/** A theme before its subthemes alone, then the next one. */
const toNextPart = ({ role, theme, subtheme }: Part, { framework }: At): PlainQuestion | undefined => {
  if (!framework) return undefined;
  if (subtheme) return partOf(framework, role, theme);
  const next = themeAfter(themesOf(framework, role), theme);
  return next && { ...partOf(framework, role, next.id), after: theme };
};

/** What there is more of, by what was asked. */
const steps: { readonly [I in PlainQuestion['intent']]?: Step<I> } = {
  expectations: ({ role }, { framework }) => {
    // The first part stands open on the card of a role.
    const [first, second = first] = framework ? themesOf(framework, role) : [];
    return second && framework && partOf(framework, role, second.id);
  },
  section: toNextPart,
  competency: toNextPart,
  outline: ({ role }, { framework }) =>
    framework && (role ? { intent: 'expectations', framework: framework.id, role } : aboutOf(framework)),
  common: (_, { framework }) => framework && aboutOf(framework),
  about: (_, { framework }) => (framework && hasCommon(framework) ? sharedOf(framework) : undefined),
  definition: ({ theme }, { framework, own }) =>
    framework && (own?.framework === framework && theme ? partOf(framework, own.role.id, theme) : aboutOf(framework)),
  topic: ({ brief, ...whole }, { framework: home }) => {
    const { framework, statements, ...wide } = whole;
    if (brief) return whole;
    if (wide.text === '') return home && aboutOf(home);
    return framework || statements ? wide : { intent: 'reflect', text: wide.text };
  },
  reflect: ({ role, theme }, { framework }) => {
    if (!framework || !role) return framework && sharedOf(framework);
    return theme ? partOf(framework, role, theme) : { intent: 'expectations', framework: framework.id, role };
  },
  guide: ({ role }, { framework }) => (framework && role ? { intent: 'expectations', framework: framework.id, role } : undefined),
  'compare-roles': ({ topic, ...question }, { framework }) => {
    if (topic) return question;
    const next = framework && themeAfter(framework.themes, question.theme);
    return next && { ...question, theme: next.id };
  },
  'compare-frameworks': ({ topic, ...question }, { library }) => {
    if (topic) return question;
    const sides = question.frameworks.flatMap((id) => library.framework(id) ?? []);
    const shared = (sides[0]?.themes ?? []).filter(({ id }) => sides.every((side) => themeOf(side, id)));
    const next = themeAfter(shared, question.theme);
    return next && { ...question, theme: next.id };
  },
  // What changed for one role stands on one card; what changed in all of it on several.
  'compare-editions': ({ role, theme, page = 0, ...whole }) => (role || theme ? whole : { ...whole, page: page + 1 }),
};

/** One step on from a question; undefined where it has no more. `own` is the asker's role. */
export function deeper(library: Library, question: PlainQuestion, own?: RoleRef): PlainQuestion | undefined {
  const step = steps[question.intent] as Step<PlainQuestion['intent']> | undefined;
  return step?.(question, { library, framework: library.framework(placeOf(question).framework ?? ''), own });
}

/** The short of what was asked: adopted wording is not shortened, so it is what a role or a document is about. */
export function outlineOf(question: PlainQuestion): PlainQuestion | undefined {
  if (question.intent === 'topic') return { ...question, brief: true };
  const { framework, role } = placeOf(question);
  return framework ? { intent: 'outline', framework, ...(role && { role }) } : undefined;
}

const aboutOf = ({ id }: Framework): PlainQuestion => ({ intent: 'about', framework: id });

/** The themes that say something to a role, in the document's order. */
function themesOf({ themes, statements }: Framework, role: string): Theme[] {
  return themes.filter(({ id }) => role !== COMMON && statements.some((statement) => statement.role === role && statement.theme === id));
}

/** The next one, after the last the first; the first where none was shown. */
function themeAfter(themes: readonly Theme[], shown: string | undefined): Theme | undefined {
  return themes[(themes.findIndex(({ id }) => id === shown) + 1) % themes.length];
}
