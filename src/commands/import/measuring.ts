/**
 * How well the import reads the documents whose frameworks are there, from their text alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { frameworkSchema } from '../../content/framework.js';
import { type Measured, measure } from '../../importing/measure.js';
import { readStructure, type Titles } from '../../importing/structure.js';
import { readText } from '../../importing/text.js';
import type { Texts } from '../strings/da.js';
import { toTable } from '../terminal/table.js';

/** Measures every framework of a content folder whose document is kept there. */
export function measureFolder(content: string, titles: Titles): Measured[] {
  const folder = join(content, 'frameworks');
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const parsed = frameworkSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')));
      const source = parsed.success ? join(content, 'sources', parsed.data.source.file) : '';
      if (!parsed.success || !existsSync(source)) return [];
      return [measure(readStructure(readText(readFileSync(source, 'utf8')), titles), parsed.data)];
    });
}

/** The table of it. */
export function measureAll(content: string, titles: Titles, say: Texts): string[] {
  const rows = measureFolder(content, titles).map(({ id, statements, right, wrong }) => [
    id,
    `${statements}`,
    `${right}`,
    `${((100 * right) / statements).toFixed(1)} %`,
    `${wrong.filter(({ doubts }) => doubts.length === 0).length}`,
  ]);
  return toTable([say.importing.measured, ...rows], 1);
}
