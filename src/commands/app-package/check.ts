/**
 * Reads an app package back: what it is, in words, and what is wrong with it. Whoever made it is not believed.
 */
import { z } from 'zod';
import type { Texts } from '../strings/da.js';
import { findSharedDomain } from './hosts.js';
import { type Json, schemaFaults, type Tools, translateManifest } from './manifest.js';

/** What a package is, a line each; what is wrong with it; and what works and had better be known. */
export type Checked = { readonly facts: readonly string[]; readonly faults: readonly string[]; readonly warnings: readonly string[] };

/** Bytes of one unpacked file at most: an icon or a manifest is far from it, and a package that lies about itself takes no more. */
const mostBytes = 5_000_000;
/** Pixels that Teams wants of an icon, each way (Teams, "App icons"). */
const iconSides: Readonly<Record<'color' | 'outline', number>> = { color: 192, outline: 32 };
const nobodysId = '00000000-0000-0000-0000-000000000000';

const language = z.object({ languageTag: z.string(), file: z.string() });
const bot = z.object({ botId: z.string(), scopes: z.array(z.string()).default([]) });
const manifestSchema = z.object({
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  name: z.object({ short: z.string() }),
  developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({ defaultLanguageTag: z.string(), additionalLanguages: z.array(language).default([]) }).optional(),
  bots: z.array(bot).min(1),
  composeExtensions: z.array(z.object({ botId: z.string() })).default([]),
  validDomains: z.array(z.string()).default([]),
  webApplicationInfo: z.object({ id: z.string() }).optional(),
});
type Manifest = z.output<typeof manifestSchema>;

/** Looks a package through. Where its manifest cannot be read there are faults alone. */
export async function checkPackage(bytes: Uint8Array, tools: Tools, say: Texts): Promise<Checked> {
  const { check } = say.packageApp;
  const entries = unpack(bytes, tools);
  if (!entries) return { facts: [], faults: [check.noZip], warnings: [] };
  const raw = readJson(entries['manifest.json']);
  if (!raw) return { facts: [], faults: [missingManifest(Object.keys(entries), say)], warnings: [] };
  const faults = await schemaFaults(tools.validate, 'manifest.json', raw, say);
  const parsed = manifestSchema.safeParse(raw);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path }) => check.lacks(path.join('.')));
    return { facts: [], faults: faults.length > 0 ? faults : where, warnings: [] };
  }
  const manifest = parsed.data;
  return {
    facts: describe(manifest, say),
    faults: [
      ...faults,
      ...(JSON.stringify(raw).includes('${{') ? [check.unfilled] : []),
      ...idFaults(manifest, say),
      ...hostFaults(manifest, say),
      ...iconFaults(manifest, entries, say),
      ...(await languageFaults(manifest, raw, entries, tools, say)),
      ...strayFaults(manifest, Object.keys(entries), say),
    ],
    warnings: sharedHosts(manifest).map(({ host, domain }) => say.packageApp.sharedHost(host, domain)),
  };
}

function unpack(bytes: Uint8Array, tools: Tools): Record<string, Uint8Array> | undefined {
  try {
    return tools.unzip(bytes, mostBytes);
  } catch {
    return undefined;
  }
}

function readJson(bytes: Uint8Array | undefined): Json | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
    return typeof value === 'object' && value && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** Mostly the folder was packed instead of what is in it. */
function missingManifest(files: readonly string[], { packageApp: { check } }: Texts): string {
  if (files.includes('manifest.json')) return check.noJson;
  const inside = files.find((file) => file.endsWith('/manifest.json'));
  return inside ? check.inFolder(inside) : check.noManifest;
}

