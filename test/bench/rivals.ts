/**
 * Searches over the same statements with what one would take from the shelf. All get the same documents, the same
 * question, and hits of other frameworks are dropped where the person has one.
 */
import { createRequire } from 'node:module';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { allStatements, type Library, themeOf } from '../../src/content/library.js';

/** Ids of statements, best first. */
export type Rival = { readonly name: string; readonly find: (text: string, framework: string | undefined) => readonly string[] };

type Doc = { readonly id: string; readonly framework: string; readonly text: string; readonly about: string };

/** The statements as documents: their words, and the theme and role they stand under. */
export function listDocs(library: Library): Doc[] {
  return library.frameworks.flatMap((framework) =>
    allStatements(framework).map((statement) => {
      const theme = statement.theme === undefined ? undefined : themeOf(framework, statement.theme);
      const role = framework.roles.find(({ id }) => id === statement.role);
      return { id: statement.id, framework: framework.id, text: statement.text, about: `${theme?.label.text ?? ''} ${role?.label ?? ''}` };
    }),
  );
}

/** Makes all of them. */
export function createRivals(library: Library): Rival[] {
  const docs = listDocs(library);
  const frameworkOf = new Map(docs.map(({ id, framework }) => [id, framework]));
  const keep = (ids: readonly string[], framework: string | undefined) =>
    framework === undefined ? ids : ids.filter((id) => frameworkOf.get(id) === framework);
  const rival = (name: string, find: (text: string) => readonly string[]): Rival => ({
    name,
    find: (text, framework) => keep(find(text), framework),
  });
  const plain = new MiniSearch<Doc>({ fields: ['text', 'about'] });
  plain.addAll(docs);
  const fuse = new Fuse(docs, { keys: ['text', 'about'], ignoreLocation: true, includeScore: true, threshold: 0.6 });
  const tokens = new Fuse(docs, { keys: ['text', 'about'], useTokenSearch: true, includeScore: true });
  return [
    rival('MiniSearch, plain', (text) => plain.search(text).map(({ id }) => String(id))),
    rival('MiniSearch, fuzzy 0.2 and prefix', (text) => plain.search(text, { fuzzy: 0.2, prefix: true }).map(({ id }) => String(id))),
    rival('fuse.js', (text) => fuse.search(text).map(({ item }) => item.id)),
    rival('fuse.js, by words', (text) => tokens.search(text).map(({ item }) => item.id)),
    rival('lunr with lunr-languages da', createLunr(docs)),
  ];
}

type LunrIndex = { query(build: (query: { term(term: unknown, options: object): void }) => void): readonly { readonly ref: string }[] };
type LunrBuilder = { use(plugin: unknown): void; ref(name: string): void; field(name: string): void; add(doc: Doc): void };
type Lunr = { (build: (this: LunrBuilder) => void): LunrIndex; readonly da: unknown; tokenizer(text: string): readonly unknown[] };

/** lunr and its languages are CommonJS that extends lunr when called. */
function createLunr(docs: readonly Doc[]): (text: string) => readonly string[] {
  const require = createRequire(import.meta.url);
  const lunr = require('lunr') as Lunr;
  for (const part of ['lunr.stemmer.support', 'lunr.da']) (require(`lunr-languages/${part}`) as (lunr: Lunr) => void)(lunr);
  const index = lunr(function () {
    this.use(lunr.da);
    this.ref('id');
    this.field('text');
    this.field('about');
    for (const doc of docs) this.add(doc);
  });
  return (text) => index.query((query) => query.term(lunr.tokenizer(text), {})).map(({ ref }) => ref);
}
