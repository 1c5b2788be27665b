/**
 * Facts for a municipality's own statement on accessibility.
 */
import { kinds } from '../answers/kinds.js';
import { pagePaths } from '../web/pages.js';
import type { Paper } from './paper.js';
import { accessibilityWords as t } from './strings/accessibility.js';
import { listed } from './strings/frame.js';

/** The paper. It is the same wherever the product runs. */
export function accessibilityPaper(): Paper {
  return {
    id: 'tilgaengelighed',
    title: t.title,
    lead: t.lead,
    sections: [
      { title: t.aboutTitle, paragraphs: t.about(listed(pagePaths), kinds.length) },
      { title: t.howTitle, paragraphs: t.how },
      { title: t.notTitle, points: t.not },
      { title: t.pagesTitle, paragraphs: [t.pagesRest], tables: [t.pages] },
      { title: t.cardsTitle, points: t.cards },
      { title: t.teamsTitle, points: t.teams },
      { title: t.fieldsTitle, fields: t.fields },
    ],
  };
}
