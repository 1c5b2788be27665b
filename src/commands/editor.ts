/**
 * `npm run editor -- --list [--tenant ID]`: the open letters to the editor, for whoever reads none in Teams. `--done ID …` marks
 * letters as done. Opening them needs the keys, and leaves a line in `audit.log`.
 */
import { parseArgs } from 'node:util';
import { type PersonKey, personal } from '../conversation/person.js';
import type { Letter } from '../people/ports.js';
import { audit } from '../storage/audit.js';
import type { Storage } from '../storage/storage.js';
import { readTenantsForm } from '../storage/tenants-file.js';
import type { Texts } from './strings/da.js';
import { type Settings, withSettings, withStorage } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** What is to be done: letters listed, or marked as done. */
type Order = { readonly tenant: string | undefined; readonly done: readonly string[] | undefined };

/** The command. It reads the service's own configuration. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = parse(rest);
  if (!order) return refuse([say.editor.usage], to);
  return await withSettings(env, to, (settings) =>
    withStorage(settings, to, (storage) =>
      order.done ? finish(order.done, order.tenant, storage, say, to) : list(order.tenant, { settings, storage }, say, to),
    ),
  );
}

function parse(args: readonly string[]): Order | undefined {
  try {
    const options = { list: { type: 'boolean' }, done: { type: 'boolean' }, tenant: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { list: isList = false, done: isDone = false, tenant } = values;
    if (isList === isDone || (isDone ? positionals.length === 0 : positionals.length > 0)) return undefined;
    return { tenant, done: isDone ? positionals : undefined };
  } catch {
    return undefined;
  }
}

/** The tenants that are meant: the one named, or all that have open letters. */
async function tenantsOf(tenant: string | undefined, storage: Storage): Promise<readonly string[]> {
  return tenant === undefined ? storage.listLetterTenants() : [tenant];
}

async function list(
  wanted: string | undefined,
  { settings, storage }: { readonly settings: Settings; readonly storage: Storage },
  say: Texts,
  to: Terminal,
): Promise<number> {
  const tenants = await tenantsOf(wanted, storage);
  const found = await Promise.all(tenants.map(async (tenant) => ({ tenant, ...(await storage.letters.list(tenant)) })));
  const count = found.reduce((sum, { total }) => sum + total, 0);
  const untraced = audit(settings.dataDir, { command: 'editor', letters: count }, to.complain);
  if (untraced) return refuse([untraced], to);
  for (const { tenant, person } of editorsOf(settings, tenants))
    if (await isStranger(tenant, person, storage)) to.complain(`${say.editor.stranger}\n`);
  const lines = found.flatMap(({ tenant, letters }) => [
    ...(found.length > 1 ? [say.editor.tenant(tenant)] : []),
    ...letters.flatMap((letter) => linesOf(letter, say)),
  ]);
  return tell(count === 0 ? [say.editor.none] : lines, to);
}

/** The editors of those tenants that are meant, as the file of tenants or the settings name them. */
function editorsOf({ tenantsFile, allowedTenants, editor }: Settings, tenants: readonly string[]) {
  const read = tenantsFile ? readTenantsForm(tenantsFile) : undefined;
  const meant = tenants.length > 0 ? tenants : read?.ok ? read.file.tenants.map(({ id }) => id) : allowedTenants;
  const named = new Map(read?.ok ? read.file.tenants.map(({ id, editor: person }) => [id, person]) : []);
  return meant.map((tenant) => ({ tenant, person: read ? named.get(tenant.toLowerCase()) : editor.person }));
}

/** Whether the editor of the settings never wrote to the bot: then no letter is told of in Teams. */
async function isStranger(tenant: string, person: string | undefined, { addresses }: Storage): Promise<boolean> {
  const editor: PersonKey | undefined = person === undefined ? undefined : { tenant, entraId: person };
  return editor !== undefined && (await addresses.load(personal(editor))) === undefined;
}

function linesOf({ id, sentAt, framework, reason, said }: Letter, { editor }: Texts): string[] {
  const day = sentAt.toISOString().slice(0, 'yyyy-mm-dd'.length);
  const words = said.ok ? said.words : `(${said.fault})`;
  const name = said.ok && said.name !== undefined ? said.name : editor.unsigned;
  return [
    [id, day, framework || editor.noFramework, editor.reason[reason], name].join('  '),
    ...words.split(/\s*[\n\r\u2028\u2029]+\s*/u).map((line) => `    ${line.replace(/\p{Cc}/gu, ' ')}`),
  ];
}

async function finish(ids: readonly string[], wanted: string | undefined, storage: Storage, say: Texts, to: Terminal): Promise<number> {
  const now = new Date();
  let finished = 0;
  for (const tenant of await tenantsOf(wanted, storage)) finished += await storage.letters.finish(tenant, ids, now);
  return finished === ids.length
    ? tell([say.editor.finished(finished)], to)
    : refuse([say.editor.unknown(ids.length - finished, finished)], to);
}
