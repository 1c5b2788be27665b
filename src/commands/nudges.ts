/**
 * `npm run nudges -- --at 2026-11-24T08:00+01:00 [--dry-run]`: one pass as at that time, or what it would do.
 * `npm run nudges -- --report [--days 14]`: how the nudges of the last days ended.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { systemClock } from '../clock.js';
import type { Content } from '../conversation/compasses.js';
import { createLog, type Log } from '../log.js';
import { createNudging, type Nudging } from '../nudges/assemble.js';
import type { CountLine } from '../nudges/counts.js';
import type { DayCount } from '../nudges/ports.js';
import { openTenants } from '../settings/tenancy.js';
import { loadThroughCopy } from '../storage/content-copy.js';
import type { Storage } from '../storage/storage.js';
import { followSwitches } from '../storage/switches.js';
import { createAdapter } from '../teams/adapter.js';
import { isAllowedServiceUrl } from '../teams/guard.js';
import { createMessenger } from '../teams/messenger.js';
import type { Tenants } from '../tenants/tenants.js';
import type { Texts } from './strings/da.js';
import { faultLines, type Settings, withSettings, withStorage } from './terminal/opening.js';
import { toTable } from './terminal/table.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

type Pass = { readonly kind: 'pass'; readonly at: Date; readonly dryRun: boolean };

/** What the command was told, or everything that is wrong with it. */
export type NudgesOrder =
  | Pass
  | { readonly kind: 'report'; readonly days: number }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const barWidth = 40;
const codeFolder = fileURLToPath(new URL('..', import.meta.url));

/** Reads the command line. The time must say its offset, so that it means the same on every machine. */
export function readOrder(args: readonly string[], say: Texts): NudgesOrder {
  const { usage, noDays, noTime } = say.nudges;
  const values = parse(args);
  if (typeof values === 'string') return { kind: 'faults', faults: [values, usage] };
  const { at, report, days = '14', 'dry-run': dryRun = false } = values;
  if (report && !at && !dryRun) {
    if (/^\d{1,3}$/.test(days) && Number(days) > 0) return { kind: 'report', days: Number(days) };
    return { kind: 'faults', faults: [noDays(days), usage] };
  }
  if (!at || report || values.days) return { kind: 'faults', faults: [usage] };
  const time = DateTime.fromISO(at, { setZone: true });
  if (time.isValid && /(Z|[+-]\d{2}(:?\d{2})?)$/.test(at) && at.includes('T')) return { kind: 'pass', at: time.toJSDate(), dryRun };
  return { kind: 'faults', faults: [noTime(at), usage] };
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
export function passTable(lines: readonly CountLine[], say: Texts): string[] {
  if (lines.length === 0) return [say.nudges.nothingDue];
  const rows = lines.map(({ state, reason, people, conversations }) => [state, reason ?? '', `${people}`, `${conversations}`]);
  return toTable([say.nudges.head, ...rows], 2);
}

/** Deliveries by day and outcome as bars, the longest {@link barWidth} wide. No names. */
export function reportBars(counts: readonly DayCount[], say: Texts): string[] {
  if (counts.length === 0) return [say.nudges.noNudges];
  const most = Math.max(...counts.map(({ count }) => count));
  const label = ({ state, reason }: DayCount) => (reason ? `${state} (${reason})` : state);
  const width = Math.max(...counts.map((each) => label(each).length));
  return counts.map((each, index) => {
    const day = counts[index - 1]?.day === each.day ? ' '.repeat(each.day.length) : each.day;
    return `${day}  ${label(each).padEnd(width)}  ${'█'.repeat(Math.max(1, Math.round((each.count / most) * barWidth)))} ${each.count}`;
  });
}

/** The command; it reads the same settings as the service and may run beside it. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = readOrder(rest, say);
  if (order.kind === 'faults') return refuse(order.faults, to);
  return await withSettings(env, to, (settings) =>
    withStorage(settings, to, (storage) =>
      order.kind === 'report' ? report(order.days, storage, say, to) : pass(order, settings, storage, env, say, to),
    ),
  );
}

async function report(days: number, storage: Storage, say: Texts, to: Terminal): Promise<number> {
  const since = DateTime.fromJSDate(systemClock()).minus({ days: days - 1 });
  return tell(reportBars(await storage.outbox.report(since.toFormat('yyyy-MM-dd')), say), to);
}

async function pass(
  { at, dryRun }: Pass,
  settings: Settings,
  storage: Storage,
  env: NodeJS.ProcessEnv,
  say: Texts,
  to: Terminal,
): Promise<number> {
  const content = await loadThroughCopy(
    settings.contentDir,
    { frameworks: settings.frameworks, fallback: settings.defaultFramework },
    codeFolder,
  );
  if (!content.ok) return refuse(faultLines(content.faults), to);
  const log = createLog('error', { write: (line) => to.complain(line) });
  const frameworks = content.library.frameworks.map(({ id }) => id);
  const opened = openTenants({ config: settings, frameworks, env, log });
  if (!opened.ok) return refuse(opened.faults, to);
  const { tenants, refresh } = followSwitches({ tenants: opened.tenants, switches: storage.switches, clock: systemClock, log });
  if (!(await refresh())) return refuse([say.nudges.noSwitches], to);
  const { dispatcher } = create({ config: settings, storage, content, tenants, log });
  const lines = dryRun ? await dispatcher.preview(at) : await dispatcher.runPass(at);
  const title = dryRun ? say.nudges.dryRun(at.toISOString()) : say.nudges.pass(at.toISOString());
  return tell([title, '', ...passTable(lines ?? [], say)], to);
}

type Parts = {
  readonly config: Settings;
  readonly storage: Storage;
  readonly content: Pick<Content, 'library' | 'select'>;
  readonly tenants: Tenants;
  readonly log: Log;
};

function create({ config, storage, content, tenants, log }: Parts): Nudging {
  const isOurs = (id: string) => tenants.find(id) !== undefined;
  const policy = { local: !config.credentials, isOurs, allowedServiceHosts: config.allowedServiceHosts };
  const adapter = createAdapter({ ...config, isAllowed: (address) => isAllowedServiceUrl(address, policy), log });
  const messenger = createMessenger({ adapter, appId: config.credentials?.appId ?? '' });
  return createNudging({ config, storage, ...content, tenants, messenger, clock: systemClock, log });
}
