/**
 * What a checkout holds that running needs, copied elsewhere.
 */
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = ['package.json', 'package-lock.json', 'tsconfig.json', 'src', 'content', '.env.example'];

/** Copies the package into a folder; the installed packages come along as a link. */
export function packTree(folder: string): void {
  const isOurs = (path: string) => !path.endsWith('.copies');
  for (const name of kept.filter((each) => existsSync(join(root, each))))
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: isOurs });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}
