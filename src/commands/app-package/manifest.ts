/**
 * The manifest of the Teams app: filled in, translated, and held against Microsoft's schema without the network.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Texts } from '../strings/da.js';

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

/** Anything that JSON holds between braces. */
export type Json = Record<string, unknown>;

/** A manifest, and what was wrong on the way to it, a line each. */
export type Made = { readonly manifest: Json; readonly faults: readonly string[] };

/** Puts values in the place of `${{NAME}}` in every text of the manifest. A placeholder without a value is a fault. */
export function fillManifest(template: unknown, { botId, appId, host, version }: AppValues, say: Texts): Made {
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
 * Names the registration in the manifest, so that the Teams admin center shows which permissions it has and lets an administrator grant
 * them there; without it that page is empty. `resource` is for signing people in, which the bot never does; Teams wants it filled.
 */
export function nameRegistration(manifest: Json, botId: string): Json {
  return { ...manifest, webApplicationInfo: { id: botId, resource: `api://botid-${botId}` } };
}

/**
 * The manifest as people with another language see it. Keys are paths into the manifest, as Teams reads them
 * ("bots[0].commandLists[0].commands[0].title"); a path that leads nowhere is a fault.
 */
export function translateManifest(manifest: Json, file: string, texts: Json, say: Texts): Made {
  const translated = structuredClone(manifest);
  const faults = Object.entries(texts).flatMap(([path, text]) => {
    if (path === '$schema') return [];
    const steps = path.split(/[.[\]]+/).filter(Boolean);
    const last = steps.pop() ?? '';
    const holder = steps.reduce<unknown>(step, translated);
    if (typeof step(holder, last) !== 'string') return [say.packageApp.noPath(file, path)];
    (holder as Json)[last] = text;
    return [];
  });
  return { manifest: translated, faults };
}

/** One step down a path: only to what stands there itself, never to what all objects have. */
function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value && Object.hasOwn(value, key) ? (value as Json)[key] : undefined;
}

/** What packs, reads and checks a package. */
export type Tools = {
  readonly validate: (manifest: Json, schema: object) => Promise<readonly string[]>;
  readonly zip: (entries: Record<string, Uint8Array>) => Uint8Array;
  /** Throws where it is no zip. Files above the limit, in bytes, are left out. */
  readonly unzip: (bytes: Uint8Array, most: number) => Record<string, Uint8Array>;
};

/** Any fixed moment, so that the same input gives the same bytes. */
const packedAt = new Date(2020, 0, 1);

/** Undefined where they are not installed: they are for development and stay out of the service, so they are loaded only here. */
export async function loadTools(): Promise<Tools | undefined> {
  try {
    const { unzipSync, zipSync } = await import('fflate');
    const { AppManifestUtils } = await import('@microsoft/app-manifest');
    type Checked = Parameters<typeof AppManifestUtils.validateAgainstSchema>;
    return {
      validate: async (manifest, schema) =>
        await AppManifestUtils.validateAgainstSchema(manifest as unknown as Checked[0], schema as Checked[1]),
      zip: (entries) => zipSync(entries, { level: 9, mtime: packedAt }),
      unzip: (bytes, most) => unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= most }),
    };
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** What Microsoft's schema of the manifest's own version finds wrong, a line each that begins with the file's name. */
export async function schemaFaults(validate: Tools['validate'], file: string, manifest: Json, say: Texts): Promise<string[]> {
  const schema = readSchema(manifest);
  if (!schema) return [say.packageApp.noSchema(file, manifest['manifestVersion'])];
  return (await validate(manifest, schema)).map((fault) => `${file}: ${fault.trim()}`);
}

/** Handed over, because the validator asks the network for a schema that it does not find. */
function readSchema({ manifestVersion }: Json): object | undefined {
  if (!/^\d+\.\d+$/.test(String(manifestVersion))) return undefined;
  const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'));
  const file = join(folder, `build/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
