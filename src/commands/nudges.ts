/**
 * `npm run nudges -- --at 2026-11-24T08:00+01:00 [--dry-run]`: one pass as at that time, or what it would do.
 * `npm run nudges -- --report [--days 14]`: how the nudges of the last days ended.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { systemClock } from '../clock.js';
import { type Config, parseConfig } from '../config.js';
import { createLog } from '../log.js';
import { createNudging, type Nudging } from '../nudges/assemble.js';
import type { CountLine } from '../nudges/counts.js';
import type { DayCount } from '../nudges/ports.js';
import { loadContent } from '../storage/content-files.js';
import { openStorage, type Storage } from '../storage/storage.js';
import { createAdapter } from '../teams/adapter.js';
import { isAllowedServiceUrl, isServed } from '../teams/guard.js';
import { createMessenger } from '../teams/messenger.js';

/** What the command was told, or everything that is wrong with it. */
export type NudgesOrder =
  | { readonly kind: 'pass'; readonly at: Date; readonly dryRun: boolean }
  | { readonly kind: 'report'; readonly days: number }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const usage = 'Usage: npm run nudges -- --at 2026-11-24T08:00+01:00 [--dry-run], or npm run nudges -- --report [--days 14]';
const barWidth = 40;
const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Reads the command line. The time must say its offset, so that it means the same on every machine. */
export function readOrder(args: readonly string[]): NudgesOrder {
  const values = parse(args);
  if (typeof values === 'string') return { kind: 'faults', faults: [values, usage] };
  const { at, report, days = '14', 'dry-run': dryRun = false } = values;
  if (report && !at && !dryRun) {
    if (/^\d{1,3}$/.test(days) && Number(days) > 0) return { kind: 'report', days: Number(days) };
    return { kind: 'faults', faults: [`--days "${days}" is not a number of days. Write 1 to 999.`, usage] };
  }
  if (!at || report || values.days) return { kind: 'faults', faults: [usage] };
  const time = DateTime.fromISO(at, { setZone: true });
  if (time.isValid && /(Z|[+-]\d{2}(:?\d{2})?)$/.test(at) && at.includes('T')) return { kind: 'pass', at: time.toJSDate(), dryRun };
  return { kind: 'faults', faults: [`--at "${at}" is not a time with its offset. Write it like 2026-11-24T08:00+01:00.`, usage] };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      at: { type: 'string' },
      'dry-run': { type: 'boolean' },
      report: { type: 'boolean' },
      days: { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A pass as a table: how nudges ended, why, and how many of people and of shared conversations. No names. */
export function passTable(lines: readonly CountLine[]): string[] {
  if (lines.length === 0) return ['Nothing was due.'];
  const rows = [
    ['outcome', 'why', 'people', 'teams'],
    ...lines.map(({ state, reason, people, conversations }) => [state, reason ?? '', `${people}`, `${conversations}`]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) => (column < 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0));
  return rows.map((row) => row.map(cell).join('  '));
}

/** Deliveries by day and outcome as bars, the longest {@link barWidth} wide. No names. */
export function reportBars(counts: readonly DayCount[]): string[] {
  if (counts.length === 0) return ['No nudges in these days.'];
  const most = Math.max(...counts.map(({ count }) => count));
  const label = ({ state, reason }: DayCount) => (reason ? `${state} (${reason})` : state);
  const width = Math.max(...counts.map((each) => label(each).length));
  return counts.map((each, index) => {
    const day = counts[index - 1]?.day === each.day ? ' '.repeat(each.day.length) : each.day;
    return `${day}  ${label(each).padEnd(width)}  ${'█'.repeat(Math.max(1, Math.round((each.count / most) * barWidth)))} ${each.count}`;
  });
}

/** The command; it reads the same settings as the service and may run beside it. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const order = readOrder(args);
  if (order.kind === 'faults') return complain(order.faults);
  const parsed = parseConfig(env);
  if (!parsed.ok) return complain(parsed.faults);
  const { config } = parsed;
  const mode = config.credentials ? 'registered' : 'local';
  const opened = await openStorage({ ...config, dataDir: resolve(packageFolder, config.dataDir), mode });
  if (!opened.ok) return complain([opened.fault]);
  try {
    return await run(order, config, opened.storage);
  } finally {
    await opened.storage.close();
  }
}

async function run(order: Exclude<NudgesOrder, { kind: 'faults' }>, config: Config, storage: Storage): Promise<number> {
  if (order.kind === 'report') {
    const since = DateTime.fromJSDate(systemClock()).minus({ days: order.days - 1 });
    return print(reportBars(await storage.outbox.report(since.toFormat('yyyy-MM-dd'))));
  }
  const content = loadContent(resolve(packageFolder, config.contentDir), {
    frameworks: config.frameworks,
    fallback: config.defaultFramework,
  });
  if (!content.ok) return complain(content.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`));
  const { dispatcher } = create(config, storage, content.library);
  const lines = order.dryRun ? await dispatcher.preview(order.at) : await dispatcher.runPass(order.at);
  return print([
    `${order.dryRun ? 'Dry run, nothing is sent: a' : 'A'} pass as at ${order.at.toISOString()}`,
    '',
    ...passTable(lines ?? []),
  ]);
}

function create(config: Config, storage: Storage, library: Parameters<typeof createNudging>[0]['library']): Nudging {
  const policy = { local: !config.credentials, allowedTenants: config.allowedTenants, allowedServiceHosts: config.allowedServiceHosts };
  const log = createLog('error', { write: (line) => void process.stderr.write(line) });
  const adapter = createAdapter({ ...config, isAllowed: (address) => isAllowedServiceUrl(address, policy), log });
  const messenger = createMessenger({ adapter, appId: config.credentials?.appId ?? '' });
  return createNudging({ config, storage, library, messenger, isServed: (tenant) => isServed(tenant, policy), clock: systemClock, log });
}

function print(lines: readonly string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function complain(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return 1;
}
