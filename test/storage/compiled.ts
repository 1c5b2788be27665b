/**
 * Parts of the product compiled for processes of their own, below the package, from where Node finds what is installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A folder with compiled files as in `dist`, and how to remove it. */
export type Compiled = { readonly dist: string; remove(): void };

/** Compiles files of `src` and what they import, checking types; throws what the compiler says against it. */
export function compile(...files: readonly string[]): Compiled {
  mkdirSync('out', { recursive: true });
  const folder = resolve(mkdtempSync('out/compiled-'));
  const config = {
    extends: resolve('tsconfig.json'),
    compilerOptions: {
      rootDir: resolve('src'),
      outDir: join(folder, 'dist'),
      incremental: false,
      sourceMap: false,
      typeRoots: [resolve('node_modules/@types')],
    },
    include: [],
    files: files.map((file) => resolve(file)),
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  return { dist: join(folder, 'dist'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
