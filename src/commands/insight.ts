/**
 * `npm run insight -- [--framework ID] [--from 2026-11-02] [--weeks 8] [--out insight.html]`: what people ask, in numbers: by week, by
 * kind, by theme, and what there is no answer to. No text, no person, and nothing of fewer than five.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { systemClock } from '../clock.js';
import type { Language } from '../content/language.js';
import { traceError } from '../errors.js';
import { loadContent } from '../storage/content-files.js';
import type { Storage } from '../storage/storage.js';
import { readTenantsForm } from '../storage/tenants-file.js';
import type { Shown } from '../web/few.js';
import { insightPage } from '../web/insight-page.js';
import { type InsightReport, type InsightScope, type InsightTable, toReport } from '../web/insight-report.js';
import { insightWords } from '../web/strings/insight.js';
import { da, type Texts } from './strings/da.js';
import { type Bar, toBars, wrap } from './terminal/bars.js';
import { faultLines, type Settings, withSettings, withStorage } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

/** So many weeks are told of unless told otherwise: two months, in which an organisation gets beyond five of most things. */
const usualWeeks = 8;
/** The storage keeps little more than a year. */
const mostWeeks = 60;

/** What the command was told, or everything that is wrong with it. */
export type InsightOrder =
  | { readonly ok: true; readonly scope: InsightScope; readonly out: string | undefined }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the command line. Without `--from` the last weeks are told of, the one that runs included. */
export function readOrder(args: readonly string[], now: Date, say: Texts): InsightOrder {
  const { usage, noDate, noWeeks } = say.insight;
  const values = parse(args);
  if (typeof values === 'string') return { ok: false, faults: [values, usage] };
  const { tenant, framework, from, weeks = `${usualWeeks}`, out } = values;
  const count = /^\d{1,2}$/.test(weeks) ? Number(weeks) : 0;
  if (count < 1 || count > mostWeeks) return { ok: false, faults: [noWeeks(weeks, mostWeeks), usage] };
  const day =
    from === undefined ? DateTime.fromJSDate(now, { zone: 'utc' }).minus({ weeks: count - 1 }) : DateTime.fromISO(from, { zone: 'utc' });
  if (!day.isValid || (from !== undefined && !/^\d{4}-\d\d-\d\d$/.test(from))) return { ok: false, faults: [noDate(from ?? ''), usage] };
  const monday = day.startOf('week').toISODate() ?? '';
  return { ok: true, scope: { from: monday, weeks: count, tenant, framework }, out };
}

function parse(args: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { tenant: option, framework: option, from: option, weeks: option, out: option } }).values;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The command; it reads the same settings as the service and may run beside it. COLUMNS says how wide the terminal is. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const order = readOrder(rest, systemClock(), say);
  if (!order.ok) return refuse(order.faults, to);
  const columns = Number(env['COLUMNS']) || process.stdout.columns || usualColumns;
  const language = say === da ? 'da' : 'en';
  return await withSettings(env, to, (settings) =>
    withStorage(settings, to, async (storage) => {
      const report = await makeReport(order.scope, settings, storage, language, say);
      if (!report.ok) return refuse(report.faults, to);
      tell(reportLines(report.report, language, columns), to);
      return order.out === undefined ? 0 : write(report.report, order.out, language, say, to);
    }),
  );
}

const usualColumns = 80;

/** The report, or in words why there is none. */
export async function makeReport(
  scope: InsightScope,
  { contentDir, frameworks, defaultFramework, tenantsFile }: Settings,
  storage: Storage,
  language: Language,
  say: Texts,
): Promise<{ readonly ok: true; readonly report: InsightReport } | { readonly ok: false; readonly faults: readonly string[] }> {
  const tenants = tenantsFile ? readTenantsForm(tenantsFile) : undefined;
  if (tenants && !tenants.ok) return { ok: false, faults: faultLines(tenants.faults) };
  const all = tenants?.file.tenants ?? [];
  const own = all.find(({ id }) => id === scope.tenant?.toLowerCase());
  // Nobody is told of what another municipality's people ask.
  if (all.length > 1 && !own)
    return { ok: false, faults: [say.insight.whichTenant(all.map(({ id, name }) => `${id} (${name})`).join(', '))] };
  const content = loadContent(contentDir, { frameworks: own?.frameworks ?? frameworks, fallback: defaultFramework });
  if (!content.ok) return { ok: false, faults: faultLines(content.faults) };
  const from = DateTime.fromISO(scope.from, { zone: 'utc' });
  const until = from.plus({ weeks: scope.weeks });
  const counts = await storage.listTallies({ tenant: scope.tenant, from: from.toJSDate(), until: until.toJSDate() });
  const { library } = content;
  const known = [...new Set([...library.frameworks.map(({ id }) => id), ...counts.flatMap(({ framework }) => framework ?? [])])];
  if (scope.framework !== undefined && !known.includes(scope.framework))
    return { ok: false, faults: [say.insight.noFramework(scope.framework, known.join(', '))] };
  return { ok: true, report: toReport(counts, scope, library, language) };
}

function write(report: InsightReport, file: string, language: Language, say: Texts, to: Terminal): number {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, insightPage(report, language).html);
    return tell(['', say.insight.written(file)], to);
  } catch (error) {
    return refuse([say.insight.unwritable(file, traceError(error).code)], to);
  }
}

/** Narrower bars tell nothing, and wider lines are not read. */
const [narrowest, widest] = [40, 120];

/** The report for a terminal that is so many characters wide. */
export function reportLines({ title, scope, parts, notes }: InsightReport, language: Language, columns: number): string[] {
  const words = insightWords[language];
  const width = Math.min(widest, Math.max(narrowest, columns));
  const body = parts.flatMap((part) => {
    const total = part.total ? `: ${numberOf(part.total, language)}` : '';
    const heading = `${part.title}${total}`;
    const instead = part.total ? (part.total.kind === 'few' ? [words.undivided] : []) : [words.none];
    const tables = part.tables.flatMap((table) => ['', ...tableLines(table, language, width)]);
    return ['', heading, '═'.repeat(Math.min(width, heading.length)), ...instead, ...tables];
  });
  return [title, ...wrap(scope, width), ...body, '', ...notes.flatMap((note) => wrap(note, width))];
}

function tableLines({ title, rows }: InsightTable, language: Language, width: number): string[] {
  if (!rows) return [title, `  ${insightWords[language].undivided}`];
  const bars = rows.map(
    ({ label, count, weeks }): Bar => ({
      label,
      length: count.kind === 'count' ? count.count : 0,
      number: numberOf(count, language),
      series: weeks,
    }),
  );
  return [title, ...toBars(bars, width)];
}

function numberOf(shown: Shown, language: Language): string {
  return shown.kind === 'count' ? `${shown.count}` : insightWords[language][shown.kind];
}
