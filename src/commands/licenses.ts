/**
 * `npm run licenses`: the licences of everything that the service ships with (what `npm ci --omit=dev` installs), and
 * how big it is. Ends with 1 when a licence is unknown or not allowed.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One installed package. `expression` is an SPDX licence expression, undefined where the package names no licence. */
export type Shipped = { readonly name: string; readonly version: string; readonly path: string; readonly expression: string | undefined };

/** Every licence that may ship, by its SPDX id, and why it may. */
export const allowed: Readonly<Record<string, string>> = {
  MIT: 'permissive: keep the notice',
  ISC: 'permissive: keep the notice',
  '0BSD': 'permissive: no condition',
  'BSD-2-Clause': 'permissive: keep the notice',
  'BSD-3-Clause': 'permissive: keep the notice, no endorsement',
  'Apache-2.0': 'permissive: keep the notice, patents granted',
  'BlueOak-1.0.0': 'permissive: keep the notice',
  'PSF-2.0': 'permissive: keep the notice (the parser argparse came from Python)',
  Unlicense: 'public domain',
  'CC-BY-3.0': 'data only: names its source, see the attributions',
};

/** Packages that name no licence, by name and version, and what a person found. Looked up again for each new version. */
const foundByHand: Readonly<Record<string, { readonly expression: string; readonly where: string }>> = {
  'escape-regexp-component@1.0.2': { expression: 'MIT', where: 'Readme.md, under License' },
};

/** Packages whose licence asks for more than a notice, and where the product does it. A test looks there. */
export const attributions: Readonly<Record<string, { readonly asks: string; readonly given: string; readonly source: string }>> = {
  'date-holidays': {
    asks: 'its data is CC BY 3.0 by package.json and CC BY-SA 3.0 by its LICENSE file: name the source and the licence; used unchanged',
    given: 'page /vilkaar, "Kilder og licenser"',
    source: 'https://github.com/commenthol/date-holidays',
  },
};

/** A package of the lock file, as far as it is read. */
type Locked = { readonly version?: string; readonly license?: unknown; readonly dev?: boolean };

/** Everything in the lock file but what is for development only; packages for other machines too, since they may ship. */
export function listShipped(
  lock: { readonly packages: Readonly<Record<string, Locked>> },
  readManifest: (path: string) => unknown,
): readonly Shipped[] {
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, locked]) => {
      const manifest = readManifest(path) as { license?: unknown; licenses?: unknown } | undefined;
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const version = locked.version ?? '';
      const expression =
        readExpression(manifest?.license ?? manifest?.licenses ?? locked.license) ?? foundByHand[`${name}@${version}`]?.expression;
      return { name, version, path, expression };
    });
}

/** Older packages write an object or a list of them, of which one may be chosen. */
function readExpression(license: unknown): string | undefined {
  if (typeof license === 'string') return license.trim() || undefined;
  if (Array.isArray(license)) return license.map(readExpression).filter(Boolean).join(' OR ') || undefined;
  return typeof license === 'object' && license && 'type' in license ? readExpression(license.type) : undefined;
}

/** Stand in for a part in parentheses that was decided; no licence has such a name. */
const yes = '+';
const no = '-';

/**
 * Whether an SPDX expression can be fulfilled with the allowed licences: all sides of AND, one side of OR, and AND
 * binds closer (SPDX specification, annex "License expressions"). What can't be read is not allowed.
 */
export function isAllowed(expression: string): boolean {
  const group = /\(([^()]*)\)/.exec(expression);
  if (group) return isAllowed(expression.replace(group[0], isAllowed(group[1] ?? '') ? yes : no));
  const isKnown = (id: string) => id === yes || Object.hasOwn(allowed, id);
  return expression.split(/\sOR\s/).some((side) => side.split(/\sAND\s/).every((id) => isKnown(id.trim())));
}

/** What may not ship, a line each with the way out. */
export function findFaults(shipped: readonly Shipped[]): readonly string[] {
  return shipped.flatMap(({ name, version, expression }) => {
    if (!expression)
      return [
        `${name}@${version} names no licence. Read its files, then add it to foundByHand in src/commands/licenses.ts, or do without it.`,
      ];
    if (isAllowed(expression)) return [];
    return [
      `${name}@${version} is "${expression}", which is not on the list of allowed licences in src/commands/licenses.ts. Add it there with the reason, or do without it.`,
    ];
  });
}

/** The bytes of a package's own files, without the packages inside it; 0 where it is not installed on this machine. */
function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + sizeOf(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}

function reportLicences(shipped: readonly Shipped[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { expression = 'none named', name, version } of shipped)
    groups.set(expression, [...(groups.get(expression) ?? []), `${name}@${version}`]);
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([expression, names]) => [
      `${expression}: ${names.length}${allowed[expression] ? ` (${allowed[expression]})` : ''}`,
      `  ${names.sort().join(', ')}`,
    ]);
}

function reportSpecial(shipped: readonly Shipped[]): string[] {
  const names = new Set(shipped.map(({ name }) => name));
  const asked = Object.entries(attributions)
    .filter(([name]) => names.has(name))
    .map(([name, { asks, given }]) => `  ${name}: ${asks}. Given: ${given}`);
  const byHand = shipped.flatMap(({ name, version }) => {
    const found = foundByHand[`${name}@${version}`];
    return found ? [`  ${name}@${version}: ${found.expression} (${found.where})`] : [];
  });
  return [...(asked.length > 0 ? ['', 'Attributions:', ...asked] : []), ...(byHand.length > 0 ? ['', 'Found by hand:', ...byHand] : [])];
}

function reportSize(shipped: readonly Shipped[], root: string): string[] {
  const sizes = shipped.map(({ name, path }) => ({ name, bytes: sizeOf(join(root, path)) }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const biggest = sizes
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, 6)
    .filter(({ bytes }) => bytes > 0);
  const share = (bytes: number) => `${(bytes / 1e6).toFixed(1).padStart(6)} MB  ${((100 * bytes) / total).toFixed(0).padStart(2)} %`;
  return [
    '',
    `${sizes.filter(({ bytes }) => bytes > 0).length} of ${shipped.length} packages are installed on this machine, ${(total / 1e6).toFixed(1)} MB of files:`,
    ...biggest.map(({ name, bytes }) => `${share(bytes)}  ${name}`),
  ];
}

/** The command. It reads package-lock.json and what is installed, and asks no network. */
export function main(_args: readonly string[], _env: NodeJS.ProcessEnv): number {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const readManifest = (path: string): unknown => {
    const file = join(root, path, 'package.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const shipped = listShipped(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')), readManifest);
  const faults = findFaults(shipped);
  const lines = [...reportLicences(shipped), ...reportSpecial(shipped), ...reportSize(shipped, root)];
  process.stdout.write(
    `${lines.join('\n')}\n\n${faults.length === 0 ? `All ${shipped.length} packages may ship.` : `${faults.length} of ${shipped.length} packages may not ship:`}\n`,
  );
  if (faults.length > 0) process.stderr.write(`${faults.join('\n')}\n`);
  return faults.length === 0 ? 0 : 1;
}
