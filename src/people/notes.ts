/**
 * A person's private notes. The owner is always who speaks; a card names the note and nothing else.
 */
import type { Answer } from '../answers/kinds.js';
import type { NoteView } from '../answers/notes.js';
import { findPrompt } from '../answers/own-prompt.js';
import type { ReflectAnswer } from '../answers/reflect.js';
import { type Act, maxSearch, type Pressed } from '../cards/acts.js';
import { type Library, roleOf, type Statement, themeOf } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import type { PersonKey } from '../conversation/person.js';
import { type Owner, zoneOf } from '../conversation/speaker.js';
import { fold } from '../language/text.js';
import { countThemes, findPeriod, findTheme } from './note-times.js';
import type { Note, NoteRange, Notes } from './ports.js';

/** What notes are kept and shown with. */
export type NoteParts = { readonly library: Library; readonly notes: Notes };

/** What to list: a page, what to look for, and when it was written; see the act `list-notes`. */
export type NoteSearch = Omit<ActOf<'list-notes'>, 'act'>;

type ActOf<A extends Act['act']> = Extract<Act, { act: A }>;

const pageSize = 5;
/** As many of the newest notes are looked through for words. */
const mostSearched = 1_000;
const readAtOnce = 100;

/** Keeps what was written under a question. */
export async function saveNote(parts: NoteParts, act: ActOf<'save-note'>, pressed: Pressed, owner: Owner): Promise<readonly Answer[]> {
  const { library, notes } = parts;
  const prompt = findPrompt(library, act);
  if (!prompt) return [{ kind: 'note-away', why: 'unknown', next: [] }];
  const statement = statementOf(library, prompt, act.statement);
  const theme = statement ? statement.theme : prompt.theme;
  const occasion = { prompt: prompt.id, framework: statement?.framework ?? prompt.framework, ...(theme && { theme }) };
  const text = writtenIn(pressed);
  const added = await notes.add(owner.key, occasion, text, owner.incoming.at);
  if (added.ok) return [{ kind: 'note-saved', id: added.id, prompt, ...(statement && { statement: statement.id }), next: [] }];
  return [{ ...questionAgain(library, prompt, statement), draft: text, remark: added.fault }];
}

/** Takes a note back that was just kept: it is deleted, and what stood in it is back in the field. */
export async function undoNote(parts: NoteParts, act: ActOf<'undo-note'>, owner: Owner): Promise<readonly Answer[]> {
  const { library, notes } = parts;
  const note = await notes.get(owner.key, act.note);
  const prompt = findPrompt(library, act);
  if (!note || (await notes.remove(owner.key, act.note)) === 'unknown') return [{ kind: 'note-away', why: 'unknown', next: [] }];
  if (!prompt) return [{ kind: 'note-away', why: 'deleted', next: [] }];
  const draft = note.text.ok ? note.text.text : '';
  return [{ ...questionAgain(library, prompt, statementOf(library, prompt, act.statement)), draft, remark: 'undone' }];
}

/** One note, or that there is none of that id among the owner's. */
export async function openNote(parts: NoteParts, { note: id, mode }: ActOf<'open-note'>, owner: Owner): Promise<readonly Answer[]> {
  const note = await parts.notes.get(owner.key, id);
  if (!note) return [{ kind: 'note-away', why: 'unknown', next: [] }];
  // A text that does not open can't be mended: what was there would be lost.
  return [
    { kind: 'note', note: toView(parts.library, note, owner), mode: note.text.ok ? mode : mode === 'edit' ? 'read' : mode, next: [] },
  ];
}

/** Puts other words in a note's place. */
export async function editNote(
  parts: NoteParts,
  { note: id }: ActOf<'edit-note'>,
  pressed: Pressed,
  owner: Owner,
): Promise<readonly Answer[]> {
  const text = writtenIn(pressed);
  const outcome = await parts.notes.edit(owner.key, id, text, owner.incoming.at);
  if (outcome === 'edited' || outcome === 'unknown') {
    const [read] = await openNote(parts, { act: 'open-note', note: id, mode: 'read' }, owner);
    return read?.kind === 'note' ? [{ ...read, edited: outcome === 'edited' }] : read ? [read] : [];
  }
  const [answer] = await openNote(parts, { act: 'open-note', note: id, mode: 'edit' }, owner);
  return answer?.kind === 'note'
    ? [{ ...answer, draft: text, remark: outcome }]
    : [answer ?? { kind: 'note-away', why: 'unknown', next: [] }];
}

/** Deletes a note for good. */
export async function deleteNote(parts: NoteParts, { note }: ActOf<'delete-note'>, owner: Owner): Promise<readonly Answer[]> {
  const outcome = await parts.notes.remove(owner.key, note);
  return [{ kind: 'note-away', why: outcome === 'removed' ? 'deleted' : 'unknown', next: [] }];
}

/**
 * A page of notes, newest first, or what they are about in numbers. A page that is not there (any more) is the last one; where a
 * period has no notes, or no days, that is said.
 */
