/**
 * The pages that the service has, by their address.
 */
import type { Language } from '../content/language.js';
import type { Document } from './document.js';
import { type Page, renderPage, strings } from './page.js';
import { privacyDocument } from './privacy.js';
import type { Keeping } from './stored.js';

/** Who looks at a page, and what it must know of the service to be true. */
export type Visit = { readonly language: Language; readonly keeping: Keeping };

const documents: ReadonlyMap<string, (visit: Visit) => Document> = new Map([
  ['/om', ({ language }: Visit): Document => strings[language].about],
  ['/privatliv', ({ language, keeping }: Visit): Document => privacyDocument(language, keeping)],
  ['/vilkaar', ({ language }: Visit): Document => strings[language].terms],
  ['/tilgaengelighed', ({ language }: Visit): Document => strings[language].accessibility],
]);

/** The addresses of all pages; the app's manifest names those that Teams asks for. */
export const pagePaths: readonly string[] = [...documents.keys()];

/** The page at an address without its query, or undefined where there is none. */
export function findPage(path: string, visit: Visit): Page | undefined {
  const document = documents.get(path);
  return document && renderPage(document(visit), { language: visit.language, path });
}