function describe(manifest: Manifest, { packageApp: { check } }: Texts): string[] {
  const { name, version, manifestVersion, id, bots, composeExtensions, validDomains, webApplicationInfo } = manifest;
  const { defaultLanguageTag, additionalLanguages = [] } = manifest.localizationInfo ?? {};
  const named = new Map(Object.entries(check.scopes));
  const scopes = bots[0]?.scopes ?? [];
  const languages = [defaultLanguageTag ?? '?', ...additionalLanguages.map(({ languageTag }) => languageTag)];
  return [
    check.what(name.short, version, manifestVersion, languages.join(', ')),
    check.ids(id, bots[0]?.botId ?? ''),
    check.where(scopes.map((scope) => named.get(scope) ?? scope).join(', '), composeExtensions.length > 0),
    check.host(validDomains.join(', ')),
    webApplicationInfo ? check.asks(webApplicationInfo.id) : check.asksNothing,
  ];
}

function idFaults({ id, bots, composeExtensions, webApplicationInfo }: Manifest, { packageApp: { check } }: Texts): string[] {
  const [first] = bots;
  const others = [...bots.slice(1), ...composeExtensions].map(({ botId }) => botId).filter((botId) => botId !== first?.botId);
  return [
    ...[id, first?.botId].filter((each) => each === nobodysId).map(() => check.nobodysId),
    ...[...new Set(others)].map((other) => check.otherBot(first?.botId ?? '', other)),
    ...(webApplicationInfo && webApplicationInfo.id !== first?.botId ? [check.otherBot(first?.botId ?? '', webApplicationInfo.id)] : []),
  ];
}

/** Pages that people are sent to must be where the app says that it is. */
function hostFaults({ developer, validDomains }: Manifest, { packageApp: { check } }: Texts): string[] {
  return Object.values(developer).flatMap((address) => {
    if (!URL.canParse(address)) return [check.noAddress(address)];
    const { protocol, hostname } = new URL(address);
    if (protocol !== 'https:') return [check.noAddress(address)];
    return validDomains.includes(hostname) ? [] : [check.elsewhere(address)];
  });
}

function sharedHosts({ validDomains }: Manifest): { readonly host: string; readonly domain: string }[] {
  return validDomains.flatMap((host) => {
    const domain = findSharedDomain(host);
    return domain ? [{ host, domain }] : [];
  });
}

function iconFaults({ icons }: Manifest, entries: Record<string, Uint8Array>, { packageApp: { check } }: Texts): string[] {
  return (['color', 'outline'] as const).flatMap((kind) => {
    const bytes = entries[icons[kind]];
    if (!bytes) return [check.noFile(icons[kind])];
    const size = sizeOfPng(bytes);
    const side = iconSides[kind];
    if (!size) return [check.noPng(icons[kind])];
    return size.width === side && size.height === side ? [] : [check.wrongSize(icons[kind], size.width, size.height, side)];
  });
}

/** Width and height stand in the first chunk (PNG specification, sections 5.2 and 11.2.2). */
function sizeOfPng(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 24 || view.toString('hex', 0, 8) !== '89504e470d0a1a0a' || view.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

/** Each translation must fit the manifest, be of its version, and be valid once it is put in its place. */
async function languageFaults(
  { localizationInfo, manifestVersion }: Manifest,
  raw: Json,
  entries: Record<string, Uint8Array>,
  tools: Tools,
  say: Texts,
): Promise<string[]> {
  const { check } = say.packageApp;
  const faults: string[] = [];
  for (const { file } of localizationInfo?.additionalLanguages ?? []) {
    const texts = readJson(entries[file]);
    if (!texts) faults.push(entries[file] ? check.badLanguage(file) : check.noFile(file));
    else {
      const translated = translateManifest(raw, file, texts, say);
      if (!String(texts['$schema']).includes(`/v${manifestVersion}/`)) faults.push(check.otherVersion(file, manifestVersion));
      faults.push(...translated.faults, ...(await schemaFaults(tools.validate, file, translated.manifest, say)));
    }
  }
  return faults;
}

/** The store takes no file that the manifest does not name. */
function strayFaults({ icons, localizationInfo }: Manifest, files: readonly string[], { packageApp: { check } }: Texts): string[] {
  const named = ['manifest.json', icons.color, icons.outline, ...(localizationInfo?.additionalLanguages ?? []).map(({ file }) => file)];
  return files.filter((file) => !named.includes(file)).map((file) => check.stray(file));
}
