/**
 * `npm run licenses`: the licences of everything that the service ships with (what `npm ci --omit=dev` installs), and
 * how big it is. Ends with 1 when a licence is unknown or not allowed.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Texts } from './strings/da.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** One installed package. `expression` is an SPDX licence expression, undefined where the package names no licence. */
export type Shipped = { readonly name: string; readonly version: string; readonly path: string; readonly expression: string | undefined };

type LicenceTexts = Texts['licenses'];

/** Every licence that may ship, by its SPDX id, and why it may. */
const allowed: Readonly<Record<string, keyof LicenceTexts['reasons']>> = {
  MIT: 'notice',
  ISC: 'notice',
  '0BSD': 'unconditional',
  'BSD-2-Clause': 'notice',
  'BSD-3-Clause': 'endorsement',
  'Apache-2.0': 'patents',
  'BlueOak-1.0.0': 'notice',
  'PSF-2.0': 'python',
  Unlicense: 'publicDomain',
  'CC-BY-3.0': 'data',
  BSD: 'notice',
  'MPL-1.1': 'files',
};

/** Packages that name no licence, by name and version, and what a person found. Looked up again for each new version. */
const foundByHand: Readonly<Record<string, { readonly expression: string; readonly file: string; readonly heading: string }>> = {
  'escape-regexp-component@1.0.2': { expression: 'MIT', file: 'Readme.md', heading: 'License' },
};

/**
 * Packages whose licence asks for more than a notice, the page on which the product does it, and the source that is named
 * there. A test looks there.
 */
export const attributions: Readonly<
  Record<string, { readonly asks: keyof LicenceTexts['asks']; readonly page: string; readonly source: string }>
> = {
  'date-holidays': {
    asks: 'holidays',
    page: '/vilkaar',
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

/** Everything that ships with the package in a folder, as its lock file and what is installed say. */
export function readShipped(root: string): readonly Shipped[] {
  const readManifest = (path: string): unknown => {
    const file = join(root, path, 'package.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  return listShipped(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')), readManifest);
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
export function findLicenceFaults(shipped: readonly Shipped[], say: Texts): readonly string[] {
  return shipped.flatMap(({ name, version, expression }) => {
    if (!expression) return [say.licenses.unnamed(`${name}@${version}`)];
    return isAllowed(expression) ? [] : [say.licenses.refused(`${name}@${version}`, expression)];
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

function reportLicences(shipped: readonly Shipped[], say: Texts): string[] {
  const { reasons, noneNamed } = say.licenses;
  const reasonFor = (expression: string) => {
    const reason = allowed[expression];
    return reason ? ` (${reasons[reason]})` : '';
  };
  const groups = new Map<string, string[]>();
  for (const { expression = noneNamed, name, version } of shipped)
    groups.set(expression, [...(groups.get(expression) ?? []), `${name}@${version}`]);
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([expression, names]) => [`${expression}: ${names.length}${reasonFor(expression)}`, `  ${names.sort().join(', ')}`]);
}

function reportSpecial(shipped: readonly Shipped[], say: Texts): string[] {
  const { asks: texts, given, found } = say.licenses;
  const names = new Set(shipped.map(({ name }) => name));
  const asked = Object.entries(attributions)
    .filter(([name]) => names.has(name))
    .map(([name, { asks, page }]) => `  ${name}: ${given(texts[asks], page)}`);
  const byHand = shipped.flatMap(({ name, version }) => {
    const licence = foundByHand[`${name}@${version}`];
    return licence ? [`  ${name}@${version}: ${found(licence.expression, licence.file, licence.heading)}`] : [];
  });
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', `${title}:`, ...lines] : []);
  return [...section(say.licenses.attributions, asked), ...section(say.licenses.byHand, byHand)];
}

function reportSize(shipped: readonly Shipped[], root: string, say: Texts): string[] {
  const sizes = shipped.map(({ name, path }) => ({ name, bytes: sizeOf(join(root, path)) }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const biggest = sizes
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, 6)
    .filter(({ bytes }) => bytes > 0);
  const share = (bytes: number) => `${say.decimal(bytes / 1e6, 1).padStart(6)} MB  ${((100 * bytes) / total).toFixed(0).padStart(2)} %`;
  return [
    '',
    say.licenses.installed(sizes.filter(({ bytes }) => bytes > 0).length, shipped.length, say.decimal(total / 1e6, 1)),
    ...biggest.map(({ name, bytes }) => `${share(bytes)}  ${name}`),
  ];
}

/** The command. It reads package-lock.json and what is installed, and asks no network. */
export function main(args: readonly string[], _env: NodeJS.ProcessEnv, to: Terminal = terminal): number {
  const { say } = readSpeech(args);
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const shipped = readShipped(root);
  const faults = findLicenceFaults(shipped, say);
  const { allMayShip, someMayNot } = say.licenses;
  const verdict = faults.length === 0 ? allMayShip(shipped.length) : someMayNot(faults.length, shipped.length);
  tell([...reportLicences(shipped, say), ...reportSpecial(shipped, say), ...reportSize(shipped, root, say), '', verdict], to);
  return faults.length === 0 ? 0 : refuse(faults, to);
}
