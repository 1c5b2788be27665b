/**
 * Every card on a phone: no higher than its kind may be before anything is unfolded, and no higher than was reckoned.
 * The table is in out/browser/heights.txt.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnswerableQuestion } from '../../src/answers/answerer.js';
import { type Answer, kindOf } from '../../src/answers/kinds.js';
import type { View } from '../../src/cards/desk.js';
import type { CardAction, Element } from '../../src/cards/elements.js';
import type { CardJson } from '../../src/cards/message.js';
import { heightOf, phone } from '../../src/cards/phone.js';
import { listGallery } from '../../src/commands/gallery/exhibits.js';
import { galleryPage } from '../../src/commands/gallery/page.js';
import type { Framework } from '../../src/content/library.js';
import { createCompass } from '../../src/conversation/compass.js';
import { lexicon, library } from '../support/content.js';
import { launchBrowser } from './chromium.js';

/** So much the reckoning may be off, in pixels: a line that breaks otherwise in one text or another. */
const ALLOWED = 24;

type Measured = { readonly title: string; readonly screens: number; readonly card: CardJson };

const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
// With pages on there are more buttons.
const compass = createCompass(library, lexicon, { links: { pages: 'https://ledelseskompas.example' } });

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it('keeps every card to its screens of a phone, in both languages', async () => {
  const measured = [...gallery(), ...everyPlace()];
  const heights = await heightsOf(measured.map(({ card }) => card));
  const rows = measured.map(({ title, screens, card }, at) => {
    const most = phone.height * screens;
    const reckoned = Math.round(heightOf(card['body'] as Element[], (card['actions'] ?? []) as CardAction[]));
    return { title, most, reckoned, height: heights[at] ?? Number.POSITIVE_INFINITY };
  });
  const table = [...rows].sort((a, b) => b.height / b.most - a.height / a.most);
  mkdirSync('out/browser', { recursive: true });
  writeFileSync('out/browser/heights.txt', table.map((row) => [row.height, row.reckoned, row.most, row.title].join('\t')).join('\n'));
  process.stdout.write(`${summary(rows)}\n`);
  expect(measured.length).toBeGreaterThan(500);
  expect(table.filter(({ height, most }) => height > most)).toEqual([]);
  expect(rows.filter(({ height, reckoned }) => height - reckoned > ALLOWED)).toEqual([]);
});

/** Every card of the gallery, Danish and English. */
function gallery(): Measured[] {
  return listGallery(compass.answer).flatMap(({ title, answer, view }) =>
    (['da', 'en'] as const).map((language) => show(`${title} (${language})`, answer, { ...view, language })),
  );
}

/** What is said to every role, of every theme, and to every pair of them, as people see it in their own chat. */
function everyPlace(): Measured[] {
  return compass.library.frameworks.flatMap((framework) =>
    questionsOf(framework).flatMap((question) =>
      (['da', 'en'] as const).map((language) => {
        const answer = compass.answer(question, { group: false, random: () => 0, language });
        return show(`${JSON.stringify(question)} (${language})`, answer, { language, group: false, notes: question.intent === 'reflect' });
      }),
    ),
  );
}

function questionsOf({ id: framework, roles, themes, terms, themeKind }: Framework): AnswerableQuestion[] {
  const intent = themeKind === 'section' ? 'section' : 'competency';
  return [
    { intent: 'common', framework },
    { intent: 'about', framework },
    ...themes.map(({ id: theme }) => ({ intent: 'definition', framework, theme }) as const),
    ...terms.map(({ id: term }) => ({ intent: 'definition', framework, term }) as const),
    ...roles.flatMap(({ id: role }) => [
      { intent: 'expectations', framework, role } as const,
      { intent: 'outline', framework, role } as const,
      { intent: 'reflect', framework, role } as const,
      { intent: 'guide', framework, role, occasion: 'review' } as const,
      ...themes.map(({ id: theme }) => ({ intent, framework, role, theme }) as const),
    ]),
  ];
}

function show(title: string, answer: Answer, view: View): Measured {
  return { title, screens: kindOf(answer).screens?.(answer) ?? 1, card: compass.cards(answer, view).card };
}

/** So many cards are on one page: a page of all takes longer to draw than a browser waits for it on a busy machine. */
const CARDS_A_PAGE = 100;

/** The heights of cards as the gallery draws them on a phone, in pixels. */
async function heightsOf(cards: readonly CardJson[]): Promise<number[]> {
  const heights: number[] = [];
  for (let from = 0; from < cards.length; from += CARDS_A_PAGE) heights.push(...(await drawn(cards.slice(from, from + CARDS_A_PAGE))));
  return heights;
}

async function drawn(cards: readonly CardJson[]): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 600, height: 900 } });
  const exhibits = cards.map((card) => ({ title: '', language: 'da', summary: '', card }));
  await page.setContent(galleryPage(exhibits, renderer));
  const frames = page.locator('[data-panel="phone"]');
  const heights = await frames.evaluateAll((all) => all.map((frame) => Math.round(frame.getBoundingClientRect().height)));
  await page.close();
  return heights;
}

function summary(rows: readonly { readonly height: number; readonly most: number }[]): string {
  const over = (most: number) => rows.filter(({ height }) => height > most).length;
  return `${rows.length} cards: ${over(phone.height)} over one screen, ${over(2 * phone.height)} over two, ${rows.filter(({ height, most }) => height > most).length} over what their kind may be`;
}
