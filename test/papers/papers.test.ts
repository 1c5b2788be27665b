import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Installation } from '../../src/papers/installation.js';
import { writePapers } from '../../src/papers/papers.js';
import { paperStyle, paperStyleHash } from '../../src/papers/style.js';
import { paperTables } from '../../src/storage/paper-tables.js';
import { large, small } from './installations.js';

const components = [
  { name: 'zod', version: '4.6.7', licence: 'MIT', direct: true },
  { name: 'inner', version: '1.0.0', licence: undefined, direct: false },
];
const papersOf = (installation: Installation) => writePapers({ installation, tables: paperTables, components });
const textOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const paper = (name: string, installation: Installation = large) =>
  textOf(papersOf(installation).find((each) => each.name === `${name}.html`)?.text ?? '');

describe.each([
  ['everything on', large],
  ['as little as there can be', small],
])('the papers of an installation with %s', (_, installation) => {
  const papers = papersOf(installation);

  it.each(papers.map(({ name, text }) => [name, text] as const))(
    'say in %s of what they are, and that the officer decides',
    (name, html) => {
      const text = textOf(html);
      expect(html).toMatch(/^<!doctype html>\n<html lang="da">/);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      for (const part of ['1.2.3', '30. november 2026', 'Sammen-grundlaget', 'Jeres databeskyttelsesrådgiver afgør.'])
        expect(text).toContain(part);
      expect(text).toContain(installation.municipality ?? 'navnet udfyldes af jer');
      expect(text).not.toMatch(/undefined|NaN|\[object|…\.|!/);
      if (name !== 'index.html') expect(html).toContain('class="blank');
    },
  );

  it('need nothing besides themselves, and lead to each other', () => {
    const names = [...papers.map(({ name }) => name), 'sbom.cdx.json'];
    for (const { text } of papers) {
      expect(text).toContain(paperStyleHash);
      expect(text).not.toMatch(/<script|<img|<link|\sstyle=|\son\w+=/);
      const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
      expect(links.filter((href) => !names.includes(href))).toEqual([]);
    }
    expect(names.filter((name) => name !== 'index.html' && !papers[0]?.text.includes(`href="${name}"`))).toEqual([]);
  });
});

describe('the papers', () => {
  it('wear the stylesheet that their policy names', () => {
    expect(paperStyleHash).toBe(`sha256-${createHash('sha256').update(paperStyle).digest('base64')}`);
  });

  it('name the installation’s own periods', () => {
    for (const name of ['fortegnelse', 'sletning', 'orientering'])
      for (const days of ['45 dage', '500 dage']) expect(paper(name)).toContain(days);
    expect(paper('sletning')).toContain('90 minutter');
    expect(paper('sletning')).toContain('31 dage (ligger fast)');
  });

  it('say what is on, and only of that which is that it is', () => {
    expect(paper('fortegnelse')).toMatch(/Kommunens egen sprogmodel \(Azure OpenAI\) kommunens egen ressource Slået til/);
    expect(paper('fortegnelse', small)).toMatch(/Kommunens egen sprogmodel \(Azure OpenAI\) kommunens egen ressource Slået fra/);
    expect(paper('konsekvensanalyse')).toContain('sendes til sprogmodellen');
    expect(paper('konsekvensanalyse', small)).not.toContain('sendes til sprogmodellen');
    expect(paper('orientering')).toContain('åbner i et vindue for sig');
    expect(paper('orientering', small)).toContain('bliver vist i chatten');
    expect(paper('sletning')).toContain('Databasen er PostgreSQL');
    expect(paper('sletning', small)).toContain('Databasen er en SQLite-fil');
  });

  it('tell honestly who can open a note', () => {
    for (const name of ['fortegnelse', 'konsekvensanalyse', 'orientering']) {
      expect(paper(name)).toMatch(/nøgle/);
      expect(paper(name)).toContain('Microsoft 365');
    }
  });

  it('ask the municipality what the product can’t know', () => {
    for (const blank of ['Dataansvarlig', 'Databeskyttelsesrådgiver', 'Behandlingsgrundlag'])
      expect(paper('fortegnelse')).toContain(`${blank} Udfyldes`);
    expect(paper('orientering')).toContain('Er det frivilligt at bruge Ledelseskompas? Udfyldes');
  });

  it('say of a package without a licence that there is none named', () => {
    expect(paper('komponenter')).toMatch(/Der følger 2 pakker med i drift\. 1 af dem er valgt/);
    expect(paper('komponenter')).toContain('Ikke oplyst 1 inner 1.0.0');
  });
});
