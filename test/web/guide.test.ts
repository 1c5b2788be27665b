import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AnswerOf } from '../../src/answers/kinds.js';
import { guidePage } from '../../src/web/guide.js';
import { guideStyle, guideStyleHash } from '../../src/web/guide-style.js';
import { loadWorld } from '../answers/world.js';

const { library, ask } = loadWorld();
const occasions = ['review', 'onboarding', 'team', 'sparring'] as const;
const guideOf = (framework: string, role: string, occasion: (typeof occasions)[number] = 'review') =>
  ask({ intent: 'guide', framework, role, occasion }) as AnswerOf<'guide'>;
const each = library.frameworks.flatMap(({ id, roles }) => roles.map((role) => ({ framework: id, role: role.id })));

describe.each(each)('the guide for $role in $framework', ({ framework, role }) => {
  it.each(occasions)('has four to six statements, each with its question and a scale, for %s', (occasion) => {
    const guide = guideOf(framework, role, occasion);
    expect(guide.items.length).toBeGreaterThanOrEqual(4);
    expect(guide.items.length).toBeLessThanOrEqual(6);
    for (const language of ['da', 'en'] as const) {
      const { html } = guidePage(guide, language);
      const text = textOf(html);
      for (const { statement, prompt } of guide.items) {
        for (const line of statement.text.split('\n')) expect(text).toContain(line);
        expect(text).toContain(prompt?.[language] ?? 'a question');
      }
      expect(html.match(/class="scale"/g)).toHaveLength(guide.items.length);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('the page of a guide', () => {
  const guide = guideOf('aarhus-bu-2024', 'kontorchef');

  it('says its language, and that the wording is Danish', () => {
    const { html, headers } = guidePage(guide, 'en');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(headers['Content-Language']).toBe('en');
    expect(html.match(/<blockquote lang="da">/g)).toHaveLength(guide.items.length);
  });

  it('says what is ours and where the words come from', () => {
    const text = textOf(guidePage(guide, 'da').html);
    expect(text).toContain('Kilde: »God ledelse på alle niveauer i Børn og Unge«');
    expect(text).toContain('Spørgsmålene og skalaen er formuleret til Ledelseskompas');
  });

  it('names the shared heading instead of the role where all share the statements', () => {
    const text = textOf(guidePage(guideOf('aarhus-bu-2024', 'kontorchef', 'team'), 'da').html);
    expect(text).toContain('Fælles for alle ledere i Børn og Unge · Aarhus Børn og Unge 2024');
    expect(text).toContain('Som ledere i Børn og Unge er der meget, vi alle er fælles om:');
  });

  it('allows nothing but its own stylesheet', () => {
    const { html, headers } = guidePage(guide, 'da');
    expect(headers['Content-Security-Policy']).toContain(`style-src '${guideStyleHash}'`);
    expect(guideStyleHash).toBe(`sha256-${createHash('sha256').update(guideStyle).digest('base64')}`);
    expect(html).not.toMatch(/<script|<form|<iframe|<link|\ssrc=|\sstyle=|\son\w+=|url\(|@import/i);
  });

  it('shows words and never reads them as HTML', () => {
    const nasty = '<img src=x onerror=alert(1)>"&';
    const [first] = guide.items as [AnswerOf<'guide'>['items'][number]];
    const items = [{ ...first, statement: { ...first.statement, text: nasty } }];
    expect(guidePage({ ...guide, items, role: { ...guide.role, label: nasty } }, 'da').html).not.toContain('<img');
  });
});

/** The words of a page, as a reader sees them. */
function textOf(html: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<!doctype html>/i, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/ +/g, ' ');
}
