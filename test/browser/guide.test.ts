/**
 * The conversation guide on paper: one A4 sheet for every role, with all its words and room to write.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerOf } from '../../src/answers/kinds.js';
import type { Language } from '../../src/content/language.js';
import { type Framework, type Role, statementsOf, themeOf } from '../../src/content/library.js';
import { guidePage } from '../../src/web/guide.js';
import { loadWorld } from '../answers/world.js';
import { launchBrowser } from './chromium.js';

type Guide = AnswerOf<'guide'>;

const { library, ask } = loadWorld();
const roles = library.frameworks.flatMap((framework) =>
  framework.roles.map((role) => ({ name: `${framework.id}, ${role.id}`, framework, role })),
);
const occasions = ['review', 'onboarding', 'team', 'sparring'] as const;
const languages: readonly Language[] = ['da', 'en'];

describe('the guide on paper', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 688, height: 1_036 } });
    page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(() => browser?.close());

  it.each(roles)('is one sheet with room to write, for $name', async ({ framework, role }) => {
    const guides = [
      ...occasions.map((occasion) => ask({ intent: 'guide', framework: framework.id, role: role.id, occasion }) as Guide),
      longestGuide(framework, role),
    ];
    for (const guide of guides) {
      for (const language of languages) {
        expect({ occasion: guide.occasion, language, ...(await printed(page, guide, language)) }).toEqual({
          occasion: guide.occasion,
          language,
          sheets: 1,
          cut: 0,
          cramped: 0,
        });
      }
    }
  });

  it('would be seen to run over', async () => {
    const [{ framework, role }] = roles as [(typeof roles)[number]];
    const guide = longestGuide(framework, role);
    const { sheets, cut } = await printed(page, { ...guide, items: [...guide.items, ...guide.items] }, 'da');
    expect(sheets > 1 || cut > 0).toBe(true);
  });

  it.each(languages)('has no fault that axe finds, in %s', async (language) => {
    await page.emulateMedia({ media: 'screen' });
    const [{ framework, role }] = roles as [(typeof roles)[number]];
    await page.setContent(guidePage(longestGuide(framework, role), language).html);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.screenshot({ path: `out/browser/guide-${language}.png`, fullPage: true });
    await page.emulateMedia({ media: 'print' });
  });
});

/** How many sheets a guide takes, whether words are cut off (in pixels), and how many statements have no line to write on. */
async function printed(page: Page, guide: Guide, language: Language): Promise<{ sheets: number; cut: number; cramped: number }> {
  await page.setContent(guidePage(guide, language).html);
  // Three per cent wider, as another machine's letters may be.
  await page.addStyleTag({ content: 'main{letter-spacing:.015em}' });
  const cut = await page.evaluate<number>(
    `(() => { const sheet = document.querySelector('main'); return sheet.scrollHeight - sheet.clientHeight; })()`,
  );
  const rooms = await page.locator('.lines').evaluateAll((boxes) => boxes.map((box) => box.clientHeight));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return {
    sheets: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0,
    cut,
    // A line is 7 mm, 26.4 px.
    cramped: rooms.filter((height) => height < 26).length,
  };
}

/** The guide that has most to print: the role's longest statements with their longest questions. */
function longestGuide(framework: Framework, role: Role): Guide {
  const statements = [...statementsOf(framework, role.id), ...framework.common.statements];
  const longest = statements.sort((a, b) => b.text.length - a.text.length).slice(0, 6);
  const items = longest.map((statement) => ({
    statement,
    theme: themeOf(framework, statement.theme),
    prompt: [...library.promptsFor(statement.id)].sort((a, b) => b.da.length - a.da.length)[0],
  }));
  return { kind: 'guide', framework, role, occasion: 'onboarding', items, next: [] };
}
