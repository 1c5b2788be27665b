/**
 * What can be wrong with content, as data: what it is called, and the facts that its words are made of. The words themselves stand
 * in `strings/`, and `words.ts` chooses among them.
 */

/** Where in a file's data a value stands: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** What a key is meant to hold: a text, a list, several lines with keys of their own, a whole number, or true or false. */
export type Wanted = 'text' | 'list' | 'lines' | 'number' | 'truth';

/** What an id may name that is not there. */
export type Named = 'role' | 'theme' | 'subtheme' | 'group' | 'statement' | 'edition' | 'prompt' | 'framework';

/**
 * Everything that can be found, and its facts. `stands` is what stands in the file, `write` the lines to write instead,
 * `given` a value or id as it was written.
 */
export type Outcomes = {
  // The file as such.
  readonly encoding: { readonly stands: string };
  readonly garbled: { readonly stands: string; readonly write: string };
  readonly lost: { readonly stands: string };
  readonly ending: { readonly name: string; readonly rename: string };
  readonly stray: { readonly name: string };
  readonly 'no-folder': Record<never, never>;
  readonly 'no-file': Record<never, never>;
  readonly 'no-framework': Record<never, never>;
  // How it is written.
  readonly tab: { readonly stands: string; readonly write: string };
  readonly colon: { readonly stands: string; readonly write: string };
  readonly 'open-quote': { readonly stands: string };
  readonly 'quote-inside': { readonly stands: string; readonly write: string };
  readonly 'open-bracket': { readonly stands: string };
  readonly sign: { readonly stands: string; readonly write: string };
  readonly 'key-twice': { readonly key: string };
  readonly comma: { readonly stands: string; readonly write: string };
  readonly yaml: { readonly stands: string; readonly said: string };
  // One value.
  readonly empty: { readonly key: string };
  readonly 'empty-file': Record<never, never>;
  readonly missing: { readonly keys: readonly string[]; readonly wanted: Wanted; readonly write: readonly string[] };
  readonly shape: { readonly key: string; readonly wanted: Wanted; readonly write: readonly string[] };
  readonly 'empty-list': { readonly key: string; readonly write: readonly string[] };
  readonly unknownKey: { readonly keys: readonly string[]; readonly nearest: string | undefined };
  readonly 'one-of': {
    readonly key: string;
    readonly given: string;
    readonly allowed: readonly string[];
    readonly nearest: string | undefined;
  };
  readonly 'too-long': { readonly key: string; readonly most: number };
  readonly 'out-of-range': { readonly key: string; readonly least: number; readonly most: number };
  readonly 'id-form': { readonly key: string; readonly given: string; readonly suggested: string };
  readonly 'full-stop': { readonly key: string };
  readonly 'source-name': { readonly given: string };
  readonly capital: { readonly key: string; readonly write: string };
  readonly opening: { readonly key: string; readonly opening: string };
  /** In words that somebody else chose, the same in every language. */
  readonly plain: { readonly words: string };
  // What must agree.
  readonly name: { readonly key: string; readonly given: string; readonly name: string };
  readonly twice: { readonly given: string };
  readonly unknown: {
    readonly what: Named;
    readonly given: string;
    readonly known: readonly string[];
    readonly nearest: string | undefined;
    /** The key that the id stands at; empty where it is a key itself. */
    readonly key: string;
  };
  readonly 'silent-role': { readonly role: string; readonly theme: string };
  readonly homeless: { readonly id: string };
  readonly 'two-examples': { readonly theme: string };
  readonly 'no-example': { readonly theme: string };
  readonly 'no-common-example': Record<never, never>;
  readonly 'same-words': { readonly stands: string };
  readonly 'two-topics': { readonly word: string; readonly first: string; readonly second: string };
  readonly 'not-loaded': { readonly setting: string; readonly given: string; readonly known: readonly string[] };
  // The document as received.
  readonly 'no-source': { readonly given: string; readonly there: readonly string[] };
  readonly wording: { readonly stands: string; readonly write: string | undefined };
  readonly copies: { readonly stands: string; readonly found: number; readonly wanted: number };
  readonly unused: { readonly from: number; readonly to: number; readonly stands: string };
  readonly 'unused-more': { readonly places: number };
  // Our own questions.
  readonly 'no-question': { readonly stands: string };
  readonly closed: { readonly stands: string };
  readonly 'not-open': { readonly stands: string };
  readonly alike: { readonly stands: string; readonly other: string };
  readonly repeats: { readonly stands: string };
  readonly unasked: { readonly ids: readonly string[]; readonly count: number };
  readonly unlikely: { readonly stands: string; readonly intent: string; readonly likelier: string };
};

/** What was found, with its facts. */
export type Found = { readonly [Id in keyof Outcomes]: { readonly id: Id; readonly facts: Outcomes[Id] } }[keyof Outcomes];

/** Something found at one value of a file. */
export type Fault = Found & { readonly path: Path };

/** A finding in words: what stands there and what to do about it, and the lines to write instead where there are any. */
export type Said = { readonly text: string; readonly write?: readonly string[] };

/** The words of a language. An outcome without its words does not compile. */
export type Words = { readonly [Id in keyof Outcomes]: (facts: Outcomes[Id]) => Said };
