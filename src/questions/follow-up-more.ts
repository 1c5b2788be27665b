/**
 * More of the last answer, or the same in another way: "et andet", "uddyb nr. 2", "på engelsk", "er det lavet om?".
 */
import { areEditions, editionsOf, type Library, roleOf, themeOf } from '../content/library.js';
import { partOf, placeOf } from './carry.js';
import { findComparison } from './comparing.js';
import type { Context, FollowUp } from './follow-up.js';
import { ordinalOf } from './follow-up-choice.js';
import type { PlainQuestion } from './question.js';
import { type Scene, saysMore } from './scene.js';

/** Reads a message as one that wants more of the last answer. */
export function findMore(scene: Scene, question: PlainQuestion, context: Context): FollowUp | undefined {
  return (
    findSideBySide(scene, question, context.earlier) ??
    findComparedThere(scene, question) ??
    findNext(scene, question) ??
    findLanguage(scene, question) ??
    findAnother(scene, question, context) ??
    findNumbered(scene, context) ??
    findText(scene, question) ??
    findEditions(scene, question)
  );
}

/** "stil dem op ved siden af hinanden", "hvad er forskellen så?": the last two questions. */
function findSideBySide(
  { reading, slots, themes, rest, vocabulary: { library } }: Scene,
  question: PlainQuestion,
  earlier: PlainQuestion | undefined,
): FollowUp | undefined {
  const bare = reading.has('compare') && !slots.named && themes.length === 0 && !saysMore({ rest });
  if (!(reading.has('side-by-side') || bare) || slots.roles.length > 0 || !earlier) return undefined;
  const [a, b] = [placeOf(earlier), placeOf(question)];
  const theme = b.theme ?? a.theme;
  if (!a.framework || !b.framework) return undefined;
  const [before, after] = [library.framework(a.framework), library.framework(b.framework)];
  const both = before && after && areEditions(library, before, after) ? inBothEditions(library, question) : undefined;
  if (both) return { question: both, because: 'the last two editions' };
  if (a.role && b.role && (a.framework !== b.framework || a.role !== b.role)) {
    const sides = [
      { framework: a.framework, role: a.role },
      { framework: b.framework, role: b.role },
    ];
    return {
      question: { intent: 'compare-roles', sides, ...(theme && a.framework === b.framework && { theme }) },
      because: 'the last two roles',
    };
  }
  if (a.framework === b.framework) return undefined;
  return {
    question: { intent: 'compare-frameworks', frameworks: [a.framework, b.framework], ...(theme && { theme }) },
    because: 'the last two frameworks',
  };
}

/** "chef og direktør på den", "forskellen på mig og funktionslederen der": roles compared on the last theme. */
function findComparedThere(scene: Scene, question: PlainQuestion): FollowUp | undefined {
  const { reading, themes, rest, vocabulary } = scene;
  const { theme } = placeOf(question);
  if (!theme || themes.length > 0 || saysMore({ rest }) || !reading.has('there', 'that')) return undefined;
  const compared = findComparison(scene)?.question;
  if (compared?.intent !== 'compare-roles') return undefined;
  const hasTheme = compared.sides.every(({ framework }) => {
    const found = vocabulary.library.framework(framework);
    return found && themeOf(found, theme);
  });
  return hasTheme ? { question: { ...compared, theme }, because: 'roles compared on the last theme' } : undefined;
}

/** "mere": the section or theme of the same role that comes next in the document, after the last one the first. */
function findNext({ reading, vocabulary: { library } }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (!reading.has('go-on') || (question.intent !== 'section' && question.intent !== 'competency')) return undefined;
  const framework = library.framework(question.framework);
  if (!framework) return undefined;
  const filled = framework.themes.filter(({ id }) =>
    framework.statements.some(({ role, theme }) => role === question.role && theme === id),
  );
  const next = filled[(filled.findIndex(({ id }) => id === question.theme) + 1) % filled.length];
  return next && { question: partOf(framework, question.role, next.id), because: 'what comes next' };
}

function findLanguage({ reading, rest }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (saysMore({ rest })) return undefined;
  if (reading.has('in-english')) return { question, language: 'en', because: 'the same in English' };
  if (reading.has('in-danish')) return { question, language: 'da', because: 'the same in Danish' };
  return undefined;
}

/** "et andet spørgsmål", "en til" after a reflection question; "stil mig et spørgsmål om det" after any answer. */
function findAnother(
  { reading, slots, rest, vocabulary: { library } }: Scene,
  question: PlainQuestion,
  { prompt, statements }: Context,
): FollowUp | undefined {
  const plain = slots.roles.length === 0 && slots.themes.every((theme) => !theme.label) && !saysMore({ rest });
  if (!(reading.has('another') || (reading.has('reflect') && reading.has('that'))) || !plain) return undefined;
  if (question.intent === 'reflect')
    return { question: { ...question, ...(prompt && { not: prompt }) }, because: 'another question to think about' };
  if (!reading.has('reflect')) return undefined;
  // What was said about a subject is in the statements, the best of them first.
  const best = question.intent === 'topic' ? library.statement(statements[0] ?? '') : undefined;
  const place = placeOf(best ? { intent: 'reflect', framework: best.framework, role: best.role, theme: best.theme } : question);
  return {
    question: { intent: 'reflect', ...place, ...(best && { statement: best.id }), ...(prompt && { not: prompt }) },
    because: 'a question about the same',
  };
}

/** "uddyb nr. 2": one of the statements shown. */
function findNumbered({ reading, vocabulary: { library } }: Scene, { statements }: Context): FollowUp | undefined {
  if (!reading.has('elaborate')) return undefined;
  const at = ordinalOf(reading, statements.length);
  const statement = library.statement((at === undefined ? undefined : statements[at]) ?? '');
  if (!statement) return undefined;
  const framework = library.framework(statement.framework);
  const { id, role, theme, subtheme } = statement;
  return {
    question:
      framework && theme && roleOf(framework, role)
        ? { ...partOf(framework, role, theme, subtheme), statement: id }
        : { intent: 'reflect', statement: id },
    because: 'one statement of those shown',
  };
}

/** "hvad står der egentlig i teksten om det?" after a question to think about: the wording it was made from. */
function findText({ reading, slots, rest, vocabulary: { library } }: Scene, question: PlainQuestion): FollowUp | undefined {
  const plain = slots.roles.length === 0 && slots.themes.length === 0 && !slots.named && !saysMore({ rest });
  const { framework = '', role, theme } = placeOf(question);
  const current = library.framework(framework);
  if (question.intent !== 'reflect' || !reading.has('topic') || !plain || !current || !role) return undefined;
  return {
    question: theme ? partOf(current, role, theme) : { intent: 'expectations', framework, role },
    because: 'the wording behind the question',
  };
}

/** "er det lavet om i den nyeste?": the last question, both editions side by side. */
function findEditions({ reading, slots, rest, vocabulary: { library } }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (!reading.has('change') || slots.roles.length > 0 || saysMore({ rest })) return undefined;
  const both = inBothEditions(library, question);
  return both && { question: both, because: 'the last question in both editions' };
}

function inBothEditions(library: Library, question: PlainQuestion): PlainQuestion | undefined {
  const { framework, role, theme } = placeOf(question);
  const current = library.framework(framework ?? '');
  const both = current && editionsOf(library, current);
  if (!both) return undefined;
  const { older, newer } = both;
  return {
    intent: 'compare-editions',
    older: older.id,
    newer: newer.id,
    ...(roleOf(newer, role) && { role }),
    ...(themeOf(newer, theme) && roleOf(newer, role) && { theme }),
  };
}
