/**
 * `npm run import` on files of every format: what it writes, what it says of files that cannot be read, and that hand work stays.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/commands/import.js';
import { type FrameworkFile, frameworkSchema } from '../../src/content/framework.js';
import { pdf } from '../importing/made.js';
import { banners, columns, mixed, printedTable, prose, tables, twoColumns } from '../importing/samples.js';
import { listen } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'kompas-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const to = listen();
  const code = await main(args, {}, to);
  return { code, out: to.out, err: to.err };
}

async function imported(name: string, content: Uint8Array | string): Promise<FrameworkFile> {
  writeFileSync(join(folder, name), content);
  const id = name.replace(/[^a-z0-9]/g, '-');
  const { code, err } = await run(join(folder, name), '--id', id, '--out', folder);
  expect([code, err]).toEqual([0, '']);
  return frameworkSchema.parse(parse(readFileSync(join(folder, 'frameworks', `${id}.yaml`), 'utf8')));
}

/** Role › theme: statement, a line each. */
function saidIn(file: FrameworkFile): string[] {
  const themeOf = (id: string | undefined) => file.themes.find((theme) => theme.id === id)?.label.text ?? '';
  return [
    ...file.common.statements.map(({ text, theme }) => `alle › ${themeOf(theme)}: ${text}`),
    ...file.statements.flatMap(({ role, theme, items }) =>
      items.map(({ text }) => `${file.roles.find(({ id }) => id === role)?.label} › ${themeOf(theme)}: ${text}`),
    ),
  ];
}

describe('a document becomes a draft', () => {
  it('from Word, with roles in bold within the text', async () => {
    const said = saidIn(await imported('prosa.docx', prose));
    expect(said).toContain('Teamlederen › Retning: Teamlederen omsætter planer til hverdag og følger op på dem hver uge.');
    expect(said).toContain('Afdelingschefen › Trivsel: Giver teamlederne tid til at lede.');
    expect(said).toHaveLength(5);
    expect(readFileSync(join(folder, 'import', 'prosa-docx.html'), 'utf8')).toContain(
      'Side 1 – Nordkøbing Kommune</td><td>Udeladt: sidehoved eller sidefod',
    );
  });

  it('from Word, with a table for each theme', async () => {
    const said = saidIn(await imported('tabeller.docx', tables));
    expect(said).toContain('Gruppeleder › Samarbejde: Inviterer andre grupper ind tidligt.');
    expect(said).toContain('Medarbejder › Økonomi: Passer på de fælles ressourcer i det daglige arbejde.');
    expect(said.filter((each) => /halve år|Temadag/.test(each))).toEqual([]);
  });

  it('from Word, with labels that are said to be themes, beside a table with another shape', async () => {
    const said = saidIn(await imported('blandet.docx', mixed));
    expect(said).toContain('Teamleder › Trivsel: Holder samtaler med alle en gang om året.');
    expect(said).toContain('Chef › Digitalisering: Beslutter, hvilke systemer vi tager i brug.');
    expect(said).toHaveLength(6);
  });

  it('from Excel, with roles over the columns', async () => {
    const said = saidIn(await imported('kolonner.xlsx', columns));
    expect(said).toContain('alle › Drift: Vi holder, hvad vi lover borgerne.');
    expect(said).toContain('Leder af medarbejdere › Udvikling: Følger op på prøver');
    expect(said).toHaveLength(9);
  });

  it('from PDF, in two columns and with a foot on every page', async () => {
    const said = saidIn(await imported('spalter.pdf', twoColumns));
    expect(said).toContain('Chef › Retning: Jeg viser vej for chefens område og holder fast, når det bliver svært');
    expect(said).toContain('Teamleder › Relationer: Jeg lytter som teamleder til andre og siger tak for det, jeg hører');
    expect(said.join()).not.toContain('Ledelsesgrundlag');
  });

  it('from PDF, with a role over both columns in the middle of a page', async () => {
    const said = saidIn(await imported('bjaelker.pdf', banners));
    expect(said).toContain('Chef › Relationer: Jeg lytter som chef til andre');
    expect(said).toContain('Teamleder › Retning: Jeg viser vej som teamleder');
    expect(said).toHaveLength(12);
  });

  it('from PDF, with a table', async () => {
    writeFileSync(join(folder, 'tabel.pdf'), printedTable);
    const { out } = await run(join(folder, 'tabel.pdf'), '--id', 'tabel-pdf', '--out', folder);
    expect(out).not.toContain('mangler, før filen kan bruges');
    const draft = parse(readFileSync(join(folder, 'frameworks', 'tabel-pdf.yaml'), 'utf8'));
    expect(
      draft.statements.map(({ role, theme, items }: FrameworkFile['statements'][number]) => `${role} ${theme} ${items[0]?.text}`),
    ).toContain('chef tillid Står bag sine ledere.');
  });

  it('from HTML, without its menu and with soft hyphens gone', async () => {
    const said = saidIn(
      await imported(
        'side.html',
        '<nav>Forside</nav><h1>Ledelse</h1><h2>Fælles for alle</h2><ul><li>Vi sam\u00adarbejder på tværs</li></ul><h2>Chef</h2><h3>Drift</h3><ul><li>Jeg sikrer driften</li></ul><h2>Leder</h2><h3>Drift</h3><ul><li>Jeg støtter driften</li></ul>',
      ),
    );
    expect(said).toEqual(['alle › : Vi samarbejder på tværs', 'Chef › Drift: Jeg sikrer driften', 'Leder › Drift: Jeg støtter driften']);
  });
});

