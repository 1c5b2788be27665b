/**
 * The gallery's cards about a person: somebody made up, with real content.
 */
import type { Answer } from '../../answers/answer.js';
import type { NoteView, PersonalKind, Suggestion } from '../../answers/personal.js';
import { type Framework, type Library, newestFrameworks, type Role, themeOf } from '../../content/library.js';
import type { Prompt } from '../../content/prompts.js';

type Room = (scene: { readonly library: Library }) => readonly Answer[];

const writtenAt = new Date('2026-11-24T07:30:00Z');
const thought =
  'I dag lod jeg de andre tale først på mødet. Det gav to forslag, jeg ikke selv havde set.\nI morgen: spørg Lone og Søren, hvad de mangler for at sige fra.';
const long = `${'Jeg skriver mere, end der kan stå i en liste, for at se, om kortet holder. '.repeat(8)}\n<b>**fed**</b> [klik](https://ond.example)`;

/** A role that somebody's title suggests. */
export function suggestionOf(library: Library): Suggestion {
  const place = placeOf(library);
  return { ...place, title: `${place.role.name.da}, Område Midt` };
}

/** Answers of each personal kind. */
export const peopleRooms: { readonly [K in PersonalKind['kind']]: Room } = {
  'role-form': ({ library }) => {
    const frameworks = newestFrameworks(library);
    const own = placeOf(library);
    return [
      { kind: 'role-form', frameworks, suggestion: suggestionOf(library), next: [] },
      { kind: 'role-form', frameworks, missing: true, next: [] },
      ...frameworks.slice(0, 2).map((framework): Answer => ({ kind: 'role-form', frameworks, framework, own, next: [] })),
    ];
  },
  'role-set': ({ library }) => [{ kind: 'role-set', ...placeOf(library), next: [] }],
  'role-forgotten': () => [{ kind: 'role-forgotten', next: [] }],
  profile: ({ library }) => [
    {
      kind: 'profile',
      own: placeOf(library),
      language: 'da',
      reminders: { on: true, days: ['man', 'tir', 'ons', 'tor', 'fre'], time: '08:00' },
      changed: 'language',
      next: [],
    },
    { kind: 'profile', changed: 'nothing', next: [] },
  ],
  'note-saved': ({ library }) => [{ kind: 'note-saved', id: 'n1', prompt: promptOf(library), next: [] }],
  note: ({ library }) => {
    const note = noteOf(library, 0, thought);
    return [
      { kind: 'note', note, mode: 'read', edited: true, next: [] },
      { kind: 'note', note, mode: 'edit', next: [] },
      { kind: 'note', note, mode: 'edit', remark: 'empty', draft: '', next: [] },
      { kind: 'note', note, mode: 'delete', next: [] },
      { kind: 'note', note: { ...note, prompt: undefined, text: undefined }, mode: 'read', next: [] },
    ];
  },
  'note-away': () => [
    { kind: 'note-away', why: 'deleted', next: [] },
    { kind: 'note-away', why: 'unknown', next: [] },
  ],
  notes: ({ library }) => {
    const notes = [thought, long, 'Kort.', thought, long].map((text, at) => noteOf(library, at, text));
    return [
      { kind: 'notes', notes, page: 1, pages: 3, total: 12, next: [] },
      { kind: 'notes', notes: notes.slice(0, 1), page: 0, pages: 1, total: 1, search: 'mødet', next: [] },
      { kind: 'notes', notes: [], page: 0, pages: 1, total: 0, search: '**økonomi**', next: [] },
      { kind: 'notes', notes: [], page: 0, pages: 1, total: 0, next: [] },
    ];
  },
  export: ({ library }) => {
    const lines = [
      '# Din rolle og dit sprog',
      'Rolle: Kontorchefer',
      'Sprog: da',
      '# Dine noter',
      promptOf(library).da,
      ...thought.split('\n'),
    ];
    return [{ kind: 'export', part: 1, parts: 1, lines, rest: true, next: [] }];
  },
  'delete-data': () => [
    { kind: 'delete-data', done: false, next: [] },
    { kind: 'delete-data', done: { notes: 0, kinds: 1, isTeamAsked: false, cards: { changed: 0, failed: 0, pending: 0 } }, next: [] },
    { kind: 'delete-data', done: { notes: 12, kinds: 9, isTeamAsked: false, cards: { changed: 3, failed: 0, pending: 0 } }, next: [] },
    { kind: 'delete-data', done: { notes: 1, kinds: 9, isTeamAsked: true, cards: { changed: 1, failed: 1, pending: 24 } }, next: [] },
  ],
  farewell: () => [{ kind: 'farewell', endsOn: '2027-12-28', next: [] }],
  'not-here': () => (['group', 'nobody', 'not-yet'] as const).map((why) => ({ kind: 'not-here', why, next: [] })),
};

function placeOf(library: Library): { readonly framework: Framework; readonly role: Role } {
  const framework = newestFrameworks(library)[0] as Framework;
  return { framework, role: framework.roles.at(-2) ?? (framework.roles[0] as Role) };
}

function promptOf(library: Library, at = 0): Prompt {
  const { id } = placeOf(library).framework;
  const prompts = library.prompts.filter((prompt) => prompt.framework === id);
  return (
    prompts[at % Math.max(1, prompts.length)] ?? {
      id: 'none',
      framework: id,
      statements: [],
      da: 'Hvad fylder lige nu?',
      en: 'What matters now?',
    }
  );
}

function noteOf(library: Library, at: number, text: string): NoteView {
  const { framework } = placeOf(library);
  const prompt = promptOf(library, at * 7);
  const theme = themeOf(framework, prompt.theme ?? library.statement(prompt.statements[0] ?? '')?.theme);
  return {
    id: `n${at}`,
    prompt,
    framework,
    theme,
    text,
    writtenAt: new Date(writtenAt.getTime() - at * 86_400_000),
    zone: 'Europe/Copenhagen',
  };
}
