/**
 * The second step of understanding: which framework, role and theme a message speaks of.
 */
import { levels } from '../content/framework.js';
import { type Framework, type Library, newerEdition, type Role, type RoleRef, roleOf } from '../content/library.js';
import { pickNames } from '../language/names.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { editioned, findDocuments, findEdition, findFrameworks, newest } from './named-frameworks.js';
import type { Reading, Span } from './reading.js';

/** What is known of the asker; both ids exist in the library. */
export type Profile = { readonly framework?: string | undefined; readonly role?: string | undefined };

/** A theme or subtheme in its framework; `label` when it was named by its adopted label. */
export type ThemeRef = {
  readonly framework: Framework;
  readonly theme: string;
  readonly subtheme: string | undefined;
  readonly label: boolean;
  readonly span: Span;
};

/** One role as named once: the same title may stand in several frameworks. */
export type RoleMention = {
  readonly span: Span;
  readonly refs: readonly RoleRef[];
  readonly generic: boolean;
  /** True when none of the frameworks spoken of has the role. */
  readonly foreign: boolean;
  /** True when it is named by its adopted label. */
  readonly label: boolean;
};

/** A title that no document names. */
export type TitleMention = { readonly span: Span; readonly title: number };

/** Everything a message names. */
export type Slots = {
  /** Documents named, one framework per document, in the edition meant. */
  readonly frameworks: readonly Framework[];
  /** Where documents are named; a title that is an everyday word here ("sammen") is none. */
  readonly places: readonly Span[];
  /** The framework that everything is read in, where there is one: named, or the asker's own. */
  readonly home: Framework | undefined;
  readonly named: boolean;
  readonly edition: 'old' | 'new' | undefined;
  /** True when both editions of a document are spoken of. */
  readonly bothEditions: boolean;
  readonly roles: readonly RoleMention[];
  readonly titles: readonly TitleMention[];
  readonly themes: readonly ThemeRef[];
  readonly terms: readonly { readonly framework: Framework; readonly term: string; readonly span: Span }[];
  readonly common: readonly Framework[];
  readonly topics: readonly { readonly topic: string; readonly span: Span }[];
  /** The asker's own framework; known also where the role is not. */
  readonly asker: Framework | undefined;
  /** The asker's own role. */
  readonly own: RoleRef | undefined;
};

/** Finds what a message names, given who asks. */
export function findSlots(vocabulary: Vocabulary, reading: Reading, profile: Profile): Slots {
  const { library } = vocabulary;
  const asker = profile.framework ? library.framework(profile.framework) : undefined;
  const ownRole = asker && roleOf(asker, profile.role);
  const years = reading.tokens.filter((token) => /^(19|20)\d\d$/.test(token.word)).map((token) => Number(token.word));
  const edition = findEdition(library, reading, years);
  const documents = findDocuments(library, reading);
  const frameworks = findFrameworks(library, documents, asker, years, edition);
  const lone = edition && frameworks.length === 0 ? editioned(library, asker, edition) : undefined;
  const home = frameworks[0] ?? lone ?? asker ?? (library.frameworks.length === 1 ? library.frameworks[0] : undefined);
  const within = (framework: Framework) => inScope(library, framework, frameworks, lone, asker);
  const mentions = findRoles(library, reading, within, home);
  const isLedBySpeaker = (span: Span, rungs: readonly string[]) =>
    (ownRole !== undefined && isUnderMe(reading, span)) || (rungs.every((rung) => rung === levels[0]) && isLed(reading, span));
  // "min chef" of somebody whose role is known is the role above theirs, whatever documents have a role of that name.
  const roles = mentions.filter(
    ({ generic, span, refs }) =>
      !(ownRole && generic && isOver(reading, span)) &&
      !isLedBySpeaker(
        span,
        refs.map(({ role }) => role.level),
      ),
  );
  return {
    frameworks: frameworks.length > 0 ? frameworks : lone ? [lone] : [],
    places: documents.map(({ span }) => span),
    home,
    named: frameworks.length > 0 || lone !== undefined,
    edition,
    bothEditions: new Set(years).size > 1 || reading.has('edition.both') || (reading.has('edition.old') && reading.has('edition.new')),
    roles,
    titles: reading.spans.flatMap((span) =>
      roles.some((mention) => mention.span === span && !mention.foreign)
        ? []
        : pickNames(span.names, 'title')
            .filter(({ title }) => !isLedBySpeaker(span, vocabulary.lexicon.titles[title]?.levels ?? []))
            .map(({ title }) => ({ span, title })),
    ),
    themes: reading.spans.flatMap((span) =>
      pickNames(span.names, 'theme').flatMap(({ framework, theme, subtheme, label }) => {
        const found = library.framework(framework);
        return found && within(found) ? [{ framework: found, theme, subtheme, label, span }] : [];
      }),
    ),
    terms: reading.spans.flatMap((span) =>
      pickNames(span.names, 'term').flatMap(({ framework, term }) => {
        const found = library.framework(framework);
        return found && within(found) ? [{ framework: found, term, span }] : [];
      }),
    ),
    common: reading.spans.flatMap((span) => pickNames(span.names, 'common').flatMap(({ framework }) => library.framework(framework) ?? [])),
    topics: reading.spans.flatMap((span) => pickNames(span.names, 'topic').map(({ topic }) => ({ topic, span }))),
    asker,
    own: asker && ownRole ? { framework: asker, role: ownRole } : undefined,
  };
}

