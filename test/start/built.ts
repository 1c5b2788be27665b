/**
 * The package as built, with what it learned: made once for all test processes of a run, by whoever needs it first.
 * Learning and compiling take half a minute of a core, and a dozen tests begin with them.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { loadThroughCopy } from '../../src/storage/content-copy.js';
import { packTree } from './pack.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** An empty folder of this run. */
    runFolder: string;
  }
}

/** The folder of the built package. Nobody may change what is in it. */
export async function builtTree(): Promise<string> {
  const [folder, done] = [join(inject('runFolder'), 'built'), join(inject('runFolder'), 'done')];
  if (existsSync(done)) return folder;
  if (isFirst(folder)) {
    await buildIn(folder);
    writeFileSync(done, '');
  } else await appears(done);
  return folder;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function buildIn(folder: string): Promise<void> {
  packTree(folder);
  const build = `import { build } from './src/commands/build.mjs';
    const fault = await build();
    if (fault) throw new Error(fault);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', build], { cwd: folder });
  const loaded = await loadThroughCopy(join(folder, 'content'), {}, join(folder, 'dist'));
  if (!loaded.ok) throw new Error('the content has faults: run npm run check-content');
  loaded.compile();
  const { learned } = await import('../support/content.js');
  if (!loaded.learned()) loaded.keep(learned());
}

/** Whoever is first may take a minute; where it fails, the test's own time limit ends the wait. */
async function appears(file: string): Promise<void> {
  const watcher = watch(inject('runFolder'));
  try {
    await new Promise<void>((resolve) => {
      const look = () => existsSync(file) && resolve();
      watcher.on('change', look);
      look();
    });
  } finally {
    watcher.close();
  }
}
