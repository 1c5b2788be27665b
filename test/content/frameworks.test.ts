import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allStatements, type Statement } from '../../src/content/library.js';
import { openSource as open } from '../../src/content/source.js';
import { library } from '../support/content.js';

const COUNTS: Record<string, { roles: number[]; common: number; definitions: number }> = {
  'aarhus-bu-2021': { roles: [13, 12, 11, 13, 13, 14, 14], common: 9, definitions: 0 },
  'aarhus-bu-2024': { roles: [14, 12, 12, 14, 14, 14, 14], common: 10, definitions: 0 },
  'holstebro-sos-2021': { roles: [24, 24, 24, 24], common: 7, definitions: 8 },
  sammen: { roles: [15, 15, 15, 14, 15], common: 10, definitions: 0 },
  socialafdelingen: { roles: [9, 9, 9, 9], common: 4, definitions: 3 },
};

/** The spelling that the document has. */
const asPrinted = (statement: Statement) => statement.original ?? statement.text;

describe.each(library.frameworks)('$id', (framework) => {
  const source = open(readFileSync(`content/sources/${framework.source.file}`, 'utf8'), framework.source);

  it('is complete', () => {
    const roles = framework.roles.map((role) => framework.statements.filter((statement) => statement.role === role.id).length);
    expect({
      roles,
      common: framework.common.statements.length,
      definitions: framework.themes.filter((theme) => theme.definition).length,
    }).toEqual(COUNTS[framework.id]);
  });

  it('has every statement word for word as the document prints it', () => {
    const lines = framework.statements.flatMap((statement) =>
      asPrinted(statement)
        .split('\n')
        .map((line) => ({ id: statement.id, line })),
    );
    expect(lines.filter(({ line }) => source.count(line) < framework.source.copies)).toEqual([]);
  });

  it('has the common statements, their short versions and the preface word for word', () => {
    const texts = [
      ...framework.common.statements.flatMap((statement) => [
        asPrinted(statement),
        ...(statement.short ? [statement.short.original ?? statement.short.text] : []),
      ]),
      ...framework.preface.flatMap((part) => [
        ...(part.heading ? [part.heading] : []),
        ...part.paragraphs.map((paragraph) => paragraph.original ?? paragraph.text),
      ]),
      ...[framework.common.lead, framework.common.close].flatMap((wording) => (wording ? [wording.original ?? wording.text] : [])),
      ...framework.themes.flatMap((theme) => (theme.definition ? [theme.definition.original ?? theme.definition.text] : [])),
      ...framework.themes.flatMap((theme) => theme.subthemes.map((subtheme) => subtheme.label.original ?? subtheme.label.text)),
      ...framework.terms.flatMap((term) => [term.text.original ?? term.text.text, ...term.items.map((item) => item.original ?? item.text)]),
    ];
    expect(texts.filter((text) => source.count(text) === 0)).toEqual([]);
  });

  it('notices one changed word of any statement', () => {
    const unnoticed = allStatements(framework).filter((statement) => {
      const [line = ''] = asPrinted(statement).split('\n');
      const words = line.split(' ');
      const at = Math.floor(words.length / 2);
      return source.count(words.map((word, i) => (i === at ? `${word}x` : word)).join(' ')) > 0;
    });
    expect(unnoticed).toEqual([]);
  });

  it('shows a mended text only beside the spelling it mends', () => {
    const same = allStatements(framework).filter((statement) => statement.original === statement.text);
    expect(same).toEqual([]);
  });
});
