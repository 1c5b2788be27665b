/**
 * The bot's own mention in a text: in channels and group chats every message to it holds one, which is no part of what
 * was asked.
 */
import { decodeEntities } from '../language/markup.js';

/** A mention as the activity tells it beside the text; `text` is what stands in the text for it, where it is told. */
export type Mention = { readonly text: string | undefined; readonly id: string | undefined; readonly name: string | undefined };

/** A bot has one name, and perhaps another on somebody's machine; more texts than this stand for it in no message. */
const mostForms = 20;

const tag = /<at(?: [^<>]*)?>([^<>]*)<\/at>/g;

/**
 * Takes the bot's mentions out of a text and leaves those of others as plain names. A mention is the bot's by the text
 * told for it, or by its name, whether entities in it are written out or not; where neither is in the text, by being the
 * first that nobody else is told to be.
 */
export function stripMentions(text: string, mentions: readonly Mention[], bot: string | undefined): string {
  const own = bot === undefined ? [] : mentions.filter(({ id }) => id === bot);
  const forms = new Set(own.flatMap(({ text: form }) => (form?.trim() ? [form] : [])));
  const bare = [...forms].slice(0, mostForms).reduce((rest, form) => rest.replaceAll(form, ' '), text);
  const names = namesOf(own);
  const isFound = bare !== text || own.length === 0;
  const named = bare.replace(tag, (at, name: string) => (names.has(plain(name)) ? ' ' : at));
  const rest = isFound || named !== bare ? named : dropFirst(named, namesOf(mentions.filter(({ id }) => id !== bot)));
  return rest.replace(tag, '$1');
}

function dropFirst(text: string, others: ReadonlySet<string>): string {
  let isDropped = false;
  return text.replace(tag, (at, name: string) => {
    if (isDropped || others.has(plain(name))) return at;
    isDropped = true;
    return ' ';
  });
}

function namesOf(mentions: readonly Mention[]): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ text, name }) => [text, name].flatMap((form) => (form?.trim() ? [plain(form)] : []))));
}

/** A name as it reads, without tags: renamed bots bring an ampersand, written out or not. */
function plain(name: string): string {
  return decodeEntities(name.replace(/<[^<>]*>/g, ''))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