export async function listNotes(parts: NoteParts, wanted: NoteSearch, owner: Owner): Promise<readonly Answer[]> {
  const found = wanted.period && (await findPeriod({ ...wanted, period: wanted.period }, owner));
  if (found && 'kind' in found) return [found];
  const search = wanted.search?.replace(/\s+/g, ' ').trim().slice(0, maxSearch) || undefined;
  const range: NoteRange = { theme: wanted.theme, ...found?.range };
  const when = found?.when;
  const counted = wanted.wish && !search ? countThemes(parts.library, await parts.notes.tally(owner.key, range)) : undefined;
  if (wanted.wish === 'themes' && counted && counted.total > 0) return [{ kind: 'note-themes', ...counted, when, next: [] }];
  const { notes, total, page } = search
    ? pageOf(await findNotes(parts, search, range, owner), wanted.page ?? 0)
    : await readPage(parts, wanted.page ?? 0, range, owner);
  if (total === 0 && when && !search && !wanted.theme) return [{ kind: 'no-notes', why: 'empty', when, next: [] }];
  const theme = wanted.theme ? findTheme(parts.library, wanted.theme) : undefined;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const summary = page === 0 && total > 0 ? counted : undefined;
  return [{ kind: 'notes', notes, page, pages, total, ...(search && { search }), ...(theme && { theme }), when, summary, next: [] }];
}

async function readPage({ library, notes: kept }: NoteParts, page: number, range: NoteRange, owner: Owner) {
  const read = (at: number) => kept.list(owner.key, { ...range, page: at, size: pageSize });
  const first = await read(page);
  const last = Math.max(0, Math.ceil(first.total / pageSize) - 1);
  const { notes, total } = page > last ? await read(last) : first;
  return { notes: notes.map((note) => toView(library, note, owner)), total, page: Math.min(page, last) };
}

function pageOf(notes: readonly NoteView[], wanted: number) {
  const page = Math.min(wanted, Math.max(0, Math.ceil(notes.length / pageSize) - 1));
  return { notes: notes.slice(page * pageSize, (page + 1) * pageSize), total: notes.length, page };
}

/**
 * Looks for words in the question, its statement, theme and framework, and in the note itself: notes are opened here, for
 * their owner, and nothing that could be searched is stored.
 */
async function findNotes(parts: NoteParts, search: string, range: NoteRange, owner: Owner): Promise<NoteView[]> {
  const words = fold(search).split(' ');
  const all = await readAll(parts.notes, owner.key, range);
  return all
    .map((note) => toView(parts.library, note, owner))
    .filter((note) => {
      const text = fold(wordsOf(parts.library, note).join(' '));
      return words.every((word) => text.includes(word));
    });
}

async function readAll(kept: Notes, key: PersonKey, range: NoteRange): Promise<Note[]> {
  const all: Note[] = [];
  for (let page = 0; page * readAtOnce < mostSearched; page += 1) {
    const { notes, total } = await kept.list(key, { ...range, page, size: readAtOnce });
    all.push(...notes);
    if (all.length >= total || notes.length === 0) break;
  }
  return all;
}

function wordsOf(library: Library, { prompt, theme, framework, text }: NoteView): string[] {
  const statements = (prompt?.statements ?? []).flatMap((id) => library.statement(id)?.text ?? []);
  return [prompt?.da, prompt?.en, theme?.label.text, theme?.en, framework?.name, text, ...statements].flatMap((each) => each ?? []);
}

function toView(library: Library, note: Note, owner: Owner): NoteView {
  const framework = library.framework(note.framework);
  return {
    id: note.id,
    prompt: findPrompt(library, note),
    framework,
    theme: framework && themeOf(framework, note.theme),
    text: note.text.ok ? note.text.text : undefined,
    writtenAt: note.createdAt,
    zone: zoneOf(owner),
  };
}

/** The statement a card showed with its question; one that the question was not written for is not believed. */
function statementOf(library: Library, prompt: Prompt, id: string | undefined): Statement | undefined {
  return library.statement(prompt.statements.find((each) => each === id) ?? prompt.statements[0] ?? '');
}

/** The question that a note was for, to write under again. */
function questionAgain(library: Library, prompt: Prompt, statement: Statement | undefined): ReflectAnswer {
  const framework = library.framework(statement?.framework ?? prompt.framework);
  if (!framework) throw new Error(`the prompt "${prompt.id}" is of a framework that is not loaded`);
  const role = roleOf(framework, statement?.role);
  const theme = themeOf(framework, statement ? statement.theme : prompt.theme);
  const place = { framework: framework.id, ...(role && { role: role.id }), ...(theme && { theme: theme.id }) };
  return { kind: 'reflect', framework, role, theme, statement, prompt, another: { intent: 'reflect', ...place, not: prompt.id }, next: [] };
}

/** What stands in the field, without control characters that no keyboard makes and a card would carry six times as long. */
function writtenIn({ note = '' }: Pressed): string {
  return note
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}
