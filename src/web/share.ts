/**
 * The page of a place in the content: the adopted words beside a line, our question in a box, where it stands.
 */

import type { Answerer } from '../answers/answerer.js';
import { kindOf } from '../answers/kinds.js';
import { sourceLine } from '../cards/names.js';
import { da } from '../cards/strings/da.js';
import { en } from '../cards/strings/en.js';
import { pathOf, placeOfPath, roleOfGuidePath } from '../content/address.js';
import type { Language } from '../content/language.js';
import type { Library } from '../content/library.js';
import type { Place } from '../content/place.js';
import type { Document } from './document.js';
import { guidePage } from './guide.js';
import { type Page, renderPage } from './page.js';

/** What pages of the content are made from; `origin` is the service's own host. */
export type ContentPages = { readonly library: Library; readonly answer: Answerer; readonly origin: string };

/** The page at `/del/…` or `/guide/<framework>/<role>`, or undefined where there is none. */
export function findContentPage(pages: ContentPages, path: string, language: Language): Page | undefined {
  const place = placeOfPath(pages.library, path);
  return place ? sharePage(pages, place, language) : findGuide(pages, path, language);
}

function findGuide({ library, answer }: ContentPages, path: string, language: Language): Page | undefined {
  const found = roleOfGuidePath(library, path);
  if (!found) return undefined;
  const guide = answer(
    { intent: 'guide', framework: found.framework.id, role: found.role.id, occasion: 'review' },
    { group: false, random: () => 0, language },
  );
  return guide.kind === 'guide' ? guidePage(guide, language) : undefined;
}

function sharePage(pages: ContentPages, place: Place, language: Language): Page {
  const path = pathOf(place);
  const document = toDocument(pages, place, language);
  return renderPage({ ...document, address: `${pages.origin}${path}` }, { language, path });
}

function toDocument({ library, answer: find }: ContentPages, place: Place, language: Language): Document {
  const t = language === 'en' ? en : da;
  const answer = find.at(place, language);
  const ours = 'prompt' in answer ? answer.prompt : undefined;
  const sections = kindOf(answer).sections?.(answer, { library, language, t }) ?? [];
  const { framework, role, theme, subtheme, prompt } = place;
  const whose = role?.label ?? framework.common.heading;
  const about = subtheme?.label.text ?? theme?.label.text;
  const isTheme = !role && theme && !place.statement && !prompt;
  const title = prompt ? t.prompt : isTheme ? (about ?? whose) : whose;
  const under = prompt ? [whose, about] : isTheme ? [t.themeIs(framework.themeNames[language][0])] : [about];
  const source = sourceLine(framework, [role?.label, about].filter(Boolean).join(': ') || framework.common.heading, t);
  return {
    title,
    lead: [...under, framework.name].filter(Boolean).join(' · '),
    sections: [...sections, { paragraphs: [`${source} ${t.adopted}`] }],
    ...(ours && { box: { title: t.prompt, text: ours[language], note: t.promptNote } }),
  };
}
