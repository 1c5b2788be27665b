/**
 * Messages that only make sense after the one before: "og hvad skal jeg kunne?", "samme for Holstebro", "den anden".
 */
import { levels } from '../content/framework.js';
import {
  areEditions,
  editionsOf,
  type Framework,
  type Library,
  newerEdition,
  olderEdition,
  type Role,
  roleOf,
  themeOf,
} from '../content/library.js';
import { findErrand } from '../language/errand.js';
import { readPast } from '../language/times/past.js';
import { type Weekday, weekdays } from '../language/times/words.js';
import { fillCompareRoles } from './comparing.js';
import { deeper } from './deeper.js';
import { type Mentions, saysMore } from './mentions.js';
import type { PlainQuestion, Question } from './question.js';
import type { Reading } from './reading.js';
import { neighbours } from './slots.js';
import { moveTo, partOf, placeOf, rebuild } from './transfer.js';

/** What is kept of the last question: no text that anybody wrote. */
export type LastTurn = {
  readonly question: Question;
  /** Full ids of the statements shown, in their order. */
  readonly statements: readonly string[];
  /** The prompt shown, if any. */
  readonly prompt?: string | undefined;
  /** The question before that one, for "stil dem op ved siden af hinanden". */
  readonly earlier?: PlainQuestion | undefined;
};

/** A message read as a follow-up; `language` when only another language was asked for. */
export type FollowUp = { readonly question: PlainQuestion; readonly language?: 'da' | 'en'; readonly because: string };

/** Words that may stand in a follow-up besides what it changes or chooses. */
const SHORT = 4;

/** Reads a message as a follow-up of `context`, or undefined when it stands by itself. */
export function findFollowUp(mentions: Mentions, context: LastTurn): FollowUp | undefined {
  const { question } = context;
  if (question.intent === 'ambiguous') return findChoice(mentions, question.choices);
  return findCorrected(mentions, question) ?? findMore(mentions, question, context) ?? findChanged(mentions, question);
}

/** "og sidste uge?", "hvad med i oktober" after notes were shown: those of that time. */
export function findOtherPeriod({ reading, evidence }: Mentions, { question }: LastTurn): FollowUp | undefined {
  const { time, asked, quiet } = reading.times;
  const past = question.intent === 'reflections' && !time && !asked && !quiet ? readPast(reading.text) : undefined;
  if (!past) return undefined;
  const isTime = ({ start, end }: Reading['tokens'][number]) => start < past.end && end > past.start;
  const isBare = reading.tokens.every((token, at) => isTime(token) || reading.isFiller(at)) || reading.has('follow');
  const saysMore = evidence.some(({ at }) => !isTime(reading.tokens[at] as Reading['tokens'][number]));
  if (!isBare || saysMore) return undefined;
  return { question: { intent: 'reflections', period: past.period }, because: 'notes of another time' };
}

/** What is gone on from where notes were the last thing asked for: they take nothing away from the question before them. */
export function behindNotes(context: LastTurn | undefined): LastTurn | undefined {
  if (context?.question.intent !== 'reflections') return context;
  const { earlier, ...rest } = context;
  return earlier && { ...rest, question: earlier };
}

