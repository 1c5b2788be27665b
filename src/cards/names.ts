/**
 * What cards call roles and documents.
 */
import type { Language } from '../content/language.js';
import type { Framework, Role, Theme } from '../content/library.js';
import type { Place } from '../content/place.js';
import type { Strings } from './strings/da.js';

/** The longest label that fits a button on a phone. */
const BUTTON = 30;

/** The longest title that a phone shows whole. */
const LONGEST = 34;

/**
 * A role's label, short enough for a button on a phone: "Dagtilbuds-, skole- og UngiAarhus-ledere" becomes
 * "Dagtilbudsledere m.fl.".
 */
export function shortRole({ label }: Pick<Role, 'label'>): string {
  if (label.length <= BUTTON) return label;
  const [first = label] = label.split(/, | og | eller | \(/);
  const tail = first.endsWith('-') ? (label.match(/[\p{L}]+$/u)?.[0] ?? '') : '';
  return `${first.replace(/-$/, '')}${tail} m.fl.`;
}

/** A theme's label, or where that is too long for a button the first word that people use for it. */
export function shortTheme({ label, aliases }: Pick<Theme, 'label' | 'aliases'>): string {
  const [alias] = aliases;
  return label.text.length <= BUTTON || !alias ? label.text : alias.charAt(0).toUpperCase() + alias.slice(1);
}

/** A role in running text: "kontorchef" or "head of office". */
export function roleName(role: Role, language: Language): string {
  return role.name[language];
}

/** Whose statements they are: the role's label, or the heading over what all share. */
export function whoseName(framework: Framework, role: Role | undefined): string {
  return role?.label ?? framework.common.heading;
}

/** What English readers call a theme, for the line under its label; nothing for Danish readers. */
export function themeGloss(theme: Theme, language: Language): string | undefined {
  return language === 'en' ? theme.en : undefined;
}

/** Who made a document: "Aarhus Kommune, Børn og Unge"; undefined where it does not say. */
export function organisationOf({ organisation: { name, unit } }: Framework): string | undefined {
  const known = [name, unit].filter((part) => part !== null);
  return known.length > 0 ? known.join(', ') : undefined;
}

/** The place of a statement or a theme in its document: "Kontorchefer: Serviceledelse", or the heading over what all share. */
export function placeLine({ framework, role, theme }: Pick<Place, 'framework' | 'role' | 'theme'>): string {
  if (role) return [role.label, theme?.label.text].filter(Boolean).join(': ');
  return theme?.label.text ?? framework.common.heading;
}

/** The line that names a source: document, who made it, edition, and the heading where the words stand. */
export function sourceLine(framework: Framework, heading: string | undefined, t: Strings): string {
  const document = framework.titled ? t.quoted(framework.title) : t.untitled(framework.title);
  const by = organisationOf(framework);
  const edition = framework.edition ? t.edition(framework.edition) : t.noEdition;
  const place = heading ? [t.under(heading)] : [];
  return `${t.source}: ${[document, ...(by && !framework.title.includes(by) ? [by] : []), edition, ...place].join(', ')}.`;
}

/** The first title that fits a phone, else the last. */
export function firstFitting(...titles: readonly string[]): string {
  return titles.find((title) => title.length <= LONGEST) ?? titles.at(-1) ?? '';
}

/** The words of a button that leads to the same in another edition; undefined where `framework` is none of the one at hand. */
export function editionTitle(framework: Framework, here: Framework | undefined, t: Strings): string | undefined {
  const isOther = here !== undefined && (framework.supersedes === here.id || here.supersedes === framework.id);
  return isOther ? t.button.edition(`${framework.edition ?? framework.name}`) : undefined;
}

/** What a time zone is called after: the city in its name. */
export function cityOf(zone: string, t: Strings): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return t.plan.cities[city] ?? city;
}
