/**
 * What the message extension finds, shows and inserts, as data. `teams/extension.ts` puts it into Teams' shapes.
 */

import { maxLine, promptPressedSchema } from '../cards/acts.js';
import { oneLine } from '../cards/elements.js';
import type { Message } from '../cards/message.js';
import { placeOfPath } from '../content/address.js';
import type { Language } from '../content/language.js';
import { findPlace } from '../content/place.js';
import type { Compass } from '../conversation/compass.js';
import type { StoredProfile } from '../conversation/ports.js';
import { cut, type Item, kindOfItem, textsOf, toItem } from './items.js';
import { fillPromptForm, firstWish, readWish, type Wish } from './prompt-dialog.js';

/** What is answered: rows to choose from, a word, a dialog, a card to insert. */
export type Found =
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly message: Message }
  | { readonly kind: 'insert'; readonly item: Item };

/** Who looks, and when. */
export type Looker = { readonly profile: StoredProfile; readonly language: Language; readonly at: Date };

/** Which part of a long list. */
export type Window = { readonly skip: number; readonly count: number };

/** What finding needs. `pages` is the service's own host, where it has pages. */
export type FinderParts = { readonly compass: Compass; readonly pages: string | undefined; readonly random: (n: number) => number };

/** Everything the message extension can do. Never throws for anything that came from outside. */
export type Finder = {
  /** Finds about what is being typed; before a word is typed, what is worth a look. */
  search(text: string, window: Window, looker: Looker): Found;
  /** Opens the dialog with a prompt. */
  openPrompt(looker: Looker): Found;
  /** What a button of that dialog does; `data` is untrusted. */
  pressPrompt(data: unknown, looker: Looker): Found;
  /** What is said about a message, as it was sent; for the asker only. */
  askAbout(text: string, looker: Looker): Found;
  /** The card behind an address of ours. */
  unfurl(url: string, looker: Looker): Found;
  /** What to do instead of a command that nobody knows. */
  unknown(looker: Looker): Found;
};

/** More rows are not made at once: each carries its whole card. */
const mostRows = 25;
/** So much of a text is looked up. */
const mostText = 500;
const dayMs = 86_400_000;

/** Creates it. */
export function createFinder(parts: FinderParts): Finder {
  return {
    search: (text, window, looker) => search(parts, text, window, looker),
    openPrompt: (looker) => openDialog(parts, firstWish(parts.compass.library, looker.profile), '', looker),
    pressPrompt: (data, looker) => pressPrompt(parts, data, looker),
    askAbout: (text, looker) => askAbout(parts, text, looker),
    unfurl: (url, looker) => unfurl(parts, url, looker),
    unknown,
  };
}

/** Why nothing is found: sharing is off for a tenant, everything is, or a pilot group alone is answered. */
export type Shut = 'off' | 'stopped' | 'pilots';

/** Where nothing may be shared, or not by who looks: whatever is looked for is answered by a kind word. */
export function createShutFinder(why: Shut): Finder {
  const shut = ({ language }: Looker): Found => ({ kind: 'say', text: textsOf(language).extension[why] });
  return {
    search: (_, __, looker) => shut(looker),
    openPrompt: shut,
    pressPrompt: (_, looker) => shut(looker),
    askAbout: (_, looker) => shut(looker),
    unfurl: (_, looker) => shut(looker),
    unknown: shut,
  };
}

function unknown({ language }: Looker): Found {
  return { kind: 'say', text: textsOf(language).extension.unknown };
}

function search({ compass }: FinderParts, text: string, { skip, count }: Window, looker: Looker): Found {
  const t = textsOf(looker.language).extension;
  const asked = text.slice(0, mostText).trim();
  const day = Math.floor(looker.at.getTime() / dayMs);
  const finds = asked === '' ? compass.catalogue.begin(looker.profile, day) : compass.catalogue.find(asked, looker.profile);
  if (finds.length === 0) return { kind: 'say', text: text.length > mostText ? t.long : t.nothing(cut(asked)) };
  const rows = finds.slice(skip, skip + Math.min(count, mostRows));
  return { kind: 'list', items: rows.map((find) => toItem(compass, find, looker.language)) };
}

function openDialog({ compass, random }: FinderParts, wish: Wish | undefined, line: string, looker: Looker): Found {
  const form = wish && fillPromptForm(compass, wish, looker.language, random);
  if (!form) return unknown(looker);
  const message = compass.cards({ ...form, ...(line && { line }) }, { language: looker.language, group: true });
  return { kind: 'dialog', title: textsOf(looker.language).extension.promptTitle, message };
}

function pressPrompt(parts: FinderParts, data: unknown, looker: Looker): Found {
  const { library } = parts.compass;
  const pressed = promptPressedSchema.safeParse(data).data;
  if (!pressed) return openDialog(parts, firstWish(library, looker.profile), '', looker);
  const line = (pressed.line ?? '').slice(0, maxLine);
  const place = findPlace(library, pressed.subject);
  if (pressed.step === 'insert' && place?.prompt)
    return { kind: 'insert', item: toItem(parts.compass, { kind: 'prompt', place }, looker.language, line) };
  return openDialog(parts, readWish(library, pressed) ?? firstWish(library, looker.profile), line, looker);
}

function askAbout({ compass }: FinderParts, text: string, { language, profile }: Looker): Found {
  const t = textsOf(language).extension;
  const written = compass.clean(text).text;
  if (written === '') return { kind: 'say', text: t.messageEmpty };
  const asked = oneLine(written).slice(0, mostText);
  const own = profile.framework && profile.role ? { framework: profile.framework, role: profile.role } : undefined;
  const answer = compass.answer({ intent: 'topic', text: asked }, { group: true, random: () => 0, language, profile: own });
  const shown = answer.kind === 'topic' ? { ...answer, topic: cut(asked) } : answer;
  return {
    kind: 'dialog',
    title: t.messageTitle,
    message: compass.cards(shown, { language, group: true, inserted: true, line: t.onlyYou }),
  };
}

function unfurl({ compass, pages }: FinderParts, url: string, { language }: Looker): Found {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isOurs = pages !== undefined && address?.origin === new URL(pages).origin;
  const place = isOurs ? placeOfPath(compass.library, address.pathname) : undefined;
  if (!place) return { kind: 'say', text: textsOf(language).extension.noLink };
  return { kind: 'list', items: [toItem(compass, { kind: kindOfItem(place), place }, language)] };
}
