/**
 * The words on buttons and of example questions: what happens on a tap, as briefly as the reader's place allows.
 */
import type { Language } from '../content/language.js';
import { type Framework, type Library, type Role, roleOf, type Theme, themeOf } from '../content/library.js';
import type { PlainQuestion } from '../understanding/question.js';
import { firstFitting, roleName, shortRole, shortTheme } from './names.js';
import type { Strings } from './strings/da.js';

/** Where the reader is: what the card at hand already says need not stand on its buttons. */
export type Here = {
  readonly framework?: Framework | undefined;
  readonly role?: Role | undefined;
  readonly theme?: Theme | undefined;
  /** The page of a card that has several. */
  readonly page?: number | undefined;
};

type Of<I extends PlainQuestion['intent']> = Extract<PlainQuestion, { intent: I }>;

/** What a button that asks this question says. */
export function buttonTitle(question: PlainQuestion, here: Here, library: Library, t: Strings): string {
  switch (question.intent) {
    case 'expectations':
      return roleTitle(question, here, library, t);
    case 'section':
    case 'competency':
      return partTitle(question, here, library, t);
    case 'definition':
      return definitionTitle(question, library, t);
    case 'common':
      return commonTitle(question, here, library, t);
    case 'about':
      return aboutTitle(question, here, library, t);
    case 'compare-roles':
      return compareRolesTitle(question, here, library, t);
    case 'compare-editions':
      return compareEditionsTitle(question, here, library, t);
    case 'compare-frameworks':
      return compareFrameworksTitle(question, here, library, t);
    case 'reflect':
      return question.not ? t.button.reflectAnother : t.button.reflect;
    case 'guide':
      return t.button.guide[question.occasion ?? 'review'];
    case 'topic':
      return t.button.topic;
    case 'set-role':
      return question.forget ? t.button.forgetRole : t.button.setRole;
    case 'nudge-on':
      return t.button.nudgeOn;
    case 'nudge-time':
      return t.button.nudgeTime;
    case 'profile':
    case 'reflections':
    case 'export-data':
    case 'delete-data':
    case 'privacy':
      return t.button[question.intent];
    default:
      return t.button.help;
  }
}

/** The question as a person would type it, for examples. */
export function phraseOf(question: PlainQuestion, library: Library, language: Language, t: Strings): string {
  const framework = 'framework' in question ? library.framework(question.framework ?? '') : undefined;
  const role = framework && 'role' in question ? roleOf(framework, question.role) : undefined;
  const theme = framework && 'theme' in question ? themeOf(framework, question.theme) : undefined;
  switch (question.intent) {
    case 'expectations':
      return role ? t.phrase.role(roleName(role, language)) : t.phrase.other;
    case 'section':
    case 'competency':
      return role && theme ? t.phrase.part(theme.label.text, roleName(role, language)) : t.phrase.other;
    case 'definition':
      return t.phrase.definition(language === 'en' && theme && !question.subtheme ? theme.en : nameOf(question, library));
    case 'common':
      return t.phrase.common;
    case 'about':
      return framework ? t.phrase.about(framework.name) : t.phrase.frameworks;
    case 'reflect':
      return role ? t.phrase.reflect(roleName(role, language)) : t.phrase.reflectAny;
    default:
      return t.phrase.other;
  }
}

function roleTitle({ framework: id, role: roleId }: Of<'expectations'>, here: Here, library: Library, t: Strings): string {
  const framework = library.framework(id);
  const role = framework && roleOf(framework, roleId);
  if (!framework || !role) return t.button.help;
  const name = shortRole(role);
  if (isOtherEdition(framework, here.framework) && here.role?.id === role.id) return editionTitle(framework, t);
  if (here.framework && here.framework !== framework) return firstFitting(t.button.roleIn(name, framework.name), t.button.role(name), name);
  return here.role === role ? t.button.whole : firstFitting(t.button.role(name), name);
}

