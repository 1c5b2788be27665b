/**
 * Questions about a role: all that is expected of it, one part of it, and which role is one's own.
 */
import { levels } from '../content/framework.js';
import { areEditions, type Framework, hasCommon, newestFrameworks, olderEdition, type Role, type RoleRef } from '../content/library.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { define, goOn } from './fill-content.js';
import type { Filled } from './filled.js';
import { type Mentions, type RoleChoice, saysMore } from './mentions.js';
import type { PlainQuestion, Question } from './question.js';
import type { Reading } from './reading.js';
import { sharedOf } from './shared.js';
import { rolesByLevel, type ThemeRef } from './slots.js';

/** "hvad forventes der af en kontorchef": everything about a role; a choice where several documents have it. */
export function fillExpectations(mentions: Mentions): Filled | undefined {
  const { vocabulary, role } = mentions;
  const open = askWho(mentions);
  if (open) return { question: open };
  const choices = onePerDocument(vocabulary, role.refs);
  const [first] = choices;
  if (!first) return askRole(mentions);
  if (choices.length === 1) return { question: wholeOf(first), ...assumption(role) };
  return {
    question: {
      intent: 'ambiguous',
      about: new Set(choices.map((ref) => ref.framework)).size > 1 ? 'framework' : 'role',
      subject: first.role.label,
      choices: choices.map(wholeOf),
    },
  };
}

/** "personaleledelse som chef", "hvad skal jeg lykkes med": one theme, or one section, of a role. */
export function fillPart(mentions: Mentions): Filled | undefined {
  const { role, themes } = mentions;
  const [theme] = themes;
  // "står der noget om at sige undskyld" names no part of anybody's role.
  if (!theme && !mentions.before && mentions.reading.has('topic') && role.how === 'own') return undefined;
  if (!theme) return goOn(mentions) ?? fillExpectations(mentions);
  if (role.refs.length === 0) return isSection(theme) ? askRole(mentions) : (define(mentions, mentions.slots.themes) ?? askRole(mentions));
  const target = role.refs.find((ref) => ref.framework === theme.framework) ?? crossed(role, theme);
  if (!target) return undefined;
  const subtheme =
    theme.subtheme ??
    themes.find((other) => other.theme === theme.theme && other.framework === theme.framework && other.subtheme)?.subtheme;
  const question: PlainQuestion = {
    intent: isSection(theme) ? 'section' : 'competency',
    framework: target.framework.id,
    role: target.role.id,
    theme: theme.theme,
    ...(subtheme && { subtheme }),
  };
  // "hvad skal en direktør kunne": only one of the frameworks has sections, but others have directors.
  const others =
    isSection(theme) && !theme.label && role.how === 'named'
      ? onePerDocument(mentions.vocabulary, role.refs).filter((ref) => ref.framework !== target.framework)
      : [];
  if (others.length === 0) return { question, ...assumption(role) };
  return { question: { intent: 'ambiguous', about: 'framework', subject: target.role.label, choices: [question, ...others.map(wholeOf)] } };
}

/** "jeg er kontorchef i Aarhus", "glem min rolle": which role is one's own. */
export function fillSetRole(mentions: Mentions): Filled | undefined {
  const { reading, role, slots } = mentions;
  if (reading.has('forget-role')) return { question: { intent: 'set-role', forget: true } };
  // "jeg er ikke længere kontorchef", but not "… ikke længere i tvivl om, hvad en kontorchef skal".
  const left = reading.cues.some((hit) => hit.cue === 'no-longer' && isNext(reading, hit.to, [...slots.roles, ...slots.titles]));
  if (left && slots.roles.length + slots.titles.length === 1) return { question: { intent: 'set-role', forget: true } };
  if (isDenied(mentions)) return { question: { intent: 'set-role', ...(role.refs.some(isOwn(mentions)) && { forget: true }) } };
  const target = role.how === 'named' || role.how === 'title' ? role.refs[0] : undefined;
  if (!target) return { question: { intent: 'set-role', ...editionOf(mentions) } };
  // "socialchefen skifter retning hver måned" says nothing of whoever writes it.
  const isSubject = slots.roles.some(({ span }) => span.from === 0);
  if (isSubject && !reading.has('self', 'sets-role') && saysMore(mentions)) return undefined;
  const refs = role.refs.filter((ref) => !role.refs.some((other) => other.framework.supersedes === ref.framework.id));
  const choices = refs.map((ref): PlainQuestion => ({ intent: 'set-role', framework: ref.framework.id, role: ref.role.id }));
  const [only] = choices;
  if (only && choices.length === 1) return { question: only, ...assumption(role) };
  return { question: { intent: 'ambiguous', about: 'framework', subject: target.role.label, choices } };
}

/** "jeg er ikke kontorchef", "min leder er kontorchef, jeg er ikke": the one role that is named is not the writer's. */
function isDenied({ reading, slots }: Mentions): boolean {
  const named = [...slots.roles, ...slots.titles];
  if (named.length !== 1) return false;
  return reading.cues.some((hit) => hit.cue === 'not-me' && (isNext(reading, hit.to, named) || hit.to === reading.tokens.length));
}

function isOwn({ slots: { own } }: Mentions): (ref: RoleRef) => boolean {
  return (ref) => own !== undefined && ref.framework === own.framework && ref.role === own.role;
}

