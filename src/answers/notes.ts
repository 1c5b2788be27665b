/**
 * A person's private notes: kept, listed, opened, mended, deleted. What they wrote is a TextRun or stands in a field.
 */

import { fields, maxSearch } from '../cards/acts.js';
import { type Desk, type Draft, notesIn } from '../cards/desk.js';
import { type CardAction, destructive, type Element, plainText, tapRow, textBlock, textField } from '../cards/elements.js';
import { ours } from '../cards/frame.js';
import { agreementButtons, faultOf, maxNote, type NoteRemark, noteField } from '../cards/note-field.js';
import { longDate } from '../cards/strings/lists.js';
import type { Framework, Library, Theme } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import { reserved } from '../nudges/rules/fatigue.js';
import type { PlainQuestion } from '../understanding/question.js';
import { somebody, somePrompt, someThought, themeOfPrompt } from './exhibit.js';
import type { Answered, Door, Kind } from './kind.js';
import { keepPeriod, type NotePeriod, nameOfPeriod, someWeek } from './note-period.js';
import { type NoteThemes, sayThemes } from './note-themes.js';

/** A private note. What it is about may be gone from the content; its text may not open with the keys there are. */
export type NoteView = {
  readonly id: string;
  readonly prompt: Prompt | undefined;
  readonly framework: Framework | undefined;
  readonly theme: Theme | undefined;
  readonly text: string | undefined;
  readonly writtenAt: Date;
  /** The zone that the person reads times in (IANA). */
  readonly zone: string;
};

/** A note was just kept. */
export type NoteSavedAnswer = Answered<'note-saved', { readonly id: string; readonly prompt: Prompt; readonly statement?: string }>;

/** One note; `edited` when its words were just changed. */
export type NoteAnswer = Answered<
  'note',
  {
    readonly note: NoteView;
    readonly mode: 'read' | 'edit' | 'delete';
    readonly edited?: boolean;
    readonly remark?: NoteRemark;
    readonly draft?: string;
  }
>;

/** There is no such note, any more. */
export type NoteAwayAnswer = Answered<'note-away', { readonly why: 'deleted' | 'unknown' }>;

/** A page of notes, newest first; `page` counts from 0, `total` is how many match. */
export type NotesAnswer = Answered<
  'notes',
  {
    readonly notes: readonly NoteView[];
    readonly page: number;
    readonly pages: number;
    readonly total: number;
    readonly search?: string;
    readonly theme?: Theme;
    /** What was asked in words, where it was: they stand in the chat already. */
    readonly asked?: PlainQuestion;
    /** When they were written, where that was asked for. */
    readonly when?: NotePeriod | undefined;
    /** What they are about, where a summary was asked for. */
    readonly summary?: NoteThemes | undefined;
  }
>;

/** The kind of {@link NoteSavedAnswer}. */
export const noteSavedKind: Kind<NoteSavedAnswer> = {
  name: 'note-saved',
  card: noteSavedCard,
  exhibits: ({ library }) => [{ kind: 'note-saved', id: 'n1', prompt: somePrompt(library), next: [] }],
};

/** The kind of {@link NoteAnswer}. */
export const noteKind: Kind<NoteAnswer> = {
  name: 'note',
  card: noteCard,
  door: noteDoor,
  fault: ({ remark }, desk) => faultOf(remark, desk),
  exhibits: ({ library }) => {
    const note = someNote(library, 0, someThought);
    return [
      { kind: 'note', note, mode: 'read', edited: true, next: [] },
      { kind: 'note', note, mode: 'edit', next: [] },
      { kind: 'note', note, mode: 'edit', remark: 'empty', draft: '', next: [] },
      { kind: 'note', note, mode: 'delete', next: [] },
      { kind: 'note', note: { ...note, prompt: undefined, text: undefined }, mode: 'read', next: [] },
    ];
  },
};

/** The kind of {@link NoteAwayAnswer}. */
export const noteAwayKind: Kind<NoteAwayAnswer> = {
  name: 'note-away',
  card: noteAwayCard,
  exhibits: () => (['deleted', 'unknown'] as const).map((why) => ({ kind: 'note-away', why, next: [] })),
};

/** The kind of {@link NotesAnswer}. */
export const notesKind: Kind<NotesAnswer> = {
  name: 'notes',
  screens: () => 2,
  asked: {
    reflections: { title: ({ wish }, _here, { t }) => (wish === 'themes' ? t.noteThemes.button : t.button.reflections) },
  },
  card: notesCard,
  door: notesDoor,
  exhibits: ({ library }) => {
    const notes = [someThought, longThought, 'Kort.', someThought, longThought].map((text, at) => someNote(library, at, text));
    return [
      { kind: 'notes', notes, page: 1, pages: 3, total: 12, next: [] },
      { kind: 'notes', notes: notes.slice(0, 1), page: 0, pages: 1, total: 1, search: 'mødet', next: [] },
      { kind: 'notes', notes: notes.slice(0, 2), page: 0, pages: 1, total: 2, when: someWeek, summary: someSummary(library), next: [] },
      { kind: 'notes', notes: [], page: 0, pages: 1, total: 0, search: '**økonomi**', next: [] },
      { kind: 'notes', notes: [], page: 0, pages: 1, total: 0, next: [] },
    ];
  },
};

