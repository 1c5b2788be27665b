/**
 * More of the last answer, or the same in another way: "et andet", "uddyb nr. 2", "på engelsk", "er det lavet om?".
 */
import { editionsOf, roleOf, themeOf } from '../content/library.js';
import { partOf, placeOf } from './carry.js';
import type { Context, FollowUp } from './follow-up.js';
import { ordinalOf } from './follow-up-choice.js';
import type { PlainQuestion } from './question.js';
import { type Scene, saysMore } from './scene.js';

/** Reads a message as one that wants more of the last answer. */
export function findMore(scene: Scene, question: PlainQuestion, context: Context): FollowUp | undefined {
  return (
    findSideBySide(scene, question, context.earlier) ??
    findLanguage(scene, question) ??
    findAnother(scene, question, context.prompt) ??
    findNumbered(scene, context) ??
    findText(scene, question) ??
    findEditions(scene, question)
  );
}

/** "stil dem op ved siden af hinanden", "hvad er forskellen så?": the last two questions. */
function findSideBySide(
  { reading, slots, themes, rest }: Scene,
  question: PlainQuestion,
  earlier: PlainQuestion | undefined,
): FollowUp | undefined {
  const bare = reading.has('compare') && !slots.named && themes.length === 0 && !saysMore({ rest });
  if (!(reading.has('side-by-side') || bare) || slots.roles.length > 0 || !earlier) return undefined;
  const [a, b] = [placeOf(earlier), placeOf(question)];
  const theme = b.theme ?? a.theme;
  if (!a.framework || !b.framework) return undefined;
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

function findLanguage({ reading, rest }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (saysMore({ rest })) return undefined;
  if (reading.has('in-english')) return { question, language: 'en', because: 'the same in English' };
  if (reading.has('in-danish')) return { question, language: 'da', because: 'the same in Danish' };
  return undefined;
}

/** "et andet spørgsmål", "en til" after a reflection question; "stil mig et spørgsmål om det" after any answer. */
function findAnother({ reading, slots, rest }: Scene, question: PlainQuestion, prompt: string | undefined): FollowUp | undefined {
  const plain = slots.roles.length === 0 && slots.themes.every((theme) => !theme.label) && !saysMore({ rest });
  if (!(reading.has('another') || (reading.has('reflect') && reading.has('that'))) || !plain) return undefined;
  if (question.intent === 'reflect')
    return { question: { ...question, ...(prompt && { not: prompt }) }, because: 'another question to think about' };
  if (!reading.has('reflect')) return undefined;
  const place = placeOf(question);
  return { question: { intent: 'reflect', ...place, ...(prompt && { not: prompt }) }, because: 'a question about the same' };
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
  const { framework, role, theme } = placeOf(question);
  const current = library.framework(framework ?? '');
  if (!current || !reading.has('change') || slots.roles.length > 0 || saysMore({ rest })) return undefined;
  const both = editionsOf(library, current);
  if (!both) return undefined;
  const { older, newer } = both;
  return {
    question: {
      intent: 'compare-editions',
      older: older.id,
      newer: newer.id,
      ...(roleOf(newer, role) && { role }),
      ...(themeOf(newer, theme) && roleOf(newer, role) && { theme }),
    },
    because: 'the last question in both editions',
  };
}
