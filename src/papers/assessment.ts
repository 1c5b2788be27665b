/**
 * Facts for an impact assessment (GDPR, article 35), in the order of its paragraph 7.
 */
import type { Installation } from './installation.js';
import type { Paper, PaperTable } from './paper.js';
import { risks, assessmentWords as t } from './strings/assessment.js';

/** The paper. */
export function assessmentPaper(installation: Installation): Paper {
  const { reader, graph } = installation;
  const looks = [t.reader[reader === 'off' ? 'off' : 'on'], ...(graph ? [t.graph] : [])];
  return {
    id: 'konsekvensanalyse',
    title: t.title,
    lead: t.lead,
    sections: [
      { paragraphs: [t.order] },
      { title: t.whetherTitle, tables: [t.whether] },
      { title: t.describeTitle, paragraphs: [...t.describe, ...looks, t.scope], fields: t.describeFields },
      { title: t.flowTitle, points: t.flow },
      { title: t.needTitle, points: t.need, tables: [t.rights], fields: t.needFields },
      { title: t.risksTitle, paragraphs: [t.risksLead], tables: [risksOf(installation)], fields: t.risksFields },
      { title: t.specialTitle, points: t.special },
      { title: t.consultTitle, paragraphs: t.consult, fields: t.consultFields },
      { title: t.followTitle, paragraphs: t.follow, fields: t.followFields },
    ],
  };
}

/** Risks that an installation does not have are not told of. */
function risksOf(installation: Installation): PaperTable {
  const here = risks.filter(({ on }) => on === undefined || on(installation));
  return { ...t.risks, rows: here.map(({ risk, answer, left }) => [risk, answer, left]) };
}
