/**
 * HTML as a value: whatever is put into a template is made safe, unless it is HTML already.
 */

/** A piece of HTML. Only {@link html}, {@link raw} and {@link lined} make one. */
export type Html = { readonly html: string };

type Value = string | number | Html | readonly Html[] | undefined | false;

/** The template: text and numbers are escaped, HTML stands as it is, lists stand one after another, undefined and false are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return raw(parts.map((part, at) => part + (at < values.length ? write(values[at]) : '')).join(''));
}

/** Text of ours that is HTML already: a style, a picture. Never anything that a person or a document wrote. */
export function raw(text: string): Html {
  return { html: text };
}

/** Pieces with a line break between them. */
export function lined(pieces: readonly Html[]): Html {
  return raw(pieces.map((piece) => piece.html).join('\n'));
}

function write(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return safe(`${value}`);
  return 'html' in value ? value.html : value.map((each) => each.html).join('');
}

/** Safe between tags and in quoted attributes. */
function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