/** A note of many lines would not fit on a card: after these the rest is one paragraph. */
const MOST_LINES = 40;
/** As much of a note as a list shows. */
const EXCERPT = 120;

/** A note was just kept. It is not repeated: a card stays in the conversation, a note should not. */
function noteSavedCard({ id, prompt, statement }: NoteSavedAnswer, desk: Desk): Draft {
  const { t, view, press, ask } = desk;
  const isOurs = prompt.id === reserved.closing;
  const about = {
    ...(statement && { statement }),
    ...(isOurs && { framework: prompt.framework, ...(prompt.theme && { theme: prompt.theme }) }),
  };
  const undo = { act: 'undo-note', note: id, prompt: prompt.id, ...about } as const;
  return {
    summary: t.note.savedTitle,
    head: { title: t.note.savedTitle },
    body: [textBlock(`${t.note.saved} ${t.note.readIn[notesIn(view)]}`, { spacing: 'Small' }), promptLine(prompt[view.language])],
    actions: [
      ...agreementButtons({ ...desk, view: { ...view, notes: true } }, prompt.id, statement),
      press('act', undo, t.note.undo),
      ask({ intent: 'reflections' }, t.button.reflections),
    ],
  };
}

/** Neither its words nor when or about what it was written stand in the chat. */
function noteDoor({ note, mode, edited }: NoteAnswer, { t }: Desk): Door {
  const { read, edited: changed, open } = t.note.door;
  return {
    title: t.note.title,
    text: edited ? changed : read,
    label: open,
    open: { do: 'act', act: { act: 'open-note', note: note.id, mode } },
  };
}

/** One note: read, in a field to mend it, or with the question whether it shall go. */
function noteCard({ note, mode, edited, remark, draft }: NoteAnswer, desk: Desk): Draft {
  const { t, view } = desk;
  const title = mode === 'delete' ? t.note.deleteTitle : t.note.title;
  const about = [note.framework?.name, note.theme?.label.text].filter(Boolean).join(' · ');
  const text =
    note.text === undefined ? [textBlock(t.note.sealed)] : linesOf(note.text).map((line) => plainText(line, {}, { spacing: 'Small' }));
  const body =
    mode === 'edit'
      ? noteField({ ...desk, view: { ...view, notes: true } }, draft ?? note.text, remark)
      : [...text, ...(note.text === undefined ? [] : [onlyYou(desk)])];
  return {
    summary: title,
    head: { title, under: [dateOf(note, desk), about] },
    body: [...(edited ? [textBlock(t.note.edited, { spacing: 'Small' })] : []), promptLine(questionOf(note, desk)), ...body],
    actions: noteActions(note, mode, desk),
  };
}

function noteActions({ id, text }: NoteView, mode: NoteAnswer['mode'], { t, press }: Desk): CardAction[] {
  const open = (to: NoteAnswer['mode'], title: string) => press('act', { act: 'open-note', note: id, mode: to }, title, 'alone');
  const list = press('act', { act: 'list-notes' }, t.button.reflections, 'alone');
  if (mode === 'edit') return [press('act', { act: 'edit-note', note: id }, t.note.keepChanges), open('read', t.note.dropChanges)];
  if (mode === 'delete') return [open('read', t.note.keep), destructive(press('act', { act: 'delete-note', note: id }, t.note.surely))];
  return [...(text === undefined ? [] : [open('edit', t.note.edit)]), open('delete', t.note.remove), list];
}

/** There is no such note, any more. */
function noteAwayCard({ why }: NoteAwayAnswer, { t, press }: Desk): Draft {
  const title = t.note.away[why];
  return { summary: title, head: { title }, body: [], actions: [press('act', { act: 'list-notes' }, t.button.reflections)] };
}

/** How many there are. What was looked for stands on its button only where it stands in the chat anyway. */
function notesDoor({ total, page, search, theme, when, asked }: NotesAnswer, desk: Desk): Door | undefined {
  const { t } = desk;
  const isAll = search === undefined && theme === undefined && !when;
  if (isAll && total === 0) return undefined;
  const { all, found, open } = t.notes.door;
  const named = when && nameOfPeriod(when, desk);
  return {
    title: named ? t.notePeriod.title(named.name) : t.notes.title,
    text: isAll ? all(total) : total === 0 ? t.notes.noHits : found(total),
    label: open,
    open: asked ?? { do: 'act', act: { act: 'list-notes', page, ...(theme && { theme: theme.id }), ...keepPeriod(when) } },
  };
}

