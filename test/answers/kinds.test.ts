import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAnswerable } from '../../src/answers/answerer.js';
import { askedOf, kinds } from '../../src/answers/kinds.js';
import { textOfCard } from '../../src/cards/plain.js';
import { type Question, questionSchema } from '../../src/understanding/question.js';
import { plainSearch, smallLibrary } from './world.js';

describe('the kinds of answers', () => {
  it('have each a name of their own', () => {
    const names = kinds.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('share no intent, and answer every one that is no command', () => {
    const claimed = kinds.flatMap((kind) => ('asked' in kind && kind.asked ? Object.keys(kind.asked) : []));
    expect(claimed).toEqual([...new Set(claimed)]);
    const named = questionSchema.options.flatMap(({ shape: { intent } }) => ('options' in intent ? intent.options : [...intent.values]));
    const asked: Question['intent'][] = [...named, 'ambiguous'];
    const found = asked.filter((intent) => askedOf({ intent })?.find);
    expect(found).toEqual(asked.filter((intent) => isAnswerable({ intent } as Question)));
  });
});

/** What is asked of the code with the new kind. */
type Product = typeof import('../../src/answers/answerer.js') &
  typeof import('../../src/answers/cards.js') &
  typeof import('../../src/answers/summary.js') &
  typeof import('../../src/commands/gallery/exhibits.js');

/** The only files of `src` that a new kind with words of its own needs to touch, and what becomes of each. */
const added: Readonly<Record<string, (code: string) => string>> = {
  'answers/tide.ts': () => `
import type { Answered, Kind } from './kind.js';

export type TideAnswer = Answered<'tide', { readonly isHigh: boolean }>;

export const tideKind: Kind<TideAnswer> = {
  name: 'tide',
  card: ({ isHigh }, { t }) => ({
    summary: t.tide,
    body: [{ type: 'TextBlock', text: \`\${t.tide} \${isHigh}\`, wrap: true }],
    actions: [],
  }),
  exhibits: () => [{ kind: 'tide', isHigh: true, next: [] }],
};
`,
  'answers/kinds.ts': (code) =>
    code.replace(/^import /m, "import { tideKind } from './tide.js';\nimport ").replace('] as const;', '  tideKind,\n] as const;'),
  'answers/counted.ts': (code) => code.replace("\n  care: 'never',", "$&\n  tide: 'never',"),
  'cards/strings/da/talk.ts': (code) => code.replace(/^export const daTalk = \{/m, "$&\n  tide: 'Det er højvande:',"),
  'cards/strings/en/talk.ts': (code) => code.replace(/^export const enTalk\b[^{]*\{/m, "$&\n  tide: 'It is high tide:',"),
};

describe('a new kind', () => {
  let folder = '';

  beforeAll(() => {
    mkdirSync('out', { recursive: true });
    folder = resolve(mkdtempSync('out/kind-'));
    const src = join(folder, 'src');
    cpSync('src', src, { recursive: true });
    for (const [file, change] of Object.entries(added)) {
      const before = file === 'answers/tide.ts' ? '' : readFileSync(join(src, file), 'utf8');
      writeFileSync(join(src, file), change(before));
    }
    const options = {
      rootDir: src,
      outDir: join(folder, 'dist'),
      incremental: false,
      sourceMap: false,
      typeRoots: [resolve('node_modules/@types')],
    };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: resolve('tsconfig.json'), compilerOptions: options, include: [src] }),
    );
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('touches at most five files, and all the code compiles', () => {
    expect(Object.keys(added).length).toBeLessThanOrEqual(5);
    const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('has its card, its summary and its place in the gallery', async () => {
    const load = (file: string): Promise<Product> => import(pathToFileURL(join(folder, 'dist', file)).href);
    const files = ['answers/answerer.js', 'answers/cards.js', 'answers/summary.js', 'commands/gallery/exhibits.js'];
    const { createAnswerer, createCards, summarise, listGallery, missingKinds }: Product = Object.assign(
      {},
      ...(await Promise.all(files.map(load))),
    );
    const library = smallLibrary();
    const gallery = listGallery(createAnswerer({ library, search: plainSearch(library) }));
    const shown = gallery.filter(({ title }) => title.startsWith('tide'));
    expect(shown.map(({ answer, view }) => textOfCard(createCards(library)(answer, view).card))).toEqual([
      'Det er højvande: true',
      'It is high tide: true',
    ]);
    expect(missingKinds(gallery)).not.toContain('tide');
    const [first] = shown.map(({ answer }) => summarise(library, { intent: 'help' }, answer));
    expect(first?.statements).toEqual([]);
  });
});