/** The last question with another role, theme, framework or edition. */
function findChanged(mentions: Mentions, question: PlainQuestion): FollowUp | undefined {
  const { reading, slots, role, themes, rest, vocabulary } = mentions;
  const { library } = vocabulary;
  const before = placeOf(question);
  if (before.framework === undefined && question.intent !== 'topic') return undefined;
  const lead = reading.has('follow', 'there', 'step.up', 'step.down', 'step.top');
  const bare = reading.tokens.filter((_, at) => !reading.isFiller(at) && !reading.isFrame(at)).length <= SHORT && !saysMore({ rest });
  const asks = reading.has('wants-answer.strict', 'about', 'define', 'common', 'compare', 'reflect');
  const labelled = slots.themes.some((theme) => theme.label);
  const onlyPlace = slots.named && slots.roles.length === 0 && themes.length === 0 && rest.length === 0;
  const onlyTheme = !slots.named && slots.roles.length === 0 && labelled && before.role !== undefined;
  const onlyRole = !slots.named && slots.roles.length === 1 && !labelled && rest.length === 0;
  if (!(bare && (lead || (!asks && (onlyPlace || onlyTheme || onlyRole))))) return undefined;
  const current = library.framework(before.framework ?? '');
  const target = slots.named && slots.home ? slots.home : slots.edition && current ? edition(library, current, slots.edition) : current;
  if (!target) return undefined;
  const moved = target === current ? question : moveTo(library, question, target);
  if (!moved) return undefined;
  const named =
    steppedRole(mentions, target, before.role) ??
    slots.roles.flatMap((mention) => mention.refs).find((ref) => ref.framework === target)?.role ??
    (role.how === 'named' || role.how === 'title' ? role.refs.find((ref) => ref.framework === target)?.role : undefined);
  // The themes of two editions have the same ids.
  const theme = [...slots.themes, ...themes].find(
    (candidate) =>
      candidate.framework === target || (areEditions(library, candidate.framework, target) && themeOf(target, candidate.theme)),
  );
  if (!named && !theme && target === current)
    return slots.named && lead ? { question, because: 'the last question, once more' } : undefined;
  return {
    question: rebuild(moved, target, named?.id, theme && { theme: theme.theme, subtheme: theme.subtheme }, slots.own?.role.id),
    because: 'the last question, changed',
  };
}

/** "et trin op", "og min egen leder?": a rung up or down from the role before. */
function steppedRole({ reading }: Mentions, framework: Framework, before: string | undefined): Role | undefined {
  if (reading.has('step.top')) return [...framework.roles].sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
  const step = reading.has('step.up', 'above') ? 1 : reading.has('step.down', 'below') ? -1 : undefined;
  const role = roleOf(framework, before);
  return step && role ? neighbours(framework, role, step)[0] : undefined;
}

function edition(library: Library, framework: Framework, wanted: 'old' | 'new'): Framework {
  return (wanted === 'old' ? olderEdition(library, framework) : newerEdition(library, framework)) ?? framework;
}

/** "den anden", "2", "Holstebro", "chefen" after a choice. */
function findChoice({ reading, slots, role, vocabulary }: Mentions, choices: readonly PlainQuestion[]): FollowUp | undefined {
  const content = reading.tokens.filter((_, at) => !reading.isFiller(at)).length;
  if (content > SHORT || reading.has('wants-answer.strict')) return undefined;
  const at = ordinalOf(reading, choices.length);
  const numbered = at === undefined ? undefined : choices[at];
  if (numbered) return { question: numbered, because: 'the choice by its number' };
  const named = slots.frameworks.map((framework) => framework.id);
  const byFramework = choices.filter((choice) => 'framework' in choice && named.includes(choice.framework ?? ''));
  if (byFramework.length === 1 && byFramework[0]) return { question: byFramework[0], because: 'the choice by its framework' };
  const roles =
    role.how === 'named' ? slots.roles.flatMap((mention) => mention.refs.map((ref) => `${ref.framework.id}/${ref.role.id}`)) : [];
  const byRole = choices.filter(
    (choice) => 'role' in choice && 'framework' in choice && roles.includes(`${choice.framework}/${choice.role}`),
  );
  if (byRole.length === 1 && byRole[0]) return { question: byRole[0], because: 'the choice by its role' };
  if (named.length !== 1) return undefined;
  const moved = choices[0] && moveTo(vocabulary.library, choices[0], slots.frameworks[0] as Framework);
  return moved && { question: moved, because: 'another framework than those offered' };
}

const ORDINALS: readonly (readonly string[])[] = [
  ['1', 'forste', 'first', 'en', 'et', 'one', 'overste'],
  ['2', 'anden', 'andet', 'second', 'to', 'two'],
  ['3', 'tredje', 'third', 'tre', 'three'],
  ['4', 'fjerde', 'fourth', 'fire', 'four'],
];