/** A page of notes, with a field to search them. */
function notesCard(answer: NotesAnswer, desk: Desk): Draft {
  const { notes, page, pages, total, search, theme, when, summary } = answer;
  const { t, press, ask } = desk;
  const named = when && nameOfPeriod(when, desk);
  const title = named ? t.notePeriod.title(named.name) : t.notes.title;
  const under = [theme?.label.text, t.notes.count(total), named?.dates, pages > 1 && t.page(page + 1, pages)];
  const kept = { ...(search && { search }), ...(theme && { theme: theme.id }), ...keepPeriod(when) };
  const at = (to: number) => ({ act: 'list-notes', page: to, ...kept }) as const;
  const isNew = total === 0 && search === undefined && theme === undefined && !when;
  const field = textField(fields.search, t.notes.search, {
    maxLength: maxSearch,
    placeholder: t.notes.searchHint,
    spacing: 'Large',
    ...(search && { value: search }),
  });
  return {
    summary: title,
    head: { title, ...(!isNew && { under }) },
    body: isNew
      ? [textBlock(t.notes.none, { spacing: 'Small' })]
      : [...summaryLines(summary, desk), ...(total === 0 ? [textBlock(t.notes.noHits)] : notes.map((note) => noteRow(note, desk))), field],
    actions: [
      ...(isNew ? [] : [press('act', { act: 'list-notes' }, t.notes.find)]),
      ...(page + 1 < pages ? [press('act', at(page + 1), t.notes.older, 'alone')] : []),
      ...(page > 0 ? [press('act', at(page - 1), t.notes.newer, 'alone')] : []),
      ...(search !== undefined || theme || when ? [press('act', { act: 'list-notes' }, t.notes.all, 'alone')] : []),
      ask({ intent: 'reflect' }, t.button.reflect),
    ],
  };
}

/** Nobody's words are told in others: what they are about is counted, and they stand below. */
function summaryLines(summary: NoteThemes | undefined, desk: Desk): Element[] {
  if (!summary) return [];
  return [sayThemes(summary, desk), desk.t.notePeriod.ownWords].flatMap((line) =>
    line ? [plainText(line, {}, { spacing: 'Small' })] : [],
  );
}

function noteRow(note: NoteView, desk: Desk): Element {
  const words = note.text?.replace(/\s+/g, ' ').trim() ?? desk.t.note.sealed;
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT).trimEnd()} …` : words;
  const about = plainText([dateOf(note, desk), note.theme?.label.text].filter(Boolean).join(' · '), { size: 'Small', isSubtle: true });
  // Nothing else shows that the row is a button.
  const opens = textBlock(desk.t.notes.open, { size: 'Small', color: 'Accent' });
  const items: Element[] = [
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'stretch', items: [about] },
        { type: 'Column', width: 'auto', items: [opens] },
      ],
    },
    plainText(questionOf(note, desk), { weight: 'Bolder' }, { spacing: 'None' }),
    plainText(excerpt, {}, { spacing: 'Small' }),
  ];
  return tapRow(items, desk.press('act', { act: 'open-note', note: note.id, mode: 'read' }, desk.t.notes.open, 'alone'), {
    spacing: 'Default',
    separator: true,
  });
}

/** Our question, in its frame. */
function promptLine(question: string): Element {
  return ours([plainText(question)]);
}

function onlyYou({ t }: Desk): Element {
  return textBlock(t.note.onlyYou, { size: 'Small', isSubtle: true, spacing: 'Medium' });
}

function questionOf({ prompt }: NoteView, { t, view }: Desk): string {
  return prompt?.[view.language] ?? t.note.promptGone;
}

function dateOf({ writtenAt, zone }: NoteView, { view }: Desk): string {
  return longDate(writtenAt, view.language, zone);
}

/** Paragraphs; hosts swallow line breaks within one. */
function linesOf(text: string): string[] {
  const lines = text
    .slice(0, maxNote)
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), lines.slice(MOST_LINES - 1).join(' ')];
}

const longThought = `${'Jeg skriver mere, end der kan stå i en liste, for at se, om kortet holder. '.repeat(8)}\n<b>**fed**</b> [klik](https://ond.example)`;

function someSummary(library: Library): NoteThemes {
  const themes = somebody(library)
    .framework.themes.slice(0, 2)
    .map((theme) => ({ theme, count: 1 }));
  return { themes, gone: 0, without: 0, total: 2 };
}

function someNote(library: Library, at: number, text: string): NoteView {
  const prompt = somePrompt(library, at * 7);
  return {
    id: `n${at}`,
    prompt,
    framework: somebody(library).framework,
    theme: themeOfPrompt(library, prompt),
    text,
    writtenAt: new Date(Date.parse('2026-11-24T07:30:00Z') - at * 86_400_000),
    zone: 'Europe/Copenhagen',
  };
}
