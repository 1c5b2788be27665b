/**
 * The page of a place in the content: the adopted words beside a line, our question in a box, where it stands.
 */
import type { Answer, AnswerOf } from '../answers/answer.js';
import type { Answerer } from '../answers/answerer.js';
import { answerPlace } from '../answers/place.js';
import { sourceLine } from '../cards/names.js';
import { da, type Strings } from '../cards/strings/da.js';
import { en } from '../cards/strings/en.js';
import { pathOf, placeOfPath } from '../content/address.js';
import type { Language } from '../content/language.js';
import { type Library, roleOf, type Statement } from '../content/library.js';
import type { Part } from '../content/parts.js';
import type { Place } from '../content/place.js';
import type { Prompt } from '../content/prompts.js';
import type { Document, Section } from './document.js';
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
  const [, id = '', role] = /^\/guide\/([a-z\d-]{1,80})\/([a-z\d-]{1,80})\/?$/.exec(path) ?? [];
  const framework = library.framework(id);
  if (!framework || !roleOf(framework, role)) return undefined;
  const guide = answer(
    { intent: 'guide', framework: id, ...(role && { role }), occasion: 'review' },
    { group: false, random: () => 0, language },
  );
  return guide.kind === 'guide' ? guidePage(guide, language) : undefined;
}

function sharePage({ answer, origin }: ContentPages, place: Place, language: Language): Page {
  const t = language === 'en' ? en : da;
  const path = pathOf(place);
  const document = toDocument(answerPlace(answer, place, language), place, language, t);
  return renderPage({ ...document, address: `${origin}${path}` }, { language, path });
}

function toDocument(answer: Answer, place: Place, language: Language, t: Strings): Document {
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
    sections: [...sectionsOf(answer, language, t), { paragraphs: [`${source} ${t.adopted}`] }],
    ...(promptOf(answer) && { box: { title: t.prompt, text: promptOf(answer)?.[language] ?? '', note: t.promptNote } }),
  };
}

function promptOf(answer: Answer): Prompt | undefined {
  return 'prompt' in answer ? answer.prompt : undefined;
}

function sectionsOf(answer: Answer, language: Language, t: Strings): Section[] {
  switch (answer.kind) {
    case 'common': {
      const { lead, close } = answer.framework.common;
      return [...(lead ? [{ quotes: [lead.text] }] : []), ...answer.parts.map(toSection), ...(close ? [{ quotes: [close.text] }] : [])];
    }
    case 'expectations':
    case 'part-of-role':
      return answer.parts.map(toSection);
    case 'definition':
      return definitionSections(answer, language, t);
    case 'statement':
      return [{ quotes: [answer.statement.text] }];
    case 'reflect':
      return answer.statement ? [{ title: t.reflectStatementTitle, quotes: [answer.statement.text] }] : [];
    default:
      return [];
  }
}

/** A definition that goes on from the theme's name ("handler om …") is shown with it. */
function definitionSections({ framework, theme, subtheme, roles }: AnswerOf<'definition'>, language: Language, t: Strings): Section[] {
  const words = subtheme ? undefined : theme?.definition?.text;
  const whole = words && /^\p{Ll}/u.test(words) ? `${theme?.label.text} ${words}` : words;
  const points = roles.map((role) => [
    {
      text: role.label,
      href: `${pathOf({ framework, role, theme, subtheme: undefined, statement: undefined, prompt: undefined })}?sprog=${language}`,
    },
  ]);
  return [whole ? { quotes: [whole] } : { paragraphs: [t.noDefinition] }, ...(points.length > 0 ? [{ title: t.forRole, points }] : [])];
}

function toSection({ theme, subtheme, statements }: Part): Section {
  const title = subtheme?.label.text ?? theme?.label.text;
  return { ...(title && { title }), quotes: statements.map(({ text }: Statement) => text) };
}
