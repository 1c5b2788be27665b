/**
 * The compasses of all tenants: one for all that see the same of the content, since each takes a moment and some 20 MB to make.
 */
import { type Cards, createCards } from '../answers/cards.js';
import type { Surface } from '../cards/desk.js';
import type { Links } from '../cards/links.js';
import type { Care } from '../care/care.js';
import type { Library } from '../content/library.js';
import { oncePer, remember } from '../content/once.js';
import type { Dictionary } from '../language/dictionary.js';
import type { Lexicon } from '../language/lexicon.js';
import type { LanguageTables } from '../search/tables.js';
import type { Tenant } from '../tenants/tenants.js';
import type { IntentModel } from '../understanding/intent-model.js';
import { type Compass, createCompass } from './compass.js';

/** Which frameworks, by id, all when left out; and the one for people without a profile. */
export type Wanted = { readonly frameworks?: readonly string[] | undefined; readonly fallback?: string | undefined };

/** The content as the bot takes it: its language may be compiled before, and what was learned of it may come later. */
export type Content = {
  readonly library: Library;
  readonly lexicon: Lexicon;
  readonly compile?: (() => LanguageTables) | undefined;
  /** A part of it, the same for the same wish; without it there is only the whole. */
  readonly select?: ((wanted: Wanted) => { readonly library: Library; compile(): LanguageTables }) | undefined;
  readonly dictionary?: Dictionary | undefined;
  readonly learned?: (() => IntentModel | undefined) | undefined;
};

/** What compasses are made with besides the content. */
export type CompassesParts = {
  readonly content: Content;
  readonly care?: Care | undefined;
  readonly links: Links;
  readonly notesIn: Surface;
  /** Whether there is a language model that may be asked. */
  readonly hasReader: boolean;
};

/** What of cards differs between tenants that see the same. */
type Own = { readonly contact: string | undefined; readonly reader: boolean; readonly pages: boolean };

/** Compasses, made when they are first asked for. */
export type Compasses = {
  of(tenant: Pick<Tenant, 'frameworks' | 'defaultFramework' | 'secondReader' | 'contact' | 'sharing'>): Compass;
  select(wanted: Wanted): Compass;
  /** Prepares one that is not prepared; false where there is none. */
  prepare(tenants: readonly Tenant[]): boolean;
};

/** Creates them. */
export function createCompasses({ content, care, links, notesIn, hasReader }: CompassesParts): Compasses {
  const select = remember((wanted: Wanted) => {
    const { library, compile } = content.select?.(wanted) ?? content;
    const { lexicon, dictionary, learned } = content;
    return createCompass(library, lexicon, { links, notesIn, tables: compile?.(), dictionary, care, learned });
  }, JSON.stringify);
  const cardsOf = oncePer(({ library }: Compass, own: string): Cards => {
    const { contact, reader, pages } = JSON.parse(own) as Own;
    return createCards(library, { ...links, contact, ...(!pages && { pages: undefined }) }, notesIn, reader);
  });
  const of: Compasses['of'] = ({ frameworks, defaultFramework: fallback, secondReader, contact, sharing: pages }) => {
    const compass = select({ frameworks, fallback });
    const own: Own = { contact, reader: secondReader && hasReader, pages };
    return own.contact || own.reader || !pages ? { ...compass, cards: cardsOf(compass, JSON.stringify(own)) } : compass;
  };
  const prepared = new WeakSet<Library>();
  return {
    of,
    select,
    prepare(tenants) {
      for (const tenant of tenants) {
        const compass = of(tenant);
        if (prepared.has(compass.library)) continue;
        prepared.add(compass.library);
        compass.prepare();
        return true;
      }
      return false;
    },
  };
}