/** The role of a framework that fits a title by level: the first level that the framework has a role on. */
export function rolesByLevel(framework: Framework, wanted: readonly string[]): Role[] {
  for (const level of wanted) {
    const found = framework.roles.filter((role) => role.level === level);
    if (found.length > 0) return found;
  }
  const ladder = levels.filter((level) => framework.roles.some((role) => role.level === level));
  const at = levels.indexOf((wanted[0] ?? 'chef') as (typeof levels)[number]);
  const nearest = [...ladder].sort((a, b) => Math.abs(levels.indexOf(a) - at) - Math.abs(levels.indexOf(b) - at))[0];
  return framework.roles.filter((role) => role.level === nearest);
}

/** The roles one rung above or below another in the same framework. */
export function neighbours(framework: Framework, role: Role, step: 1 | -1): Role[] {
  const ladder = levels.filter((level) => framework.roles.some((other) => other.level === level));
  const next = ladder[ladder.indexOf(role.level) + step];
  return framework.roles.filter((other) => other.level === next);
}

function inScope(
  library: Library,
  framework: Framework,
  named: readonly Framework[],
  lone: Framework | undefined,
  asker: Framework | undefined,
): boolean {
  if (named.length > 0) return named.includes(framework);
  if (lone) return framework === lone || newest(library, framework) !== newest(library, lone);
  if (asker && newest(library, asker) === newest(library, framework)) return framework === asker;
  return !newerEdition(library, framework);
}

/** Roles in the newest editions: a title that only an older edition has ("FU-leder") means the same role there. */
function current(library: Library, refs: readonly RoleRef[]): RoleRef[] {
  const newer = refs.map((ref) => {
    const framework = newest(library, ref.framework);
    return { framework, role: roleOf(framework, ref.role.id) };
  });
  return newer.flatMap(({ framework, role }, at) =>
    role && newer.findIndex((other) => other.role === role) === at ? [{ framework, role }] : [],
  );
}

function isOver(reading: Reading, { from, to }: Span): boolean {
  return reading.cues.some((hit) => hit.cue === 'above' && hit.from < to && hit.to > from);
}

/** "jeg har jo fem afdelingsledere under mig": the asker says what they do for them. */
function isUnderMe(reading: Reading, { to }: Span): boolean {
  const [first, second] = reading.tokens.slice(to, to + 2).map(({ word }) => word);
  return /^(under|below)$/.test(first ?? '') && /^(mig|me)$/.test(second ?? '') && reading.has('self.do');
}

/**
 * "jeg har en medarbejder, der …", "hvad gør jeg med en nyansat", "en af mine pædagoger er tit syg": somebody the asker
 * leads, and no role that is asked about.
 */
function isLed(reading: Reading, { from, to }: Span): boolean {
  const words = reading.tokens.map(({ word }) => word);
  if (!words.some((word) => /^(jeg|min|mine|my)$/.test(word)) || reading.has('expect.strong')) return false;
  // "mine folk" is one name.
  const own = /^(min|mine|my)$/.test(words[from] ?? '') ? 1 : 0;
  const before = words.slice(Math.max(0, from - 4), from + own).join(' ');
  const after = words[to] ?? '';
  if (/^(der|som|who|that)$/.test(after)) return true;
  if (/\b(min|mine|my)$/.test(before) && /^(er|har|vil|bliver|is|are|has)$/.test(after)) return true;
  const led =
    /\b(jeg|har|starter|nar|hvis|med|hos|blandt|mellem|have|when|if|with|among|between)( (to|af|en|et|of|an?|min|mine|vores|my|our|all|alle))+$/;
  return led.test(before) || (/\b(til|for|af|to|of) (en|et|an?|min|mine|my)$/.test(before) && !reading.has('expect'));
}

function findRoles(
  library: Library,
  reading: Reading,
  within: (framework: Framework) => boolean,
  home: Framework | undefined,
): RoleMention[] {
  const mentions = reading.spans.flatMap((span): RoleMention[] => {
    const names = pickNames(span.names, 'role');
    const near = names.filter((name) => name.framework === home?.id);
    const adopted = near.length > 0 ? near : names.filter((name) => name.label);
    const all = (adopted.length > 0 ? adopted : names).flatMap(({ framework, role }): RoleRef[] => {
      const found = library.framework(framework);
      const its = found && roleOf(found, role);
      return found && its ? [{ framework: found, role: its }] : [];
    });
    const refs = all.filter((ref, at) => all.findIndex((other) => other.role === ref.role) === at);
    const scoped = refs.filter((ref) => within(ref.framework));
    const kept = scoped.length > 0 ? scoped : current(library, refs);
    return kept.length > 0
      ? [
          {
            span,
            refs: kept,
            generic: names.every((name) => name.generic),
            foreign: scoped.length === 0,
            label: adopted.some((name) => name.label),
          },
        ]
      : [];
  });
  return mentions.filter(
    (mention, at) =>
      !mentions.slice(0, at).some((other) => other.span.from <= mention.span.from && other.span.to >= mention.span.to && other !== mention),
  );
}