/** The place of what is named by its number, from 0; undefined when no number is, or none so high. */
function ordinalOf(reading: Reading, most: number): number | undefined {
  const words = reading.tokens.map((token) => token.word);
  if (words.some((word) => ['sidste', 'nederste', 'last'].includes(word))) return most - 1;
  const at = ORDINALS.findIndex((forms, place) =>
    words.some((word) => forms.includes(word) && (forms.indexOf(word) < 3 || words.length === 1 || place > 0)),
  );
  return at >= 0 && at < most ? at : undefined;
}

/** Reads a message as the last command, confirmed or changed. */
function findCorrected(mentions: Mentions, question: PlainQuestion): FollowUp | undefined {
  return findConfirmed(mentions, question) ?? findRetimed(mentions, question) ?? findOtherRole(mentions, question);
}

/** "ja" to being asked whether everything is to be deleted. */
function findConfirmed({ reading }: Mentions, question: PlainQuestion): FollowUp | undefined {
  if (question.intent !== 'delete-data' || !reading.has('yes')) return undefined;
  return { question: { intent: 'delete-data', confirmed: true }, because: 'a yes to the last question' };
}

/** "nej hellere ni" after a reminder was spoken of: a bare number is a time then. A remark with a day in it changes nothing. */
function findRetimed(mentions: Mentions, question: PlainQuestion): FollowUp | undefined {
  const { reading, rest } = mentions;
  const { times } = reading;
  // "et andet" is no "kl. et".
  if (question.intent === 'remind' && question.appointment) return findMoved(mentions, question.appointment);
  if (!question.intent.startsWith('nudge-') || reading.has('another') || saysMore({ rest }) || times.period) return undefined;
  const said = times.time ?? times.bare;
  if ((!said && !times.days) || !times.addressed) return undefined;
  // What is not said again stays as it was said.
  const before = question.intent === 'nudge-on' || question.intent === 'nudge-time' ? question : undefined;
  const time = said ?? before?.time;
  const exact = times.exact ?? before?.exact;
  const days = times.days ? daysOf(times.days, reading.has('also') ? (before?.days ?? []) : []) : before?.days;
  return {
    question: {
      intent: 'nudge-time',
      ...(time && { time }),
      ...(exact !== undefined && { exact }),
      ...(days && { days: [...days] }),
      ...((times.unclear || times.unread) && { unclear: true }),
    },
    because: 'another time for the reminder',
  };
}

/** "nej hellere kl. 10" after a reminder was made moves that one, and no plan; "hver dag kl. 10" is one. */
function findMoved({ reading }: Mentions, appointment: string): FollowUp | undefined {
  const { times } = reading;
  // "mind mig fredag" asks for another one.
  if (!times.addressed || times.every || findErrand(reading.text, times.places)) return undefined;
  return movedTo(times, appointment);
}

/** "lav den kl. 14" is about the one that was just made; "dem" are the daily questions, and "den 5." is a date. */
const speaksOfOne = /(?<!\p{L})(?:den|it)(?!\p{L}|\s*\d)/iu;

/** What was decided for a plan, or its pause, is meant of the reminder that was just made where the message speaks of one. */
export function findMeantOfOne({ reading }: Mentions, decided: Question, { question }: LastTurn): FollowUp | undefined {
  if (question.intent !== 'remind' || question.appointment === undefined) return undefined;
  const isOfPlan = decided.intent === 'nudge-time' || (decided.intent === 'nudge-pause' && decided.offer === true);
  // A time of day alone is no reminder of its own.
  const isBare = decided.intent === 'remind' && decided.on === undefined && decided.soon === undefined;
  if (!(isOfPlan || isBare) || reading.times.every || !speaksOfOne.test(reading.text)) return undefined;
  return movedTo(reading.times, question.appointment);
}

