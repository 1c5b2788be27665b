/**
 * The little HTML that Teams puts into messages, read as a person reads it: quotes apart from what they wrote, pictures
 * and files noticed, everything else as plain text.
 */

/** A message without its markup. */
export type Unmarked = {
  /** What stands outside of quotes. */
  readonly text: string;
  /** What stands in quotes: somebody else's words, or words from before. */
  readonly quoted: string;
  /** Addresses that its links lead to. */
  readonly links: readonly string[];
  /** True where something stands that is no text: a picture, a file, a card, a forwarded message. */
  readonly holds: boolean;
};

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What surrounds words from before: the quote of a reply. */
const quotes = wordsOf('blockquote quoted');
/** What stands for something that is no text. */
const things = wordsOf('attachment img video audio object iframe');
/** What begins a line of its own. */
const blocks = wordsOf('br p div li ul ol tr table hr pre h1 h2 h3 h4 h5 h6');
/** What parts words within a line. */
const gaps = wordsOf('td th');
/** What changes only how words look. */
const looks = wordsOf('b i u s em strong span font a at code sub sup small strike del ins mark tbody thead html body');

/** One tag; it cannot run past another `<`, so that hostile text is read once. */
const tag = /<(\/?)([a-z][a-z0-9]{0,20})(?![a-z0-9])([^<>]*)>/gi;

/** Reads a message's markup; a tag that nobody knows ("<rolle>") was typed and stays as it is. */
export function unmark(html: string): Unmarked {
  const own: string[] = [];
  const quoted: string[] = [];
  const links: string[] = [];
  let depth = 0;
  let holds = false;
  let end = 0;
  const write = (words: string) => (depth > 0 ? quoted : own).push(words);
  for (const { 0: whole, 1: slash, 2: called = '', 3: attributes = '', index } of html.matchAll(tag)) {
    write(html.slice(end, index));
    end = index + whole.length;
    const name = called.toLowerCase();
    if (quotes.has(name)) {
      depth = slash ? Math.max(0, depth - 1) : attributes.endsWith('/') ? depth : depth + 1;
      own.push('\n');
    } else if (isFace(name, attributes)) write(slash ? '' : ` ${attributeOf(attributes, 'alt') ?? ''} `);
    else if (things.has(name) || attributes.includes('inline-compose-card')) {
      holds ||= depth === 0;
      write(' ');
    } else if (blocks.has(name)) write('\n');
    else if (gaps.has(name)) write(' ');
    else if (!looks.has(name)) write(whole);
    const link = name === 'a' && depth === 0 ? attributeOf(attributes, 'href') : undefined;
    if (link) links.push(decodeEntities(link));
  }
  write(html.slice(end));
  return { text: decodeEntities(own.join('')), quoted: decodeEntities(quoted.join('')), links, holds };
}

/** An emoji is a picture that is read as what it shows. */
function isFace(name: string, attributes: string): boolean {
  return name === 'emoji' || (name === 'img' && attributes.includes('skype.com/Emoji'));
}

function attributeOf(attributes: string, name: string): string | undefined {
  const at = attributes.toLowerCase().indexOf(`${name}=`);
  const mark = attributes[at + name.length + 1];
  if (at < 0 || (mark !== '"' && mark !== "'")) return undefined;
  return attributes.slice(at + name.length + 2).split(mark, 1)[0];
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['aelig', 'æ'],
  ['oslash', 'ø'],
  ['aring', 'å'],
  ['AElig', 'Æ'],
  ['Oslash', 'Ø'],
  ['Aring', 'Å'],
]);

/** Writes entities as the characters they stand for, once ("&amp;lt;" is "&lt;"); unknown ones stay as they are. */
export function decodeEntities(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, code?: string, hex?: string, name?: string) => {
    if (name) return entities.get(name) ?? whole;
    return String.fromCodePoint(Math.min(code ? Number(code) : Number.parseInt(hex ?? '', 16), 0x10ffff));
  });
}
