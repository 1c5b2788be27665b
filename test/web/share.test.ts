/**
 * The pages of the content: every address, what stands there, and how it looks to a real browser. CHROMIUM names another
 * browser than the system's.
 */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOf, placeOfPath } from '../../src/content/address.js';
import { allStatements, statementsOf } from '../../src/content/library.js';
import { findPlace, type Place, subjectOfStatement } from '../../src/content/place.js';
import { html } from '../../src/web/html.js';
import { findContentPage } from '../../src/web/share.js';
import { loadWorld } from '../answers/world.js';
import { type Browsing, canBrowse, startBrowsing, violationsOf } from './browsing.js';

const { library, answerer } = loadWorld();
const pages = { library, answer: answerer, origin: 'https://kompas.example.dk' };
const places = library.frameworks.flatMap((framework) => [
  { framework: framework.id },
  ...framework.themes.flatMap((theme) => [
    { framework: framework.id, theme: theme.id },
    ...theme.subthemes.map((subtheme) => ({ framework: framework.id, theme: theme.id, subtheme: subtheme.id })),
  ]),
  ...framework.roles.flatMap((role) => [
    { framework: framework.id, role: role.id },
    ...framework.themes
      .filter((theme) => statementsOf(framework, role.id, theme.id).length > 0)
      .map((theme) => ({ framework: framework.id, role: role.id, theme: theme.id })),
  ]),
  ...allStatements(framework).flatMap((statement) => [
    subjectOfStatement(statement),
    ...library.promptsFor(statement.id).map((prompt) => subjectOfStatement(statement, prompt)),
  ]),
]);
const found = places.flatMap((subject) => findPlace(library, subject) ?? []);
const htmlOf = (path: string, language: 'da' | 'en' = 'da') => findContentPage(pages, path, language)?.html ?? '';

describe('an address', () => {
  it('leads back to the place it was made of, for every place of the content', () => {
    expect(found).toHaveLength(places.length);
    expect(found.filter((place) => JSON.stringify(placeOfPath(library, pathOf(place))) !== JSON.stringify(place)).map(pathOf)).toEqual([]);
  });

  it('is one of its own', () => {
    const paths = found.map(pathOf);
    expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([]);
  });

  it.each([
    '/del',
    '/del/',
    '/del/sammen',
    '/del/__proto__/constructor',
    '/del/sammen/nope',
    '/del/sammen/faelles/nope',
    '/del/sammen/faelles/x/y',
  ])('%s leads nowhere', (path) => expect(findContentPage(pages, path, 'da')).toBeUndefined());

  it('survives anything', () => {
    fc.assert(fc.property(fc.webPath(), (path) => findContentPage(pages, path, 'da') === undefined || path.startsWith('/del')));
  });
});

describe('a page', () => {
  it('shows every statement of its place word for word, in both languages', () => {
    for (const place of found.filter(({ prompt, subtheme }) => !prompt && !subtheme).slice(0, 400))
      for (const { text } of expectedOf(place))
        for (const line of text.split('\n')) expect(htmlOf(pathOf(place))).toContain(html`${line}`.html);
  });

  it('tells those who preview links what it is', () => {
    const html = htmlOf('/del/aarhus-bu-2024/kontorchef/lykkes-med');
    expect(html).toContain('<meta property="og:url" content="https://kompas.example.dk/del/aarhus-bu-2024/kontorchef/lykkes-med">');
    expect(html).toContain('<meta property="og:title" content="Kontorchefer · Ledelseskompas">');
    for (const name of ['description', 'type', 'site_name', 'locale']) expect(html).toContain(`<meta property="og:${name}" content="`);
  });

  it('has no script, no cookie and no hole in its text', () => {
    for (const place of found.slice(0, 200)) {
      const page = findContentPage(pages, pathOf(place), 'en');
      expect([pathOf(place), page?.status]).toEqual([pathOf(place), 200]);
      expect(page?.html).not.toMatch(/<script|<form|<iframe|\son\w+=|undefined|\[object/);
      expect(Object.keys(page?.headers ?? {})).not.toContain('Set-Cookie');
    }
  });

  it('of a role has its guide', () => {
    expect(htmlOf('/guide/aarhus-bu-2024/kontorchef')).toContain('Kontorchefer');
    expect(findContentPage(pages, '/guide/aarhus-bu-2024/nope', 'da')).toBeUndefined();
  });
});

function expectedOf({ framework, role, theme, statement }: Place) {
  if (statement) return [statement];
  return role ? statementsOf(framework, role.id, theme?.id) : theme ? [] : framework.common.statements;
}

describe.skipIf(!canBrowse)('in a browser', () => {
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = await startBrowsing(({ pathname }, language) => findContentPage(pages, pathname, language));
  });
  afterAll(() => browsing?.close());

  const paths = [
    '/del/aarhus-bu-2024/kontorchef',
    '/del/sammen/faelles?sprog=en',
    '/del/holstebro-sos-2021/personaleledelse',
    pathOf(found.find(({ prompt }) => prompt) as Place),
    pathOf(found.find(({ statement }) => statement) as Place),
  ];

  it.each(paths.flatMap((path) => (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme }))))(
    '$path has no fault that axe finds in $colorScheme, and fits 320 pixels',
    { timeout: 60_000 },
    async ({ path, colorScheme }) => {
      const { tab, complaints, close } = await browsing.open(path, { colorScheme, viewport: { width: 320, height: 640 } });
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(await violationsOf(tab)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('prints no addresses that lead nowhere from paper', { timeout: 60_000 }, async () => {
    const { tab, close } = await browsing.open('/del/holstebro-sos-2021/personaleledelse');
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.evaluate("getComputedStyle(document.querySelector('main a'), '::after').content")).toBe('none');
    await close();
  });

  it('prints in black on white without the ways around it', { timeout: 60_000 }, async () => {
    const { tab, close } = await browsing.open('/del/aarhus-bu-2024/kontorchef', { colorScheme: 'dark' });
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('footer').isVisible()).toBe(false);
    expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await close();
  });
});
