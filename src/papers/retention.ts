/**
 * The paper on deletion: the periods as they are set, each table, copies and logs.
 */
import { listStored } from '../web/stored.js';
import type { Installation } from './installation.js';
import type { Paper } from './paper.js';
import { retentionWords as t } from './strings/retention.js';
import { whomWords } from './strings/tables.js';
import { describeTables, type PaperTables } from './tables.js';

/** The paper. */
export function retentionPaper(installation: Installation, tables: PaperTables): Paper {
  const rows = describeTables(tables, installation).map(({ name, title, whom, ends, sealed }) => [
    `${title} (${name})`,
    whomWords[whom],
    ends,
    sealed ? t.sealed : t.open,
  ]);
  return {
    id: 'sletning',
    title: t.title,
    lead: t.lead,
    sections: [
      { title: t.settingsTitle, tables: [{ ...t.settings, rows: periodsOf(installation) }] },
      { title: t.tablesTitle, tables: [{ ...t.tables, rows }] },
      { title: t.howTitle, points: t.how(installation.times.lookAgainSeconds, installation) },
      { title: t.copiesTitle, points: copiesOf(installation) },
      { title: t.logsTitle, points: t.logs },
      { title: t.fieldsTitle, fields: t.fields },
    ],
  };
}

function periodsOf({ retentionDays, inactiveDays, graceMinutes, times }: Installation): readonly (readonly string[])[] {
  const s = t.settings;
  return [
    [s.left, s.days(retentionDays), s.leftWhat],
    [s.silent, s.days(inactiveDays), s.silentWhat(times.noticeDays)],
    [s.grace, s.minutes(graceMinutes), s.graceWhat],
    [s.reminder, s.fixed(s.days(times.reminderDays)), s.reminderWhat],
    [s.draft, s.fixed(s.days(times.draftDays)), s.draftWhat],
  ];
}

function copiesOf({ database, retentionDays, inactiveDays }: Installation): readonly string[] {
  const { copies: c } = t;
  const ends = listStored({ in: 'database', retentionDays, inactiveDays }).find(({ id }) => id === 'shares')?.ends;
  const days = typeof ends === 'object' && 'days' in ends ? [c.shared(ends.days)] : [];
  return [c[database], c.backup, c.keys, c.chat, ...days];
}