function movedTo({ on, soon, part, unclear, ...times }: Reading['times'], appointment: string): FollowUp | undefined {
  const time = times.time ?? times.bare;
  if ((time ?? on ?? soon) === undefined) return undefined;
  const when = {
    ...(on && { on }),
    ...(time && { time }),
    ...(part && { part }),
    ...(soon !== undefined && { soon }),
    ...(unclear && { unclear: true }),
  };
  return { question: { intent: 'remind', ...when, appointment }, because: 'another time for the reminder that was just made' };
}

/** "og også om mandagen": the days said now beside those said before. */
function daysOf(said: readonly Weekday[], before: readonly Weekday[]): Weekday[] {
  return weekdays.filter((day) => said.includes(day) || before.includes(day));
}

/** "nej undskyld, funktionsleder" after saying which role is one's own. */
function findOtherRole({ slots, role, rest }: Mentions, question: PlainQuestion): FollowUp | undefined {
  if (question.intent !== 'set-role' || slots.roles.length !== 1 || saysMore({ rest })) return undefined;
  const ref = role.refs.find(({ framework }) => framework.id === question.framework) ?? role.refs[0];
  if (!ref || role.how !== 'named') return undefined;
  return {
    question: { intent: 'set-role', framework: ref.framework.id, role: ref.role.id },
    because: 'another role than the one just said',
  };
}

/** Reads a message as one that wants more of the last answer. */
function findMore(mentions: Mentions, question: PlainQuestion, context: LastTurn): FollowUp | undefined {
  return (
    findSideBySide(mentions, question, context.earlier) ??
    findComparedThere(mentions, question) ??
    findNext(mentions, question) ??
    findLanguage(mentions, question) ??
    findAnother(mentions, question, context) ??
    findNumbered(mentions, context) ??
    findText(mentions, question) ??
    findEditions(mentions, question)
  );
}

/** "stil dem op ved siden af hinanden", "hvad er forskellen så?": the last two questions. */
function findSideBySide(
  { reading, slots, themes, rest, vocabulary: { library } }: Mentions,
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
function findComparedThere(mentions: Mentions, question: PlainQuestion): FollowUp | undefined {
  const { reading, themes, rest, vocabulary } = mentions;
  const { theme } = placeOf(question);
  if (!theme || themes.length > 0 || saysMore({ rest }) || !reading.has('there', 'that')) return undefined;
  const compared = reading.has('compare') ? fillCompareRoles(mentions)?.question : undefined;
  if (compared?.intent !== 'compare-roles') return undefined;
  const hasTheme = compared.sides.every(({ framework }) => {
    const found = vocabulary.library.framework(framework);
    return found && themeOf(found, theme);
  });
  return hasTheme ? { question: { ...compared, theme }, because: 'roles compared on the last theme' } : undefined;
}

/** "mere", said to a part of a role: the part that comes next in the document. */
function findNext({ reading, vocabulary: { library } }: Mentions, question: PlainQuestion): FollowUp | undefined {
  const isPart = question.intent === 'section' || question.intent === 'competency';
  const next = isPart && reading.has('go-on') ? deeper(library, question) : undefined;
  return next && { question: next, because: 'what comes next' };
}

function findLanguage({ reading, rest }: Mentions, question: PlainQuestion): FollowUp | undefined {
  if (saysMore({ rest })) return undefined;
  if (reading.has('in-english')) return { question, language: 'en', because: 'the same in English' };
  if (reading.has('in-danish')) return { question, language: 'da', because: 'the same in Danish' };
  return undefined;
}

/** "et andet spørgsmål", "en til" after a reflection question; "stil mig et spørgsmål om det" after any answer. */
function findAnother(
  { reading, slots, rest, vocabulary: { library } }: Mentions,
  question: PlainQuestion,
  { prompt, statements }: LastTurn,
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
function findNumbered({ reading, vocabulary: { library } }: Mentions, { statements }: LastTurn): FollowUp | undefined {
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
function findText({ reading, slots, rest, vocabulary: { library } }: Mentions, question: PlainQuestion): FollowUp | undefined {
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
function findEditions({ reading, slots, rest, vocabulary: { library } }: Mentions, question: PlainQuestion): FollowUp | undefined {
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
