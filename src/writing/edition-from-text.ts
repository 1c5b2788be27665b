/**
 * A new edition of its plain text alone: what stood in the edition before is looked for in it, and stands where it stood.
 */
import type { FrameworkFile, Wording } from '../content/framework.js';
import { wordsOf } from '../content/prompt-rules.js';
import { bare } from '../content/source.js';
import { aliasesFor, type Carried, CLOSE, type Edition, type Said, saidIn } from './edition.js';
import { yearIn } from './id.js';
import { findRuns, headingKey, headingsIn, joinPieces, piecesOf, type Run, type Sought } from './passages.js';
import type { Newcomer } from './template.js';

/** Shorter pieces are headings, page numbers and the like, not statements. */
const FEWEST_WORDS = 4;

type Found = ReadonlyMap<string, Run>;

/** The new edition of a document, of its whole text. */
export function editionFromText(older: FrameworkFile, text: string, { id, name }: Newcomer): Edition {
  const pieces = piecesOf(text);
  const statements = saidIn(older);
  const others = otherWords(older);
  const under = headingsIn(pieces, [older.common.heading, ...older.roles.map(({ label }) => label)]);
  const sought = [
    ...statements.map((said): Sought => ({ text: printed(older, said), under: said.whose })),
    ...others.map((each): Sought => ({ text: each })),
  ];
  const runs = findRuns(pieces, sought, under, CLOSE);
  const carried = statements.flatMap((before, at): Carried[] => {
    const run = runs[at];
    return run ? [{ before, now: run.likeness === 1 ? before.text : run.text, likeness: run.likeness }] : [];
  });
  const words: Found = new Map(
    others.flatMap((each, at) => (runs[statements.length + at] ? [[each, runs[statements.length + at] as Run]] : [])),
  );
  const page = bare(text).toLowerCase();
  const kept = new Set(carried.map(({ before }) => before.id));
  return {
    framework: toFramework(older, { id, name }, carried, words, page),
    carried,
    fresh: leftOver(pieces, runs, statements, older),
    gone: statements.filter((said) => !kept.has(said.id)),
    doubts: labelsOf(older).filter((label) => !page.includes(bare(label).toLowerCase())),
  };
}

/** The document's own spelling of a statement. */
function printed(older: FrameworkFile, { id, text }: Said): string {
  const all = [...older.common.statements, ...older.statements.flatMap(({ items }) => items)];
  return all.find((item) => item.id === id)?.original ?? text;
}

/** Adopted words besides statements and headings. */
function otherWords(older: FrameworkFile): string[] {
  const texts: (Wording | undefined)[] = [
    ...older.preface.flatMap(({ paragraphs }) => paragraphs),
    ...older.themes.map(({ definition }) => definition),
    ...older.terms.flatMap(({ text, items }) => [text, ...items]),
    older.common.lead,
    older.common.close,
    ...older.common.statements.map(({ short }) => short),
  ];
  return [...new Set(texts.flatMap((each) => (each ? [each.original ?? each.text] : [])))];
}

/** Headings that stay even where the new text has them no longer: nothing hangs together without them. */
function labelsOf(older: FrameworkFile): string[] {
  return [
    older.common.heading,
    ...older.themes
      .flatMap(({ label, subthemes }) => [label, ...subthemes.map((each) => each.label)])
      .map((label) => label.original ?? label.text),
    ...older.roles.map(({ label }) => label),
  ];
}

function toFramework(older: FrameworkFile, { id, name }: Newcomer, carried: readonly Carried[], words: Found, page: string): FrameworkFile {
  const now = new Map(carried.map((each) => [each.before.id, each]));
  const wording = (old: Wording | undefined): Wording | undefined => {
    const run = old && words.get(old.original ?? old.text);
    return run && (run.likeness === 1 ? old : { text: run.text });
  };
  const wordings = (list: readonly Wording[]) => list.flatMap((each) => wording(each) ?? []);
  const item = <T extends { id: string; text: string; original?: string | undefined }>(old: T): T[] => {
    const found = now.get(old.id);
    if (!found) return [];
    if (found.likeness === 1) return [old];
    const { original: _, ...rest } = old;
    return [{ ...rest, text: found.now } as T];
  };
  const statements = older.statements.flatMap((block) => {
    const items = block.items.flatMap(item);
    return items.length > 0 ? [{ ...block, items }] : [];
  });
  const { lead, close, ...common } = older.common;
  const [newLead, newClose] = [wording(lead), wording(close)];
  return {
    ...older,
    id,
    name,
    edition: yearIn(name),
    supersedes: older.id,
    source: { file: `${id}.txt`, ocr: false, copies: 1, slips: {} },
    aliases: aliasesFor(older, name),
    preface: older.preface.flatMap(({ heading, paragraphs }) => {
      const kept = wordings(paragraphs);
      const isThere = heading !== null && page.includes(bare(heading).toLowerCase());
      return kept.length > 0 ? [{ heading: isThere ? heading : null, paragraphs: kept }] : [];
    }),
    themes: older.themes.map(({ definition, ...theme }) => {
      const text = wording(definition);
      return { ...theme, ...(text && { definition: text }) };
    }),
    terms: older.terms.flatMap(({ text, items, ...term }) => {
      const found = wording(text);
      return found ? [{ ...term, text: found, items: wordings(items) }] : [];
    }),
    common: {
      ...common,
      ...(newLead && { lead: newLead }),
      ...(newClose && { close: newClose }),
      statements: older.common.statements.flatMap(item).map(({ short, ...statement }) => {
        const found = wording(short);
        return { ...statement, ...(found && { short: found }) };
      }),
    },
    roles: older.roles.filter((role) => statements.some((block) => block.role === role.id)),
    statements,
  };
}

/** What became of no text of the old edition, with what was printed before it. */
function leftOver(
  pieces: readonly string[],
  runs: readonly (Run | undefined)[],
  statements: readonly Said[],
  older: FrameworkFile,
): { readonly text: string; readonly after: string | undefined }[] {
  const owner = new Map<number, string | undefined>();
  const texts = runs.flatMap((run) => (run ? [bare(run.text)] : []));
  runs.forEach((run, at) => {
    for (let place = run?.first ?? 0; run && place <= run.last; place += 1) owner.set(place, statements[at]?.id);
  });
  const headings = new Set([older.title, ...labelsOf(older)].map(headingKey));
  const isKnown = (piece: string) => headings.has(headingKey(piece)) || texts.some((text) => text.includes(bare(piece)));
  const left: { parts: string[]; after: string | undefined; until: number }[] = [];
  let after: string | undefined;
  pieces.forEach((piece, at) => {
    after = owner.get(at) ?? after;
    if (owner.has(at) || isKnown(piece)) return;
    const last = left.at(-1);
    // A line that goes on in the next one is one text with it; one that ends as a sentence does is not.
    if (last && last.until === at - 1 && /^\p{Ll}/u.test(piece)) {
      last.parts.push(piece);
      last.until = at;
    } else left.push({ parts: [piece], after, until: at });
  });
  return left
    .map(({ parts, after: place }) => ({ text: joinPieces(parts), after: place }))
    .filter(({ text }) => wordsOf(text).length >= FEWEST_WORDS);
}
