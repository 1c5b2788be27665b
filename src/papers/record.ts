/**
 * Facts for the record of processing (GDPR, article 30), in the order in which the article names them.
 */
import type { HostId } from './host-ids.js';
import { hostOf, isCalled, outgoing } from './hosts.js';
import type { Installation } from './installation.js';
import type { Paper, PaperSection } from './paper.js';
import { hostWords } from './strings/hosts.js';
import { measureWords, settingWords, recordWords as t } from './strings/record.js';
import type { Whom } from './strings/table.js';
import { seenWords, whomWords } from './strings/tables.js';
import { type DescribedTable, describeTables, type PaperTables } from './tables.js';

/** The paper. */
export function recordPaper(installation: Installation, tables: PaperTables): Paper {
  const { retentionDays, inactiveDays } = installation;
  return {
    id: 'fortegnelse',
    title: t.title,
    lead: t.lead,
    sections: [
      { title: t.whoTitle, paragraphs: installation.others > 0 ? [t.othersHere] : [], fields: t.fields },
      { title: t.purposesTitle, points: t.purposes },
      { title: t.notTitle, points: t.not },
      { title: t.subjectsTitle, points: t.subjects },
      { title: t.kindsTitle, points: t.kinds },
      tablesSection(installation, tables),
      recipientsSection(installation),
      { title: t.peopleTitle, points: peopleWhoSee(installation) },
      { title: t.thirdTitle, paragraphs: t.third, fields: t.thirdFields },
      { title: t.untilTitle, paragraphs: t.until(retentionDays, inactiveDays) },
      { title: t.measuresTitle, points: measuresOf(installation) },
      { title: t.settingsTitle, tables: [{ ...t.settings, rows: settingsOf(installation) }] },
    ],
  };
}

function tablesSection(installation: Installation, tables: PaperTables): PaperSection {
  const described = describeTables(tables, installation);
  const groups = (Object.keys(whomWords) as Whom[]).map((whom) => ({
    ...t.tables,
    caption: whomWords[whom],
    rows: described.filter((each) => each.whom === whom).map(rowOf),
  }));
  return { title: t.tablesTitle, paragraphs: [t.tablesLead], tables: groups };
}

/** The ids that nearly every table has are said once, above. */
function rowOf({ name, title, why, seen, ends, columns }: DescribedTable): readonly string[] {
  const { tenant: _, entra_id: __, ...own } = columns;
  const what = Object.values(own).join('; ');
  return [`${title} (${name})`, `${what.charAt(0).toUpperCase()}${what.slice(1)}.`, why, ends, seenWords[seen]];
}

function recipientsSection(installation: Installation): PaperSection {
  const rows = (Object.keys(outgoing) as HostId[]).map((id) => {
    const { who, when, what } = hostWords[id];
    return [who, hostOf(id, installation), isCalled(id, installation) ? t.on : t.off, when, what];
  });
  return { title: t.recipientsTitle, paragraphs: [t.recipientsLead], tables: [{ ...t.recipients, rows }] };
}

function peopleWhoSee({ sharing, letters, editor }: Installation): readonly string[] {
  const { people: p } = t;
  return [
    p.self,
    sharing ? p.conversation : p.sharingOff,
    letters ? (editor ? p.letters : p.lettersByOperators) : p.lettersOff,
    p.owner,
    p.operators,
    p.microsoft,
  ];
}

/** What protects people's data in an installation. */
export function measuresOf(installation: Installation): readonly string[] {
  const { database, databaseAuth, keys, registered, proof, perMinute, operatorPort } = installation;
  const m = measureWords;
  return [
    m.sealed,
    m.keys[keys],
    m.tenants,
    ...(database === 'postgres' ? [m.wall] : []),
    m.door[registered ? 'registered' : 'local'],
    ...(registered ? [m.proof[proof]] : []),
    m.database[database === 'sqlite' ? 'sqlite' : databaseAuth],
    m.tls,
    m.log,
    ...(operatorPort ? [m.operatorPort] : []),
    m.audit,
    ...(perMinute === undefined ? [] : [m.limit(perMinute)]),
    m.supply,
    m.outage,
  ];
}

function settingsOf(i: Installation): readonly (readonly string[])[] {
  const s = settingWords;
  const isOn = (on: boolean) => (on ? t.on : t.off);
  return [
    [s.mode, i.registered ? s.registered : s.local],
    [s.database, s[i.database]],
    [s.left, s.days(i.retentionDays)],
    [s.silent, s.days(i.inactiveDays)],
    [s.notes, s.notesIn[i.notesIn]],
    [s.nudges, isOn(i.nudges)],
    [s.sharing, isOn(i.sharing)],
    [s.pages, isOn(i.pages)],
    [s.letters, isOn(i.letters)],
    [s.editor, isOn(i.editor)],
    [s.graph, isOn(i.graph)],
    [s.reader, s.readers[i.reader]],
    [s.telemetry, isOn(i.telemetry)],
    [s.operatorPort, isOn(i.operatorPort)],
    [s.others, i.others === 0 ? s.none : `${i.others}`],
  ];
}
