/**
 * `npm run package-app -- --bot-id <guid> --host <name> [--app-id <guid>] [--graph] [--any-host] [--out file.zip]`: fills in the
 * manifest, checks it against Microsoft's schema without the network, and writes the zip that Teams takes. `--check file.zip` reads
 * one back.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPackage } from './app-package/check.js';
import { findSharedDomain, isHost } from './app-package/hosts.js';
import {
  type AppValues,
  fillManifest,
  type Json,
  loadTools,
  nameRegistration,
  schemaFaults,
  translateManifest,
} from './app-package/manifest.js';
import type { Texts } from './strings/da.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** What the command was told, or everything that is wrong with it, a line each. */
export type ReadArguments =
  | {
      readonly ok: true;
      readonly values: Omit<AppValues, 'version'>;
      readonly out: string | undefined;
      readonly graph: boolean;
      readonly warnings: readonly string[];
    }
  | { readonly ok: true; readonly check: string }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The parts of the package in memory, or why they can't be made. */
export type Packed =
  | { readonly ok: true; readonly zip: Uint8Array; readonly files: readonly string[] }
  | { readonly ok: false; readonly faults: readonly string[] };

type Language = { readonly languageTag: string; readonly file: string };

const root = new URL('../../', import.meta.url);
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const NO_GUID = '00000000-0000-0000-0000-000000000000';

/** Checks the command line. Without `--app-id` the app has the bot's id, which Teams allows. */
export function readArguments(args: readonly string[], say: Texts): ReadArguments {
  const { usage, emptyOut, botId: isBotId, appId: leaveOut } = say.packageApp;
  const parsed = parse(args);
  if (typeof parsed === 'string') return { ok: false, faults: [parsed, usage] };
  const { 'bot-id': botId, 'app-id': appId = botId, host, out, check, graph = false, 'any-host': anyHost = false } = parsed;
  if (check !== undefined) return check !== '' && Object.keys(parsed).length === 1 ? { ok: true, check } : { ok: false, faults: [usage] };
  const shared = host && isHost(host) ? sharedHost(host, say) : [];
  const faults = [
    ...guidFaults('--bot-id', botId, isBotId, say),
    ...(appId === botId ? [] : guidFaults('--app-id', appId, leaveOut, say)),
    ...hostFaults(host, say),
    ...(anyHost ? [] : shared.map((fault) => `${fault} ${say.packageApp.anyHost}`)),
    ...(out === '' ? [emptyOut] : []),
  ];
  if (faults.length > 0 || !botId || !appId || !host) return { ok: false, faults: [...faults, usage] };
  const values = { botId: botId.toLowerCase(), appId: appId.toLowerCase(), host: host.toLowerCase() };
  return { ok: true, values, out, graph, warnings: shared };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      'bot-id': { type: 'string' },
      'app-id': { type: 'string' },
      host: { type: 'string' },
      out: { type: 'string' },
      check: { type: 'string' },
      graph: { type: 'boolean' },
      'any-host': { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return (error as Error).message;
  }
}

function guidFaults(name: string, value: string | undefined, what: string, say: Texts): string[] {
  const { missing, noId, nobodysId } = say.packageApp;
  if (!value) return [missing(name, what)];
  if (!GUID.test(value)) return [noId(name, value, what)];
  return value === NO_GUID ? [nobodysId(name, value, what)] : [];
}

function hostFaults(host: string | undefined, say: Texts): string[] {
  if (!host) return [say.packageApp.noHost];
  return isHost(host) ? [] : [say.packageApp.badHost(host)];
}

function sharedHost(host: string, say: Texts): string[] {
  const domain = findSharedDomain(host);
  return domain ? [say.packageApp.sharedHost(host, domain)] : [];
}

/**
 * Makes the package. It is checked whole: the manifest and each translation of it. With `graph` it names the registration, whose
 * permissions an administrator then sees in the Teams admin center.
 */
export async function packApp(values: AppValues, say: Texts, graph = false): Promise<Packed> {
  const tools = await loadTools();
  if (!tools) return { ok: false, faults: [say.packageApp.noTools] };
  const { manifest: filled, faults } = fillManifest(readJson('manifest.json'), values, say);
  const manifest = graph ? nameRegistration(filled, values.botId) : filled;
  const { icons, localizationInfo } = manifest as { icons: Record<string, string>; localizationInfo: { additionalLanguages: Language[] } };
  const languages = localizationInfo.additionalLanguages.map(({ file }) => file);
  const all = [...faults, ...(await schemaFaults(tools.validate, 'manifest/manifest.json', manifest, say))];
  for (const file of languages) {
    const translation = translateManifest(manifest, `manifest/${file}`, readJson(file), say);
    all.push(...translation.faults, ...(await schemaFaults(tools.validate, `manifest/${file}`, translation.manifest, say)));
  }
  if (all.length > 0) return { ok: false, faults: all };
  const copied = [...languages, ...Object.values(icons)];
  const contents = Object.fromEntries(copied.map((name) => [name, readPart(name)]));
  const entries = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), ...contents };
  return { ok: true, zip: tools.zip(entries), files: Object.keys(entries) };
}

function readPart(name: string): Uint8Array {
  return readFileSync(new URL(`manifest/${name}`, root));
}

function readJson(name: string): Json {
  return JSON.parse(Buffer.from(readPart(name)).toString('utf8'));
}

/** The command. The version is that of package.json; GRAPH=on among the settings counts as `--graph`. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const read = readArguments(rest, say);
  if (!read.ok) return refuse(read.faults, to);
  if ('check' in read) return await check(read.check, say, to);
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const graph = read.graph || env['GRAPH'] === 'on';
  const packed = await packApp({ ...read.values, version }, say, graph);
  if (!packed.ok) return refuse(packed.faults, to);
  const out = read.out ?? `out/ledelseskompas-${version}.zip`;
  try {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, packed.zip);
  } catch (error) {
    return refuse([say.packageApp.unwritable(out, (error as { code?: unknown }).code)], to);
  }
  if (read.warnings.length > 0) to.complain(`${read.warnings.join('\n')}\n`);
  const { appId, botId, host } = read.values;
  const { written, values } = say.packageApp;
  return tell([written(out, say.decimal(packed.zip.length / 1000, 1), packed.files.join(', ')), values(version, appId, botId, host)], to);
}

async function check(file: string, say: Texts, to: Terminal): Promise<number> {
  const tools = await loadTools();
  if (!tools) return refuse([say.packageApp.noTools], to);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return refuse([say.packageApp.unreadable(file, (error as { code?: unknown }).code)], to);
  }
  const { facts, faults, warnings } = await checkPackage(bytes, tools, say);
  if (facts.length > 0) tell(facts, to);
  if (warnings.length > 0) to.complain(`${warnings.join('\n')}\n`);
  return faults.length > 0 ? refuse(faults, to) : tell([say.packageApp.check.good], to);
}
