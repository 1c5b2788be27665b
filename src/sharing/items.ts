/**
 * A find as a row to choose from, with the card that choosing it inserts.
 */
import { oneLine } from '../cards/elements.js';
import type { Message } from '../cards/message.js';
import { da, type Strings } from '../cards/strings/da.js';
import { en } from '../cards/strings/en.js';
import { COMMON } from '../content/framework.js';
import type { Language } from '../content/language.js';
import { statementsOf } from '../content/library.js';
import type { Place } from '../content/place.js';
import type { Compass } from '../conversation/compass.js';
import type { Find, FindKind } from '../search/catalogue.js';

/** One row: what it is, one line of it, where it comes from. */
export type Item = { readonly title: string; readonly line: string; readonly source: string; readonly message: Message };

/** So much of a text stands on one line. */
const lineLength = 140;

/** The texts of a language. */
export function textsOf(language: Language): Strings {
  return language === 'en' ? en : da;
}

/** Makes the row; `line` is what the person writes to go with the card. */
export function toItem({ answer, cards }: Compass, { kind, place }: Find, language: Language, line?: string): Item {
  const t = textsOf(language);
  const message = cards(answer.at(place, language), { language, group: true, inserted: true, ...(line && { line }) });
  return {
    title: titleOf(kind, place),
    line: cut(lineOf(kind, place, language, t)),
    source: `${t.extension.kind[kind]} · ${place.framework.name}`,
    message,
  };
}

/** A text in one line, cut where a row ends. */
export function cut(text: string): string {
  const line = oneLine(text);
  return line.length <= lineLength
    ? line
    : `${line
        .slice(0, lineLength - 2)
        .replace(/\p{Surrogate}$/u, '')
        .trimEnd()} …`;
}

/** What kind of find a place is. */
export function kindOfItem({ role, theme, statement, prompt }: Place): FindKind {
  if (prompt) return 'prompt';
  if (statement) return 'statement';
  return theme ? 'theme' : role ? 'role' : 'common';
}

function titleOf(kind: FindKind, { framework, role, theme, subtheme }: Place): string {
  const whose = role?.label ?? framework.common.heading;
  if (kind === 'role' || kind === 'common') return whose;
  if (kind === 'theme' && !role) return subtheme?.label.text ?? theme?.label.text ?? whose;
  return [whose, theme?.label.text].filter(Boolean).join(' · ');
}

function lineOf(kind: FindKind, place: Place, language: Language, t: Strings): string {
  const { framework, role, theme, statement, prompt } = place;
  if (kind === 'prompt') return prompt?.[language] ?? '';
  if (kind === 'statement') return statement?.text ?? '';
  if (kind === 'theme' && !role) return theme?.definition?.text ?? t.extension.themeLine;
  const count = statementsOf(framework, role?.id ?? COMMON, kind === 'theme' ? theme?.id : undefined).length;
  return kind === 'common' ? t.extension.commonLine(count) : t.extension.roleLine(count);
}
