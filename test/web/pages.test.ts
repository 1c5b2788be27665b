import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLanguage } from '../../src/web/language.js';
import { renderPage, strings } from '../../src/web/page.js';
import { findPage, pagePaths } from '../../src/web/pages.js';
import type { Keeping } from '../../src/web/stored.js';
import { style, styleHash } from '../../src/web/style.js';

const memory: Keeping = { in: 'memory' };
const database: Keeping = { in: 'database', retentionDays: 45, inactiveDays: 400 };
const each = pagePaths.flatMap((path) =>
  (['da', 'en'] as const).flatMap((language) => [memory, database].map((keeping) => ({ path, language, keeping, where: keeping.in }))),
);

describe('the routes', () => {
  it.each(['/', '/om/', '/OM', '/privat', '/constructor', '/__proto__', '', '/del/sammen/leder'])('%j has no page', (path) => {
    expect(findPage(path, { language: 'da', keeping: memory })).toBeUndefined();
  });
});

describe.each(each)('$path in $language, kept in $where', ({ path, language, keeping }) => {
  const page = findPage(path, { language, keeping });
  const html = page?.html ?? '';

  it('has its headers', () => {
    expect(page?.status).toBe(200);
    expect(page?.headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      Vary: 'Accept-Language',
    });
  });

  it('allows nothing but its own stylesheet and the icon of its tab', () => {
    expect(page?.headers['Content-Security-Policy']).toBe(
      `default-src 'none'; style-src '${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(html).not.toMatch(/<script|<form|<iframe|\sstyle=|\son\w+=|Set-Cookie/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
  });

  it('has one title, says its language and leads to itself in the other', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain(`href="${path}?sprog=${language === 'da' ? 'en' : 'da'}"`);
  });

  it('leads only to pages there are, and outwards by https', () => {
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((href) => !href.startsWith('https://') && !pagePaths.includes(href.replace(/\?sprog=(da|en)$/, '')))).toEqual([]);
  });

  it('has no hole in its text, and speaks calmly', () => {
    const text = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, ' ');
    expect(text).not.toMatch(/undefined|NaN|\[object|!|…/);
  });
});

describe('the stylesheet', () => {
  it('is the one that the policy names', () => {
    expect(styleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
  });

  it('asks nothing of the network', () => {
    expect(style).not.toMatch(/url\(|@import|<\//);
  });
});

describe('text on a page', () => {
  it('is shown and never read as HTML', () => {
    const nasty = `<img src=x onerror=alert(1)>"'&`;
    const { html } = renderPage(
      {
        title: nasty,
        lead: nasty,
        sections: [
          {
            title: nasty,
            paragraphs: [nasty, [{ text: nasty, href: '/om' }]],
            points: [nasty],
            entries: [{ title: nasty, facts: [[nasty, nasty]] }],
          },
        ],
      },
      { language: 'da', path: '/om' },
    );
    expect(html).not.toContain('<img');
    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/g)).toHaveLength(11);
  });
});

describe('the language of a visit', () => {
  it.each<[string | undefined, string | undefined, string]>([
    [undefined, undefined, 'da'],
    ['en', 'da', 'en'],
    ['da', 'en-GB', 'da'],
    ['de', 'en-GB', 'en'],
    [undefined, 'en-US,en;q=0.9,da;q=0.8', 'en'],
    [undefined, 'da-DK,da;q=0.9,en;q=0.8', 'da'],
    [undefined, 'de;q=0.9, en;q=0.1, da;q=0.5', 'da'],
    [undefined, 'en;q=0, da;q=0.1', 'da'],
    [undefined, 'de-DE', 'da'],
    [undefined, 'enx, *', 'da'],
    [undefined, `${'x,'.repeat(100_000)}en`, 'da'],
  ])('?sprog=%s and Accept-Language %s: %s', (sprog, header, expected) => {
    expect(readLanguage(sprog, header)).toBe(expected);
  });
});

describe('the compass on the pages', () => {
  it('is drawn in the colours of the app', () => {
    const icon = readFileSync('manifest/color.svg', 'utf8');
    const html = findPage('/om', { language: 'da', keeping: memory })?.html ?? '';
    for (const [colour] of icon.matchAll(/#[\da-f]{6}/g)) expect(html).toContain(colour);
  });
});

describe('the two languages', () => {
  it('say the same number of things', () => {
    const shape = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.every((part) => typeof part === 'string' || 'href' in part) ? value.length : value.map(shape);
      return typeof value === 'object' && value
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]))
        : typeof value;
    };
    expect(shape(strings.en.about)).toEqual(shape(strings.da.about));
    expect(shape(strings.en.privacy)).toEqual(shape(strings.da.privacy));
    expect(strings.en.terms.sections.map(({ points }) => points?.length)).toEqual(
      strings.da.terms.sections.map(({ points }) => points?.length),
    );
  });
});
