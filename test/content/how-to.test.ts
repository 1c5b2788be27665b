import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleCards, exampleLibrary, pictured } from '../../src/commands/writing/example.js';
import { frameworkSchema } from '../../src/content/framework.js';
import { lexicon } from '../support/content.js';

const text = readFileSync('content/README.md', 'utf8');

describe('the how-to for editors', () => {
  it('names every picture, with what is seen on it, and each is small', () => {
    const named = [...text.matchAll(/!\[(.+?)\]\(pictures\/([a-z]+)\.png\)/g)];
    expect(named.map(([, , name]) => name).sort()).toEqual([...pictured].sort());
    for (const [, alt] of named) expect(alt?.length).toBeGreaterThan(30);
    expect(readdirSync('content/pictures').sort()).toEqual(pictured.map((name) => `${name}.png`).sort());
    // The whole folder is fetched by everybody who fetches the project.
    expect(pictured.reduce((sum, name) => sum + statSync(`content/pictures/${name}.png`).size, 0)).toBeLessThan(250_000);
  });

  it('shows cards on which all stands that it says', () => {
    const cards = new Map(exampleCards(lexicon).map(({ name, card }) => [name, JSON.stringify(card)]));
    expect([...cards.keys()]).toEqual([...pictured]);
    const shown: [string, string[]][] = [
      ['rolle', ['Leder', 'Nordkøbing 2026', 'Retning', 'Samarbejde', 'Til eftertanke']],
      ['faelles', ['Fælles for alle ledere']],
      ['grundlag', ['Fra', 'Udgave', 'Forord', 'Ledelsesgrundlag for Nordkøbing 2026']],
      ['spoergsmaal', ['Til dig som chef', 'Hvad har du sagt nej til i denne måned']],
      ['emne', ['prioritering', 'Jeg vælger til og fra']],
      ['aftale', ['en sag driller', 'ringe til en, der har prøvet det før']],
    ];
    for (const [name, words] of shown) for (const each of words) expect(cards.get(name as 'rolle'), name).toContain(each);
  });

  it('names fields and commands that there are', () => {
    const fields = new Set([
      ...Object.keys(frameworkSchema.shape),
      'label',
      'text',
      'level',
      'heading',
      'statements',
      'words',
      'when',
      'will',
    ]);
    const tables = [...text.matchAll(/\| `([a-z: ]+)`[^|\n]* \|$/gm)].flatMap(([, path = '']) =>
      path.split(':').map((part) => part.trim()),
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((field) => field !== '' && field !== 'da' && !fields.has(field))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const commands = new Set([...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name));
    // What reads Word and PDF is a command of its own.
    expect([...commands].filter((name) => name !== 'import' && !scripts[name])).toEqual([]);
    expect(exampleLibrary().frameworks).toHaveLength(1);
  });
});
