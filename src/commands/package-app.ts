/**
 * `npm run package-app -- --bot-id <guid> --host <name> [--app-id <guid>] [--out file.zip]`: fills in the manifest,
 * checks it against Microsoft's schema without the network, and writes the zip that Teams takes.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Texts } from './strings/da.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** What stands in the manifest's placeholders. */
export type AppValues = {
  /** The bot's application (client) id in Azure. */
  readonly botId: string;
  /** The app's id in Teams. The same for every version of the package, else Teams takes it for another app. */
  readonly appId: string;
  /** Where the bot answers: a host name without scheme, port or path. */
  readonly host: string;
  /** The version of the package. Teams takes an update only with a new one. */
  readonly version: string;
};

/** What the command was told, or everything that is wrong with it, a line each. */
export type ReadArguments =
  | { readonly ok: true; readonly values: Omit<AppValues, 'version'>; readonly out: string | undefined }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The parts of the package in memory, or why they can't be made. */
export type Packed =
  | { readonly ok: true; readonly zip: Uint8Array; readonly files: readonly string[] }
  | { readonly ok: false; readonly faults: readonly string[] };

type Json = Record<string, unknown>;
type Language = { readonly languageTag: string; readonly file: string };

const root = new URL('../../', import.meta.url);
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const HOST = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/i;
const NO_GUID = '00000000-0000-0000-0000-000000000000';
/** Any fixed moment, so that the same input gives the same bytes. */
const PACKED_AT = new Date(2020, 0, 1);

/** Checks the command line. Without `--app-id` the app has the bot's id, which Teams allows. */
export function readArguments(args: readonly string[], say: Texts): ReadArguments {
  const { usage, emptyOut, botId: isBotId, appId: leaveOut } = say.packageApp;
  const parsed = parse(args);
  if (typeof parsed === 'string') return { ok: false, faults: [parsed, usage] };
  const { 'bot-id': botId, 'app-id': appId = botId, host, out } = parsed;
  const faults = [
    ...guidFaults('--bot-id', botId, isBotId, say),
    ...(appId === botId ? [] : guidFaults('--app-id', appId, leaveOut, say)),
    ...hostFaults(host, say),
    ...(out === '' ? [emptyOut] : []),
  ];
  if (faults.length > 0 || !botId || !appId || !host) return { ok: false, faults: [...faults, usage] };
  return { ok: true, values: { botId: botId.toLowerCase(), appId: appId.toLowerCase(), host: host.toLowerCase() }, out };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      'bot-id': { type: 'string' },
      'app-id': { type: 'string' },
      host: { type: 'string' },
      out: { type: 'string' },
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
  return HOST.test(host) ? [] : [say.packageApp.badHost(host)];
}

/** Puts values in the place of `${{NAME}}` in every text of the manifest. A placeholder without a value is a fault. */
export function fillManifest(
  template: unknown,
  { botId, appId, host, version }: AppValues,
  say: Texts,
): { readonly manifest: Json; readonly faults: readonly string[] } {
  const known: Readonly<Record<string, string>> = { BOT_ID: botId, APP_ID: appId, HOST: host, VERSION: version };
  const faults: string[] = [];
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
    if (typeof value !== 'string') return value;
    return value.replace(/\$\{\{(\w*)\}\}/g, (placeholder, name: string) => {
      if (!known[name]) faults.push(say.packageApp.placeholder(placeholder, Object.keys(known).join(', ')));
      return known[name] ?? placeholder;
    });
  };
  return { manifest: fill(template) as Json, faults };
}

/**
 * The manifest as people with another language see it. Keys are paths into the manifest, as Teams reads them
 * ("bots[0].commandLists[0].commands[0].title"); a path that leads nowhere is a fault.
 */
