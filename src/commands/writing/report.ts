/**
 * The page on how the content is: what is looked up for it, and where it is written.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DateTime } from 'luxon';
import { systemClock } from '../../clock.js';
import type { Language } from '../../content/language.js';
import { traceError } from '../../errors.js';
import { createVocabulary } from '../../language/vocabulary.js';
import { loadContent } from '../../storage/content-files.js';
import { databaseFileIn } from '../../storage/database.js';
import { insightWords } from '../../web/strings/insight.js';
import { type ContentReport, contentReportPage } from '../../writing/report-page.js';
import { standingOf } from '../../writing/standing.js';
import { reportWords } from '../../writing/strings/report.js';
import { findingLines } from '../check-content.js';
import { makeReport } from '../insight.js';
import type { Texts } from '../strings/da.js';
import { withSettings, withStorage } from '../terminal/opening.js';
import { refuse, type Terminal, tell } from '../terminal/terminal.js';
import { changesSince } from './changes.js';

/** What the page was ordered as; without `since` it tells of the last {@link USUAL_DAYS}. */
export type ReportOrder = {
  readonly folder: string;
  readonly since: string | undefined;
  readonly tenant: string | undefined;
  readonly out: string;
  readonly language: Language;
};

/** A quarter: what an editor looks back on. */
const USUAL_DAYS = 91;
const DAY = 'yyyy-MM-dd';
/** The storage keeps little more than a year of counts. */
const MOST_WEEKS = 60;

/** Writes the page; 1 where the content has faults, which are said, or the file can't be written. */
export async function reportContent(order: ReportOrder, env: NodeJS.ProcessEnv, say: Texts, to: Terminal): Promise<number> {
  const { folder, out, language } = order;
  const now = DateTime.fromJSDate(systemClock(), { zone: 'utc' });
  const loaded = loadContent(folder);
  if (!loaded.ok) return refuse([say.content.faults(loaded.faults.length), ...findingLines(loaded.faults, language)], to);
  const since = order.since ?? now.minus({ days: USUAL_DAYS }).toFormat(DAY);
  const report: ContentReport = {
    today: now.toFormat(DAY),
    since,
    standings: standingOf(loaded.library, createVocabulary(loaded.library, loaded.lexicon), now.year),
    unanswered: await unansweredSince({ ...order, since }, now, env, say),
    changes: changesSince(folder, since),
  };
  try {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, contentReportPage(report, language));
    return tell([say.content.reported(out)], to);
  } catch (error) {
    return refuse([say.content.unwritable(out, traceError(error).code)], to);
  }
}

/** What had no answer, where the service's own database can be read; else in words why not. It makes no database where there is none. */
async function unansweredSince(
  { since, tenant, folder, language }: ReportOrder & { readonly since: string },
  now: DateTime,
  env: NodeJS.ProcessEnv,
  say: Texts,
): Promise<ContentReport['unanswered']> {
  let found: ContentReport['unanswered'] | undefined;
  const said: string[] = [];
  const aside: Terminal = { print: () => undefined, complain: (text) => void said.push(text.trim()) };
  const monday = DateTime.fromISO(since, { zone: 'utc' }).startOf('week');
  const weeks = Math.min(MOST_WEEKS, Math.max(1, Math.ceil(now.diff(monday, 'weeks').weeks)));
  const from = now.startOf('week').minus({ weeks: weeks - 1 });
  await withSettings(env, aside, async (settings) => {
    if (!settings.databaseUrl && !existsSync(databaseFileIn(settings.dataDir))) {
      found = { why: reportWords[language].noDatabase };
      return 0;
    }
    return await withStorage(settings, aside, async (storage) => {
      const scope = { from: from.toFormat(DAY), weeks, tenant };
      const made = await makeReport(scope, { ...settings, contentDir: resolve(folder) }, storage, language, say);
      if (!made.ok) return refuse(made.faults, aside);
      const { parts, notes } = made.report;
      found = { part: parts.find(({ title }) => title === insightWords[language].refused), notes };
      return 0;
    });
  });
  return found ?? { why: said.join(' ') };
}
