/**
 * The app's package for Teams beside the settings: it must name this bot and this host, or Teams asks somebody else.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { type Asked, look } from '../look.js';
import type { Found } from '../outcomes.js';

const manifestSchema = z.object({
  version: z.string(),
  bots: z.array(z.object({ botId: z.string() })).min(1),
  composeExtensions: z
    .array(
      z.object({
        botId: z.string(),
        messageHandlers: z.array(z.object({ value: z.object({ domains: z.array(z.string()).default([]) }) })).default([]),
      }),
    )
    .default([]),
  validDomains: z.array(z.string()).default([]),
});
type Manifest = z.output<typeof manifestSchema>;

const packed = /^ledelseskompas-.*\.zip$/;
const manifestName = 'manifest.json';
/** Teams takes packages of a few megabytes; what is larger is no package. */
const mostBytes = 10_000_000;

/** The look at the package. */
export const packageLooks = [
  look('package', lookAtPackage, { unless: ({ credentials }) => (credentials ? undefined : { outcome: 'local', facts: {} }) }),
] as const;

async function lookAtPackage({ parts, settings }: Asked): Promise<Found<'package'>> {
  const path = parts.packageFile ?? findNewest(join(parts.packageFolder, 'out'));
  if (!path) return { outcome: 'none', facts: {} };
  const file = parts.packageFile ?? relative(parts.packageFolder, path);
  const manifest = await readManifest(path);
  if (!manifest) return { outcome: 'unreadable', facts: { file } };
  const wanted = settings.credentials?.appId.toLowerCase() ?? '';
  const other = botsOf(manifest).find((bot) => bot !== wanted);
  if (other !== undefined) return { outcome: 'otherBot', facts: { file, packed: other, wanted } };
  const host = settings.publicUrl && new URL(settings.publicUrl).hostname;
  if (host && !hostsOf(manifest).includes(host))
    return { outcome: 'otherHost', facts: { file, packed: manifest.validDomains.join(', ') || '?', wanted: host } };
  return { outcome: 'good', facts: { file, version: manifest.version } };
}

function findNewest(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder)
    .filter((name) => packed.test(name))
    .map((name) => join(folder, name));
  return files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
}

/** Undefined for anything that is no package of an app. */
async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    if (statSync(path).size > mostBytes) return undefined;
    const { unzipSync } = await import('fflate');
    const entries = unzipSync(readFileSync(path), {
      filter: ({ name, originalSize }) => name === manifestName && originalSize <= mostBytes,
    });
    return manifestSchema.parse(JSON.parse(Buffer.from(entries[manifestName] ?? []).toString('utf8')));
  } catch {
    return undefined;
  }
}

function botsOf({ bots, composeExtensions }: Manifest): readonly string[] {
  return [...bots, ...composeExtensions].map(({ botId }) => botId.toLowerCase());
}

/** Hosts whose links Teams asks the bot about, and may open for it. */
function hostsOf({ validDomains, composeExtensions }: Manifest): readonly string[] {
  const asked = composeExtensions.flatMap(({ messageHandlers }) => messageHandlers.flatMap(({ value }) => value.domains));
  return validDomains.filter((domain) => asked.includes(domain));
}