describe('run again', () => {
  it('keeps what a hand wrote, and refuses to write over a framework that it did not make', async () => {
    const text =
      'Fælles for alle\n\n• Vi taler sammen\n\nChef\n\nDrift:\n• Jeg sikrer driften\n\nLeder\n\nDrift:\n• Jeg støtter driften\n\nDirektør\n\nDrift:\n• Jeg følger driften\n';
    await imported('igen.txt', text);
    const draft = join(folder, 'frameworks', 'igen-txt.yaml');
    writeFileSync(draft, readFileSync(draft, 'utf8').replace('en: head of department', 'en: chief'));
    const again = await imported('igen.txt', text.replace('Jeg følger', 'Jeg kender'));
    expect(again.roles.map(({ name }) => name.en)).toEqual(['chief', 'leader', 'director']);
    expect(saidIn(again)).toContain('Direktør › Drift: Jeg kender driften');
    // Saved by another program: its line ends are no change, and what is not UTF-8 is never written over.
    const mended = readFileSync(draft, 'utf8');
    writeFileSync(draft, `\ufeff${mended.replaceAll('\n', '\r\n')}`);
    expect((await imported('igen.txt', text.replace('Jeg følger', 'Jeg ser'))).roles.map(({ name }) => name.en)).toContain('chief');
    expect(readFileSync(draft, 'utf8')).toContain('Jeg ser driften');
    const ansi = Buffer.from(mended, 'latin1');
    writeFileSync(draft, ansi);
    expect((await run(join(folder, 'igen.txt'), '--id', 'igen-txt', '--out', folder)).err).toContain('UTF-8');
    expect(readFileSync(draft)).toEqual(ansi);
    rmSync(join(folder, 'import', 'igen-txt.last.yaml'));
    const refused = await run(join(folder, 'igen.txt'), '--id', 'igen-txt', '--out', folder);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Intet er ændret')]);
    rmSync(draft);
    const received = await run(join(folder, 'igen.txt'), '--id', 'igen-txt', '--out', folder);
    expect([received.code, received.err]).toEqual([1, expect.stringContaining(join('sources', 'igen-txt.txt'))]);
  });
});

describe('a file that cannot be read', () => {
  const empty = pdf([[], []]);
  it.each<[string, Uint8Array | string | undefined, string]>([
    ['væk.docx', undefined, 'Kan ikke finde »væk.docx«'],
    ['gammel.doc', 'x', 'Gem dokumentet som docx, pdf, txt, xlsx eller html'],
    ['halv.docx', 'PK\u0003\u0004 halv', 'kan ikke læses: den er ikke hel'],
    ['låst.xlsx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'har en adgangskode eller er i et gammelt format'],
    ['skannet.pdf', empty, 'er billeder af sider uden tekst'],
    ['halv.pdf', '%PDF-1.4 halv', 'kan ikke læses: den er ikke hel'],
    ['tom.txt', '\n\n', 'Der er ingen tekst i »tom.txt«'],
    ['billede.txt', Uint8Array.from([1, 0, 2]), 'kan ikke læses'],
  ])('gets a kind answer: %s', async (name, content, said) => {
    if (content !== undefined) writeFileSync(join(folder, name), content);
    expect(await run(join(folder, name), '--id', 'x', '--out', folder)).toEqual({ code: 1, out: '', err: expect.stringContaining(said) });
  });

  it.each([[[]], [['fil.docx']], [['fil.docx', '--id', 'x', '--andet']]])(
    'and a line that is not understood gets the usage: %j',
    async (args) => {
      expect(await run(...args)).toEqual({ code: 1, out: '', err: expect.stringContaining('Brug: npm run import') });
    },
  );

  it('and an id that no file can have is refused, in English where that is asked for', async () => {
    expect((await run('fil.docx', '--id', 'Nordkøbing', '--en')).err).toContain('cannot be an id');
  });
});
