import type { Entry } from '../cards/sections.js';
import type { Language } from '../content/language.js';
import type { Document } from './document.js';
import { strings } from './page.js';
import { type End, type Keeping, type KeepingDays, listStored, type Stored } from './stored.js';

/** In memory nothing waits for somebody to leave. */
const nobody: KeepingDays = { retentionDays: 0, inactiveDays: 0 };

/** What is stored about people, why, where and for how long: written from {@link listStored}. */
export function privacyDocument(language: Language, keeping: Keeping): Document {
  const t = strings[language].privacy;
  const days = keeping.in === 'database' ? keeping : undefined;
  const stored = listStored(keeping).map((each) => entryOf(each, language, days));
  const reader = keeping.reader ? t.reader : undefined;
  const passing = [days ? t.nameDatabase : t.nameMemory, t.notesRead[days?.notesIn ?? 'chat'], ...t.passing];
  const sections = [
    { title: t.shortTitle, points: [...t.short, ...(reader ? [reader.short] : []), ...(days ? t.shortDatabase : t.shortMemory)] },
    { title: t.storedTitle, paragraphs: [days ? t.storedDatabase : t.storedMemory], entries: stored },
    { title: reader?.passingTitle ?? t.passingTitle, paragraphs: [...passing, ...(reader?.passing ?? [])] },
    ...(days
      ? [
          { title: t.leaveTitle, paragraphs: t.leave(days) },
          { title: t.tracesTitle, points: t.traces },
        ]
      : []),
    { title: t.rightsTitle, paragraphs: [...(days ? t.rightsDatabase : t.rightsMemory), ...t.rights] },
  ];
  return { title: t.title, lead: t.lead, sections };
}

function entryOf({ id, ends, table, sealed }: Stored, language: Language, days: KeepingDays | undefined): Entry {
  const t = strings[language].privacy;
  const { what, why } = t.kinds[id];
  const where = sealed ? t.where.sealed : table ? t.where.database : t.where.memory;
  return {
    title: what,
    facts: [
      [t.why, why],
      [t.whereTitle, where],
      [t.untilTitle, untilOf(ends, language, days)],
    ],
  };
}

function untilOf(ends: End, language: Language, days: KeepingDays | undefined): string {
  const t = strings[language].privacy.until;
  if (typeof ends !== 'string') {
    if ('minutes' in ends) return t.minutes(ends.minutes);
    return ends.nobodys ? t.daysOfNobody(ends.days) : t.days(ends.days);
  }
  return ends === 'left' ? t.left(days ?? nobody) : t[ends];
}