export function translateManifest(
  manifest: Json,
  file: string,
  texts: Json,
  say: Texts,
): { readonly manifest: Json; readonly faults: readonly string[] } {
  const translated = structuredClone(manifest);
  const faults = Object.entries(texts).flatMap(([path, text]) => {
    if (path === '$schema') return [];
    const steps = path.split(/[.[\]]+/).filter(Boolean);
    const last = steps.pop() ?? '';
    const holder = steps.reduce<unknown>((value, step) => (value as Json | undefined)?.[step], translated) as Json | undefined;
    if (typeof holder?.[last] !== 'string') return [say.packageApp.noPath(file, path)];
    holder[last] = text;
    return [];
  });
  return { manifest: translated, faults };
}

/** Makes the package. It is checked whole: the manifest and each translation of it. */
export async function packApp(values: AppValues, say: Texts): Promise<Packed> {
  const tools = await loadTools();
  if (!tools) return { ok: false, faults: [say.packageApp.noTools] };
  const { manifest, faults } = fillManifest(readJson('manifest.json'), values, say);
  const { icons, localizationInfo } = manifest as { icons: Record<string, string>; localizationInfo: { additionalLanguages: Language[] } };
  const languages = localizationInfo.additionalLanguages.map(({ file }) => file);
  const all = [...faults, ...(await schemaFaults(tools.validate, 'manifest.json', manifest, say))];
  for (const file of languages) {
    const translation = translateManifest(manifest, file, readJson(file), say);
    all.push(...translation.faults, ...(await schemaFaults(tools.validate, file, translation.manifest, say)));
  }
  if (all.length > 0) return { ok: false, faults: all };
  const copied = [...languages, ...Object.values(icons)];
  const contents = Object.fromEntries(copied.map((name) => [name, readPart(name)]));
  const entries = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), ...contents };
  return { ok: true, zip: tools.zip(entries), files: Object.keys(entries) };
}

type Tools = {
  readonly validate: (manifest: Json, schema: object) => Promise<readonly string[]>;
  readonly zip: (entries: Record<string, Uint8Array>) => Uint8Array;
};

/** These packages are for development and stay out of the service, so they are loaded only here. */
async function loadTools(): Promise<Tools | undefined> {
  try {
    const { zipSync } = await import('fflate');
    const { AppManifestUtils } = await import('@microsoft/app-manifest');
    type Checked = Parameters<typeof AppManifestUtils.validateAgainstSchema>;
    return {
      validate: async (manifest, schema) =>
        await AppManifestUtils.validateAgainstSchema(manifest as unknown as Checked[0], schema as Checked[1]),
      zip: (entries) => zipSync(entries, { level: 9, mtime: PACKED_AT }),
    };
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function schemaFaults(validate: Tools['validate'], file: string, manifest: Json, say: Texts): Promise<string[]> {
  const schema = readSchema(manifest);
  if (!schema) return [say.packageApp.noSchema(file, manifest['manifestVersion'])];
  return (await validate(manifest, schema)).map((fault) => `manifest/${file}: ${fault.trim()}`);
}

/** Handed over, because the validator asks the network for a schema that it does not find. */
function readSchema({ manifestVersion }: Json): object | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'));
  const file = join(folder, `build/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function readPart(name: string): Uint8Array {
  return readFileSync(new URL(`manifest/${name}`, root));
}

function readJson(name: string): Json {
  return JSON.parse(Buffer.from(readPart(name)).toString('utf8'));
}

/** The command. The version is that of package.json. */
export async function main(args: readonly string[], _env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const read = readArguments(rest, say);
  if (!read.ok) return refuse(read.faults, to);
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const packed = await packApp({ ...read.values, version }, say);
  if (!packed.ok) return refuse(packed.faults, to);
  const out = read.out ?? `out/ledelseskompas-${version}.zip`;
  try {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, packed.zip);
  } catch (error) {
    return refuse([say.packageApp.unwritable(out, (error as { code?: unknown }).code)], to);
  }
  const { appId, botId, host } = read.values;
  const { written, values } = say.packageApp;
  return tell([written(out, say.decimal(packed.zip.length / 1000, 1), packed.files.join(', ')), values(version, appId, botId, host)], to);
}
