/**
 * That the import puts every word of a document somewhere, and none in a statement that the document does not have; and how well it
 * reads the documents that the product comes with, from their text alone.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { measureFolder } from '../../src/commands/import/measuring.js';
import { frameworkSchema } from '../../src/content/framework.js';
import { draftOf } from '../../src/importing/draft.js';
import { readSheets } from '../../src/importing/layout.js';
import { foreignIn, reviewOf } from '../../src/importing/review.js';
import { da } from '../../src/importing/strings/da.js';
import { readStructure } from '../../src/importing/structure.js';
import { readText } from '../../src/importing/text.js';
import { bare } from '../../src/importing/unit.js';
import { columnHeads, isRole, levelOf } from '../../src/importing/words.js';
import { mergeDrafts, writeDraft } from '../../src/importing/write.js';

const none = new Map();
const word = fc.constantFrom(
  'vi',
  'sikrer',
  'kvalitet',
  'og',
  'Jeg',
  'leder',
  'samarbejdet',
  'på',
  'tværs',
  'opga-',
  'borgeren.',
  'MED-',
  'retning,',
  'trivsel:',
  '2026',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const line = fc.oneof(
  { weight: 6, arbitrary: sentence },
  { weight: 4, arbitrary: sentence.map((text) => `• ${text}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Direktør',
      'Teamleder',
      'LEDER AF LEDER',
      'Fælles for alle ledere',
      'Rollebeskrivelse: Chef',
      'MEDARBEJDER CHEF DIREKTØR',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('Retning', '## Trivsel', 'DRIFT', '**Samarbejde**', 'Vi gør det sammen') },
  { weight: 1, arbitrary: fc.tuple(sentence, sentence).map(([one, two]) => `<b>Chef</b>\t<p><b>${one}</b>  ${two}</p>`) },
  { weight: 1, arbitrary: fc.constantFrom('12', 'Side 3', '—') },
  { weight: 5, arbitrary: fc.constantFrom('', '', '\n\n') },
);
const document = fc.array(line, { minLength: 1, maxLength: 40 }).map((lines) => lines.join('\n'));

/** The words of a text without its markup: what the kept source has that is no word of the document. */
const wordsOf = (text: string) =>
  bare(
    text
      .replace(/<[^>]+>/g, '')
      .replace(/^#+ /gm, '')
      .replace(/\*\*/g, ''),
  );

describe('whatever a document says', () => {
  it('every word of it is on the page once, in its order', () => {
    fc.assert(
      fc.property(document, (text) => {
        const structure = readStructure(readText(text), none);
        const { rows } = reviewOf(structure, undefined, da);
        expect(bare(rows.map((row) => row.text).join(' '))).toBe(wordsOf(text));
        expect(rows.every(({ where }) => where !== '')).toBe(true);
      }),
      { seed: 20261130, numRuns: 400 },
    );
  });

  it('a statement has its words alone, in their order', () => {
    fc.assert(
      fc.property(document, (text) => {
        const structure = readStructure(readText(text), none);
        const { draft } = draftOf(structure, { id: 'proeve-2026' });
        const source = wordsOf(text);
        const statements = [...draft.common.statements, ...draft.statements.flatMap(({ items }) => items)];
        for (const { text: said } of statements) expect(source).toContain(bare(said));
        expect(statements).toHaveLength(structure.placed.filter(({ put }) => put.as === 'statement').length);
      }),
      { seed: 20261130, numRuns: 400 },
    );
  });

  it('what a hand wrote in a draft stays, and what it did not touch follows the document', () => {
    const draft = (text: string) => writeDraft(draftOf(readStructure(readText(text), none), { id: 'proeve' }), 'proeve.txt', da);
    const change = fc.record({ at: fc.nat(), to: fc.constantFrom('', 'level: chef', '# set efter', '  - mere') });
    fc.assert(
      fc.property(document, document, fc.array(change, { maxLength: 5 }), (before, after, changes) => {
        const last = draft(before);
        const lines = last.split('\n');
        changes.forEach(({ at, to }, i) => {
          lines[at % lines.length] = `${to} ${i}`;
        });
        const now = lines.join('\n');
        expect(mergeDrafts(last, now, last)).toEqual({ text: now.endsWith('\n') ? now : `${now}\n`, conflicts: [] });
        expect(mergeDrafts(last, last, draft(after)).text).toBe(draft(after));
        const both = mergeDrafts(last, now, draft(after)).text.split('\n');
        for (const mine of lines.filter((each) => /\d$/.test(each) && !last.split('\n').includes(each))) expect(both).toContain(mine);
      }),
      { seed: 20261130, numRuns: 60 },
    );
  });
});

const small = `Ledelse i Nordkøbing

Fælles for alle ledere

• Vi holder, hvad vi lover

Teamleder

Retning:
• Jeg viser vej for holdet
Trivsel:
• Jeg ser den enkelte

Afdelingschef

Retning:
• Jeg sætter mål for året
Trivsel:
• Jeg tager ansvar for arbejdsmiljøet

Direktør

Retning:
• Jeg tegner de lange linjer
Trivsel:
• Jeg går foran
`;

describe('a draft', () => {
  const structure = readStructure(readText(small), none);
  const drafted = writeDraft(draftOf(structure, { id: 'nordkoebing-2026', name: 'Nordkøbing' }), 'nordkøbing.txt', da);
  const written = frameworkSchema.parse(parse(drafted));

  it('is a framework by the schema, with roles on their rungs and doubts in Danish beside them', () => {
    expect(written.roles.map(({ label, level }) => [label, level])).toEqual([
      ['Teamleder', 'leder-af-medarbejdere'],
      ['Afdelingschef', 'chef'],
      ['Direktør', 'direktor'],
    ]);
    expect(written.themes.map(({ label }) => label.text)).toEqual(['Retning', 'Trivsel']);
    expect(written.common.statements.map(({ text }) => text)).toEqual(['Vi holder, hvad vi lover']);
    expect(written).toMatchObject({ edition: 2026, themeKind: 'section', name: 'Nordkøbing' });
    expect(drafted).toContain('# TVIVL: en: er den danske tekst.');
  });

  it('whose words were changed is caught: they do not stand in the source', () => {
    expect(foreignIn(written, structure.placed)).toEqual([]);
    const changed = { ...written, common: { ...written.common, statements: [{ id: 'x', text: 'Vi lover, hvad vi holder' }] } };
    expect(foreignIn(changed, structure.placed)).toEqual(['Vi lover, hvad vi holder']);
  });

  it('in which a hand moved a statement says so on the page', () => {
    const moved = { ...written, statements: written.statements.map((block) => ({ ...block, role: 'direktor' })) };
    const row = reviewOf(structure, moved, da).rows.find(({ text }) => text === 'Jeg viser vej for holdet');
    expect(row?.where).toBe('Direktør › Retning (rettet i hånden)');
  });

  it('keeps both where a hand and the document changed the same line, and lists it', () => {
    const fresh = drafted.replace('Jeg går foran', 'Jeg går forrest');
    const { text, conflicts } = mergeDrafts(drafted, drafted.replace('Jeg går foran', 'Jeg går foran.'), fresh);
    expect(text).toContain('text: Jeg går foran.');
    expect(text).not.toContain('Jeg går forrest');
    expect(conflicts).toEqual([{ yours: expect.stringContaining('Jeg går foran.'), ours: expect.stringContaining('Jeg går forrest') }]);
  });
});

describe('the documents that come with the product, from their text alone', () => {
  const floors: Record<string, number> = {
    'aarhus-bu-2021': 0.95,
    'aarhus-bu-2024': 0.95,
    socialafdelingen: 0.95,
    sammen: 0.8,
    'holstebro-sos-2021': 0.8,
  };
  const measured = measureFolder('content', none);

  it.each(Object.entries(floors))('%s stands under the right role and heading for at least %d of its statements', (id, floor) => {
    const { right = 0, statements = 1, wrong } = measured.find((each) => each.id === id) ?? { wrong: [] };
    expect(right / statements).toBeGreaterThanOrEqual(floor);
    expect(wrong.filter(({ doubts }) => doubts.length === 0)).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    'Direktør',
    'Leder af leder',
    'Fx pædagogisk leder, SFO-leder',
    'Børn- og Ungechefer',
    'Rollebeskrivelse: Direktgr',
    '2.1 Teamleder',
    'Rollen som direktør',
    'Dagtilbuds-, skole- og FU-leder',
  ])('“%s” name a role', (text) => expect(isRole(text)).toBe(true));
  it.each(['Personaleledelse', 'God ledelse', 'Vi leder sammen', 'Jeg er tydelig som leder', 'Fælles for alle ledere', 'Chefteamet'])(
    '“%s” name none',
    (text) => expect(isRole(text)).toBe(false),
  );
  it('that were run together over columns are told apart', () => {
    expect(columnHeads('FÆLLES MEDARBEJDER CHEF DIREKTØRLEDER AF MEDARBEJDER')).toEqual([
      'FÆLLES',
      'MEDARBEJDER',
      'CHEF',
      'DIREKTØR',
      'LEDER AF MEDARBEJDER',
    ]);
    expect(levelOf('Viceinspektør').isSure).toBe(false);
  });
  it('of a list whose marks are drawn are parted where the next word would have fitted', () => {
    const span = (text: string, y: number) => ({ text, x: 50, y, width: text.length * 5, size: 10, bold: false });
    const spans = [
      span('Jeg holder de aftaler, som vi har lavet med hinanden på', 100),
      span('tværs af huset', 113),
      span('Jeg lytter', 126),
    ];
    expect(readSheets([{ height: 842, spans }], new Set()).map(({ text }) => text)).toEqual([
      'Jeg holder de aftaler, som vi har lavet med hinanden på tværs af huset',
      'Jeg lytter',
    ]);
  });
  it('under heads in the middle of their columns stand in the right one', () => {
    const span = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 5, size: 10, bold: y === 100 });
    const spans = [
      span('Leder', 90, 100),
      span('Chef', 290, 100),
      span('Taler om trivsel hver uge.', 50, 120),
      span('Giver ledere tid til at lede.', 230, 120),
    ];
    expect(readSheets([{ height: 842, spans }], new Set()).map(({ text, cell }) => [text, cell?.column])).toEqual([
      ['Leder', 0],
      ['Chef', 1],
      ['Taler om trivsel hver uge.', 0],
      ['Giver ledere tid til at lede.', 1],
    ]);
  });
  it('at the foot of every page are left out once for each page', () => {
    const span = (text: string, y: number) => ({ text, x: 50, y, width: 100, size: 10, bold: false });
    const pages = [1, 2, 3].map((page) => ({
      height: 842,
      spans: [span(`Tekst nummer ${page}.`, 300), span(`Østby – side ${page}`, 820)],
    }));
    expect(readSheets(pages, new Set()).filter(({ noise }) => noise === 'running')).toHaveLength(3);
  });
});
