/**
 * All papers of an installation, as files that need nothing besides themselves.
 */
import { accessibilityPaper } from './accessibility.js';
import { assessmentPaper } from './assessment.js';
import { type Component, componentsPaper } from './components.js';
import type { Installation } from './installation.js';
import { orientationPaper } from './orientation.js';
import { type Paper, type PaperId, paperIds } from './paper.js';
import { recordPaper } from './record.js';
import { retentionPaper } from './retention.js';
import { renderPaper } from './sheet.js';
import { coverWords as t } from './strings/cover.js';
import type { PaperTables } from './tables.js';

/** A file: its name, and what stands in it. */
export type PaperFile = { readonly name: string; readonly text: string };

/** The name of the list for machines beside the papers. */
export const bomFile = 'sbom.cdx.json';

/** What the papers are written from: the installation, its tables, and what it is built of. */
export type PaperSource = {
  readonly installation: Installation;
  readonly tables: PaperTables;
  readonly components: readonly Component[];
};

/** The papers, their cover first. */
export function writePapers({ installation, tables, components }: PaperSource): readonly PaperFile[] {
  const papers: Readonly<Record<PaperId, Paper>> = {
    fortegnelse: recordPaper(installation, tables),
    konsekvensanalyse: assessmentPaper(installation),
    sletning: retentionPaper(installation, tables),
    komponenter: componentsPaper(components),
    tilgaengelighed: accessibilityPaper(),
    orientering: orientationPaper(installation),
  };
  const all = paperIds.map((id) => papers[id]);
  return [coverOf(all), ...all].map((paper) => ({ name: fileOf(paper), text: renderPaper(paper, installation) }));
}

function fileOf({ id }: Pick<Paper, 'id'>): string {
  return `${id}.html`;
}

function coverOf(papers: readonly Paper[]): Paper {
  const points = papers.map(({ id, title }) => {
    const about = id === 'index' ? '' : t.about[id];
    return [{ text: title, href: fileOf({ id }) }, `. ${about}`];
  });
  const machines = [{ text: bomFile, href: bomFile }, `. ${t.sbom}`];
  return {
    id: 'index',
    title: t.title,
    lead: t.lead,
    sections: [
      { title: t.papersTitle, points: [...points, machines] },
      { title: t.useTitle, points: t.use },
    ],
  };
}
