/**
 * A new edition as files, and in words what became of the one before.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { agreementsSchema } from '../../content/agreements.js';
import { asksSchema } from '../../content/asks.js';
import { type FrameworkFile, frameworkSchema } from '../../content/framework.js';
import type { Language } from '../../content/language.js';
import { promptsSchema } from '../../content/prompts.js';
import { type ContentFault, readFolder, readYaml } from '../../storage/content-reading.js';
import { type Companions, companionFiles, frameworkYaml } from '../../writing/companions.js';
import type { Edition, Said } from '../../writing/edition.js';
import { editionFromDraft } from '../../writing/edition-from-draft.js';
import { editionFromText } from '../../writing/edition-from-text.js';
import type { ContentFile } from '../../writing/template.js';
import { findingLines } from '../check-content.js';
import type { Texts } from '../strings/da.js';

/** Which edition is made, of which one before, and of the new text or of a draft. */
export type EditionOrder = {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly editionOf: string;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
};

/** The files of an edition and what is told of it, or in words why there are none. */
export type MadeEdition =
  | { readonly files: readonly ContentFile[]; readonly lines: readonly string[] }
  | { readonly faults: readonly string[] };

/** Makes the edition; reads the one before, what was written for it, and the new text or draft. */
export function makeEdition(order: EditionOrder, texts: Texts, language: Language): MadeEdition {
  const { folder, editionOf, source, from } = order;
  const say = texts.newFramework;
  const older = readOne(join(folder, 'frameworks', `${editionOf}.yaml`), frameworkSchema, language);
  if (!older) return { faults: [say.noOlder(editionOf, knownIn(folder).join(', '))] };
  if ('faults' in older) return older;
  const text = readText(source ?? from ?? '', texts);
  if (typeof text !== 'string') return text;
  const faults: ContentFault[] = [];
  const companions = readCompanions(folder, editionOf, faults);
  const made = source === undefined ? ofDraft(older.data, text, order, language) : ofText(older.data, text, order, texts);
  if (faults.length > 0) return { faults: findingLines(faults, language) };
  if ('faults' in made) return made;
  if (made.edition.carried.length === 0) return { faults: [say.notLike(editionOf)] };
  return {
    files: [...made.files, ...companionFiles(older.data, made.edition, companions)],
    lines: editionLines(older.data, made.edition, source !== undefined, texts),
  };
}

type Made = { readonly edition: Edition; readonly files: readonly ContentFile[] };

function ofText(older: FrameworkFile, text: string, { id, name }: EditionOrder, { newFramework: say }: Texts): Made {
  const edition = editionFromText(older, text, { id, name });
  const notes = [
    ...edition.fresh.map((each) => say.noteFresh(each.text, each.after ? say.after(each.after) : say.first)),
    ...edition.gone.map((said) => say.noteGone(said.text, said.id)),
  ];
  const files = [
    { path: `frameworks/${id}.yaml`, text: frameworkYaml(edition.framework, notes) },
    { path: `sources/${id}.txt`, text },
  ];
  return { edition, files };
}

function ofDraft(
  older: FrameworkFile,
  text: string,
  { id, name, from = '' }: EditionOrder,
  language: Language,
): Made | { readonly faults: readonly string[] } {
  const draft = readOne(from, frameworkSchema, language);
  if (!draft || 'faults' in draft) return draft ?? { faults: [] };
  const document = parseDocument(text);
  const edition = editionFromDraft(older, document, draft.data, { id, name });
  return { edition, files: [{ path: `frameworks/${id}.yaml`, text: document.toString({ lineWidth: 0 }) }] };
}

function readCompanions(folder: string, id: string, faults: ContentFault[]): Companions {
  const own = <S extends z.ZodType>(part: string, schema: S) => {
    const file = join(folder, part, `${id}.yaml`);
    return existsSync(file) ? readYaml(file, schema, faults).map(({ data }) => data) : [];
  };
  const questions = existsSync(join(folder, 'questions')) ? readFolder(join(folder, 'questions'), asksSchema, faults) : [];
  return {
    prompts: own('prompts', promptsSchema),
    agreements: own('agreements', agreementsSchema),
    questions: questions.map(({ data }) => data),
  };
}

function readOne<S extends z.ZodType>(
  file: string,
  schema: S,
  language: Language,
): { readonly data: z.output<S> } | { readonly faults: readonly string[] } | undefined {
  if (!existsSync(file)) return undefined;
  const faults: ContentFault[] = [];
  const [read] = readYaml(file, schema, faults);
  return read ?? { faults: findingLines(faults, language) };
}

function knownIn(folder: string): string[] {
  return readdirSync(join(folder, 'frameworks'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

function readText(file: string, { newFramework: say }: Texts): string | { readonly faults: readonly string[] } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return { faults: [say.noFile(file)] };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { faults: [say.notUtf8(file)] };
  }
}

/** What became of the edition before: changed statements with the old words over the new, then what is new, and what is gone. */
function editionLines(older: FrameworkFile, { carried, fresh, gone, doubts }: Edition, fromText: boolean, texts: Texts): string[] {
  const say = texts.newFramework;
  const changed = carried.filter(({ likeness }) => likeness < 1).sort((one, other) => one.likeness - other.likeness);
  const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', title, ...lines] : []);
  const where = ({ whose, id }: Said) => `${whose} · ${id}`;
  return [
    say.went(carried.length + gone.length, carried.length - changed.length, changed.length, older.id),
    ...part(
      say.changed,
      changed.flatMap(({ before, now, likeness }) => [
        `  ${`${Math.round(likeness * 100)}`.padStart(3)} %  ${where(before)}`,
        `         ${say.before} ${before.text}`,
        `         ${say.now} ${now}`,
      ]),
    ),
    ...part(
      fromText ? say.freshToPlace : say.fresh,
      fresh.map(({ text, after }) => `  ${after ? say.after(after) : say.first}: ${text}`),
    ),
    ...part(
      say.gone,
      gone.map((said) => `  ${where(said)}: ${said.text}`),
    ),
    ...part(
      say.doubts,
      doubts.map((each) => `  ${each}`),
    ),
  ];
}