function partTitle(question: Of<'section' | 'competency'>, here: Here, library: Library, t: Strings): string {
  const framework = library.framework(question.framework);
  const role = framework && roleOf(framework, question.role);
  const theme = framework && themeOf(framework, question.theme);
  if (!framework || !role || !theme) return t.button.help;
  if (isOtherEdition(framework, here.framework)) return editionTitle(framework, t);
  const [short, name] = [shortTheme(theme), shortRole(role)];
  if (here.role !== role && here.theme === theme) return firstFitting(t.button.sameFor(name), t.button.role(name), name);
  return firstFitting(...(here.role === role ? [] : [t.button.partFor(short, name)]), t.button.part(short), short);
}

function definitionTitle(question: Of<'definition'>, library: Library, t: Strings): string {
  const name = nameOf(question, library);
  const framework = library.framework(question.framework);
  const theme = question.subtheme === undefined && framework ? themeOf(framework, question.theme) : undefined;
  return firstFitting(t.button.definition(name), ...(theme ? [t.button.definition(shortTheme(theme))] : []), t.button.meaning);
}

function commonTitle({ framework: id }: Of<'common'>, here: Here, library: Library, t: Strings): string {
  const framework = library.framework(id);
  if (!framework || framework === here.framework || !here.framework) return t.button.common;
  return isOtherEdition(framework, here.framework) && framework.edition
    ? t.button.commonEdition(`${framework.edition}`)
    : firstFitting(t.button.commonIn(framework.name), t.button.common);
}

function aboutTitle({ framework: id }: Of<'about'>, here: Here, library: Library, t: Strings): string {
  const framework = library.framework(id ?? '');
  if (!framework) return t.button.frameworks;
  return framework === here.framework ? t.button.about : firstFitting(t.button.aboutOther(framework.name), framework.name);
}

function compareRolesTitle({ sides, theme: id }: Of<'compare-roles'>, here: Here, library: Library, t: Strings): string {
  const framework = library.framework(sides[0]?.framework ?? '');
  const theme = framework && themeOf(framework, id);
  if (here.theme && !theme) return t.button.compareAll;
  if (theme && theme !== here.theme) return firstFitting(t.button.compareTheme(shortTheme(theme)), t.button.compareAll);
  const others = sides.flatMap((side) => {
    const other = library.framework(side.framework);
    const role = other && roleOf(other, side.role);
    return role && role !== here.role ? [shortRole(role)] : [];
  });
  return firstFitting(t.button.compareRoles(others[0] ?? ''), t.button.compareTwo);
}

function compareEditionsTitle({ page, role, older, newer }: Of<'compare-editions'>, here: Here, library: Library, t: Strings): string {
  if (here.page !== undefined && page !== undefined) return page > here.page ? t.button.nextPage : t.button.previousPage;
  if (here.page !== undefined && here.role && !role) return t.button.changesWhole;
  const years = [older, newer].map((id) => library.framework(id)).map((framework) => `${framework?.edition ?? framework?.name ?? ''}`);
  return t.button.changes(years[0] ?? '', years[1] ?? '');
}

function compareFrameworksTitle(
  { frameworks, theme: id, level }: Of<'compare-frameworks'>,
  here: Here,
  library: Library,
  t: Strings,
): string {
  if (level && level in t.level) return t.button.compareLevel(t.level[level as keyof Strings['level']]);
  const theme = frameworks
    .map((framework) => library.framework(framework))
    .flatMap((framework) => (framework && themeOf(framework, id)) ?? [])[0];
  return theme && theme.id !== here.theme?.id
    ? firstFitting(t.button.compareTheme(shortTheme(theme)), t.button.compareFrameworks)
    : t.button.compareFrameworks;
}

function nameOf({ framework: id, theme: themeId, subtheme, term }: Of<'definition'>, library: Library): string {
  const framework = library.framework(id);
  const theme = framework && themeOf(framework, themeId);
  const named = framework?.terms.find((each) => each.id === term)?.label;
  return named ?? theme?.subthemes.find((each) => each.id === subtheme)?.label.text ?? (theme ? theme.label.text : '');
}

function isOtherEdition(framework: Framework, here: Framework | undefined): boolean {
  return here !== undefined && (framework.supersedes === here.id || here.supersedes === framework.id);
}

function editionTitle({ edition, name }: Framework, t: Strings): string {
  return t.button.edition(`${edition ?? name}`);
}
