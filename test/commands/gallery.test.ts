import { describe, expect, it } from 'vitest';
import { createCards } from '../../src/answers/cards.js';
import { sinceThen } from '../../src/commands/gallery/before.js';
import { listGallery, missingKinds, tagsOf } from '../../src/commands/gallery/exhibits.js';
import { galleryPage, panels } from '../../src/commands/gallery/page.js';
import { loadWorld } from '../answers/world.js';
import { findMessageFaults } from '../cards/rules.js';

const { library, answerer } = loadWorld();
const cards = createCards(library);
const entries = listGallery(answerer);

describe('the gallery', () => {
  it('shows every kind of answer', () => {
    expect(missingKinds(entries)).toEqual([]);
    expect(missingKinds(entries.filter(({ answer }) => answer.kind !== 'guide'))).toEqual(['guide']);
  });

  it('gives each card a title of its own', () => {
    const titles = entries.map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it('holds only cards that keep all rules', () => {
    expect(
      entries.flatMap(({ title, answer, view }) => findMessageFaults(cards(answer, view)).map((fault) => `${title}: ${fault}`)),
    ).toEqual([]);
  });

  it('shows a group no field to write in and no button that does something for one person', () => {
    const groups = entries.filter(({ view }) => view.group);
    expect(groups.map(({ answer }) => answer.kind)).toEqual(expect.arrayContaining(['welcome', 'help', 'reflect']));
    for (const { answer, view } of groups) expect(JSON.stringify(cards(answer, view))).not.toMatch(/Input\.|Action\.Execute/);
  });

  it('is one page with a panel for each look, and loads nothing', () => {
    const exhibits = entries.slice(0, 3).map(({ title, answer, view }) => ({ title, language: view.language, ...cards(answer, view) }));
    const page = galleryPage(exhibits, 'window.AdaptiveCards = {};');
    expect(page.match(/data-card=/g)).toHaveLength(3 * panels.length);
    expect(page).not.toMatch(/<link|<img|<iframe|\ssrc=|@import|url\(/);
  });

  it('says of each card what it can be chosen by, and opens at the framework that is worked on', () => {
    const exhibits = entries.map(({ title, answer, view }) => ({
      title,
      language: view.language,
      tags: tagsOf(answer, view),
      ...cards(answer, view),
    }));
    const roles = exhibits.filter(({ tags }) => tags.kind === 'expectations' && tags.frameworks.includes('socialafdelingen'));
    expect(roles.flatMap(({ tags }) => tags.roles)).toEqual(expect.arrayContaining(['Socialchef', 'Funktionsleder']));
    const page = galleryPage(exhibits.slice(0, 30), '', { framework: 'sammen' });
    expect(page).toContain('<option selected>sammen</option>');
    expect(page).toMatch(/<select data-filter="role">.*<option>Direktør<\/option>/s);
  });

  it('shows what is new, changed or gone since another gallery, and nothing else', () => {
    const exhibit = (title: string, said: string) => ({
      title,
      language: 'da',
      summary: '',
      card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: said }] } as const,
    });
    const then = [exhibit('same', 'a'), exhibit('changed', 'a'), exhibit('gone', 'a')];
    const shown = sinceThen([exhibit('same', 'a'), exhibit('changed', 'b'), exhibit('new', 'a')], then);
    expect(shown.map(({ title, card, before }) => [title, card !== null, before !== null])).toEqual([
      ['changed', true, true],
      ['new', true, false],
      ['gone', false, true],
    ]);
    expect(galleryPage(shown, '').match(/data-side="before"/g)).toHaveLength(3 * panels.length);
  });

  it('cannot be broken out of by content', () => {
    const card = { type: 'AdaptiveCard', body: [{ text: '</script><script>alert(1)</script>' }] } as const;
    const page = galleryPage([{ title: '<b>', language: 'da', summary: '"><i>', card }], 'const end = "</script>";');
    expect(page.match(/<\/script>/g)).toHaveLength(3);
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('<i>');
  });
});
