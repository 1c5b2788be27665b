/**
 * `npm run tenants`: the tenants of TENANTS_FILE; `--add`, `--on`, `--off` and `--remove` change the file, and the service
 * reads it within a minute. What an editor wrote beside the values stays.
 */
import { chmodSync, chownSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Document, parseDocument } from 'yaml';
import { loadContent } from '../storage/content-files.js';
import { readTenants } from '../storage/tenants-file.js';
import { type TenantsAround, type TenantsFile, tenantSwitches } from '../tenants/tenants.js';
import type { Texts } from './strings/da.js';
import { faultLines, withoutKeys } from './terminal/opening.js';
import { toTable } from './terminal/table.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

type Switch = (typeof tenantSwitches)[number];

/** What is to be done. */
type Order =
  | { readonly kind: 'list' }
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly name: string;
      readonly frameworks?: readonly string[];
      readonly fallback?: string;
    }
  | { readonly kind: 'turn'; readonly id: string; readonly what: Switch; readonly to: 'on' | 'off' }
  | { readonly kind: 'remove'; readonly id: string };

type Change = Exclude<Order, { kind: 'list' }>;

/** The command. It reads the service's own settings. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = parse(rest);
  if (!order) return refuse([say.tenants.usage(tenantSwitches.join(', '))], to);
  return await withoutKeys(env, to, async (settings) => {
    if (!settings.tenantsFile) return refuse([say.tenants.noFile], to);
    const content = loadContent(settings.contentDir);
    if (!content.ok) return refuse(faultLines(content.faults), to);
    const frameworks = content.library.frameworks.map(({ id }) => id);
    const around = { frameworks, hasReader: settings.secondReader !== undefined, hasGraph: settings.graph };
    return order.kind === 'list' ? list(settings.tenantsFile, around, say, to) : change(settings.tenantsFile, order, around, say, to);
  });
}

function parse(args: readonly string[]): Order | undefined {
  const text = { type: 'string' } as const;
  const options = { add: text, name: text, frameworks: text, default: text, on: text, off: text, remove: text } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = (['add', 'on', 'off', 'remove'] as const).filter((key) => values[key] !== undefined);
    const [what, ...more] = positionals;
    if (given.length > 1 || more.length > 0) return undefined;
    const { add: id, name, frameworks, default: fallback } = values;
    if (id !== undefined && name && what === undefined)
      return {
        kind: 'add',
        id,
        name,
        ...(frameworks && { frameworks: frameworks.split(',').map((each) => each.trim()) }),
        ...(fallback && { fallback }),
      };
    if (values.remove !== undefined && what === undefined) return { kind: 'remove', id: values.remove };
    const [to] = given;
    if (to === 'on' || to === 'off') {
      const named = tenantSwitches.find((each) => each === (what ?? 'served'));
      return named && { kind: 'turn', id: values[to] ?? '', what: named, to };
    }
    return args.length === 0 ? { kind: 'list' } : undefined;
  } catch {
    return undefined;
  }
}

function list(path: string, around: TenantsAround, say: Texts, to: Terminal): number {
  const read = readTenants(path, around);
  if (!read.ok) return refuse(faultLines(read.faults), to);
  const rows = read.file.tenants.map((tenant) => {
    const off = tenantSwitches.filter((each) => tenant[each] === 'off');
    return [tenant.name, tenant.id, (tenant.frameworks ?? [say.tenants.all]).join(', '), off.join(', ')];
  });
  return tell(toTable([say.tenants.head, ...rows], 4), to);
}

/** Changes the text of the file, and writes it when what comes of it has no fault. */
function change(path: string, order: Change, around: TenantsAround, say: Texts, to: Terminal): number {
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : 'tenants: []\n');
  const known = (document.toJS() as Partial<TenantsFile> | null)?.tenants ?? [];
  const id = order.id.toLowerCase();
  const at = known.findIndex((tenant) => tenant.id?.toLowerCase() === id);
  if (order.kind === 'add' && at !== -1) return refuse([say.tenants.isThere(order.id)], to);
  if (order.kind !== 'add' && at === -1) return refuse([say.tenants.unknown(order.id)], to);
  if (order.kind === 'remove' && known[at]?.keys !== undefined) return refuse([say.tenants.hasKeys(known[at]?.name ?? '')], to);
  if (order.kind === 'remove' && known.length === 1) return refuse([say.tenants.last], to);
  apply(document, order, at);
  const draft = `${path}.draft`;
  writeDraft(draft, document.toString({ lineWidth: 0 }), path);
  const read = readTenants(draft, around);
  if (!read.ok) {
    rmSync(draft);
    return refuse([...read.faults.map(({ message }) => message), say.tenants.unchanged], to);
  }
  renameSync(draft, path);
  return tell([outcome(order, known[at]?.name ?? '', say)], to);
}

/** For the same readers as the file had: whoever runs the command may be another user than the service. */
function writeDraft(draft: string, text: string, path: string): void {
  writeFileSync(draft, text);
  if (!existsSync(path)) return;
  const { mode, uid, gid } = statSync(path);
  chmodSync(draft, mode);
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
}

function outcome(order: Change, name: string, { tenants }: Texts): string {
  if (order.kind === 'add') return tenants.added(order.name);
  return order.kind === 'remove' ? tenants.removed(name) : tenants.turned(name, order.what, order.to === 'on');
}

function apply(document: Document, order: Change, at: number): void {
  if (order.kind === 'remove') document.deleteIn(['tenants', at]);
  if (order.kind === 'turn') document.setIn(['tenants', at, order.what], order.to);
  if (order.kind === 'add') {
    const { id, name, frameworks, fallback } = order;
    const entry = { id, name, ...(frameworks && { frameworks }), ...(fallback && { defaultFramework: fallback }) };
    document.addIn(['tenants'], document.createNode(entry));
  }
}