/** "brug den gamle udgave": one's own role in the edition or the document named; the document alone where it has no such role. */
function editionOf({ slots, role, vocabulary: { library } }: Mentions): { readonly framework?: string; readonly role?: string } {
  const { home, named, own } = slots;
  if (!named || !home) return {};
  // Whoever goes over to another document says who they are there.
  const isEdition = own && areEditions(library, own.framework, home);
  const twin = isEdition && role.how === 'own' ? role.refs.find((ref) => ref.framework === home) : undefined;
  return { framework: home.id, ...(twin && { role: twin.role.id }) };
}

/** True for themes that are sections: the same headings for every role. */
function isSection(theme: ThemeRef): boolean {
  return theme.framework.themeKind === 'section';
}

/**
 * Nobody in particular is asked about: "en leder" may be any of the roles, and a title that no document names, of a rung
 * that one's own has not, is none of them.
 */
function askWho(mentions: Mentions): Question | undefined {
  const { vocabulary, reading, slots, role } = mentions;
  const { home, named, own } = slots;
  const isNobody = role.how === 'none' || role.how === 'own' || slots.roles.every(({ generic }) => generic);
  if (reading.has('any-leader') && isNobody && !reading.has('self')) {
    if (!home) return offerDocuments(vocabulary, sharedOf);
    const choices = [...(hasCommon(home) ? [sharedOf(home)] : []), ...home.roles.map((each) => wholeOf({ framework: home, role: each }))];
    return { intent: 'ambiguous', about: 'role', subject: '', choices };
  }
  const unnamed = isNobody && !reading.has('self') ? findUnnamed(mentions) : undefined;
  if (unnamed) {
    const choices = home
      ? home.roles.map((each) => wholeOf({ framework: home, role: each }))
      : newestFrameworks(vocabulary.library).map(({ id }): PlainQuestion => ({ intent: 'outline', framework: id }));
    return { intent: 'ambiguous', about: 'title', subject: unnamed, choices };
  }
  const [title] = role.how === 'title' ? slots.titles : [];
  const rungs = title ? (vocabulary.lexicon.titles[title.title]?.levels ?? []) : [];
  const fitting = role.refs.filter(({ role: { level } }) => rungs.includes(level));
  if (!title || (fitting.length > 0 && (home || fitting.length === 1))) return undefined;
  const near = fitting.length > 0 ? fitting : role.refs;
  const place = named || own ? home : undefined;
  const choices = place ? nearestFirst(place, role.refs[0]?.role.level) : near;
  return { intent: 'ambiguous', about: 'title', subject: role.said, choices: choices.map(wholeOf) };
}

/** "af en boligkonsulent": somebody whom neither a document nor the lexicon knows, in the words of whoever asks. */
function findUnnamed({ reading, evidence, slots }: Mentions): string | undefined {
  if (slots.roles.length > 0 || slots.titles.length > 0 || slots.themes.length > 0) return undefined;
  const [open] = reading.cues.filter(({ cue }) => cue === 'of-somebody');
  const said = evidence.find(({ at, topic }) => open && at >= open.to && at <= open.to + 1 && topic === undefined);
  return said && reading.tokens[said.at]?.raw;
}

function offerDocuments({ library }: Vocabulary, ask: (framework: Framework) => PlainQuestion): Question {
  return { intent: 'ambiguous', about: 'framework', subject: '', choices: newestFrameworks(library).map(ask) };
}

/** The roles of a document, those of a rung and nearest to it first. */
function nearestFirst(framework: Framework, level: Role['level'] | undefined): RoleRef[] {
  const rungOf = (each: Role['level'] | undefined) => (each ? levels.indexOf(each) : 0);
  const far = (ref: RoleRef) => Math.abs(rungOf(ref.role.level) - rungOf(level));
  return framework.roles.map((role) => ({ framework, role })).sort((a, b) => far(a) - far(b));
}

/** Tells when a title that no document names was taken for a role. */
function assumption(role: RoleChoice): Pick<Filled, 'assumed'> {
  const [first] = role.refs;
  return role.how === 'title' && first ? { assumed: { said: role.said, role: first, others: role.others } } : {};
}

/** Nobody's role is named or known: one's own is asked for, or the roles of the document named are offered. */
function askRole({ reading, slots, vocabulary }: Mentions): Filled {
  const place: Framework | undefined = slots.named ? slots.home : undefined;
  if (reading.has('self')) return { question: { intent: 'set-role' } };
  if (!place) return { question: offerDocuments(vocabulary, sharedOf) };
  const named = newestFrameworks(vocabulary.library).includes(place) ? place : (slots.home ?? place);
  const choices = named.roles.map((role) => wholeOf({ framework: named, role }));
  return { question: { intent: 'ambiguous', about: 'role', subject: named.name, choices } };
}

function wholeOf({ framework, role }: RoleRef): PlainQuestion {
  return { intent: 'expectations', framework: framework.id, role: role.id };
}

/** The asker's own level in the framework whose theme was named. */
function crossed(role: RoleChoice, theme: ThemeRef): RoleRef | undefined {
  const level = role.refs[0]?.role.level;
  const twin = level && rolesByLevel(theme.framework, [level])[0];
  return twin ? { framework: theme.framework, role: twin } : undefined;
}

/** Editions of one document count as one: the newest, unless the asker's own edition is among them. */
function onePerDocument({ library }: Vocabulary, refs: readonly RoleRef[]): RoleRef[] {
  return refs.filter((ref) => !refs.some((other) => olderEdition(library, other.framework) === ref.framework));
}

/** True where one of the names follows a place, small words between them aside. */
function isNext(reading: Reading, from: number, named: readonly { readonly span: { readonly from: number } }[]): boolean {
  return named.some(({ span }) => span.from >= from && reading.tokens.slice(from, span.from).every((_, at) => reading.isFiller(from + at)));
}
