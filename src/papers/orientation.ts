/**
 * The letter to leaders and to the MED committee.
 */
import type { Installation } from './installation.js';
import type { Paper } from './paper.js';
import { listed } from './strings/frame.js';
import { orientationWords as t } from './strings/orientation.js';

/** The paper. */
export function orientationPaper(installation: Installation): Paper {
  const { frameworks, reader, graph, retentionDays, inactiveDays, notesIn, sharing, letters } = installation;
  return {
    id: 'orientering',
    title: t.title,
    lead: t.lead,
    decides: t.decides,
    sections: [
      { title: t.isTitle, points: [...t.is(listed(frameworks.map(({ name }) => name))), ...(reader === 'off' ? [] : [t.reader(reader)])] },
      { title: t.notTitle, points: t.not },
      { title: t.storedTitle, points: [...t.stored(retentionDays, inactiveDays), ...(graph ? [t.graph] : [])] },
      {
        title: t.seeTitle,
        points: [...t.see, t[notesIn], ...(sharing ? [t.share] : []), ...(letters ? [t.letters] : [])],
      },
      { title: t.hardTitle, paragraphs: t.hard },
      { title: t.deleteTitle, points: t.delete },
      { title: t.medTitle, paragraphs: t.med },
      { title: t.askTitle, fields: t.fields },
    ],
  };
}
