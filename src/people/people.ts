/**
 * What the bot does for one person: their profile, their notes, their data. Returns what to show, as data.
 */
import type { Answer } from '../answers/kinds.js';
import type { DailyQuestions } from '../answers/profile.js';
import { type AppointmentPressed, appointmentPressedSchema, type Pressed } from '../cards/acts.js';
import type { Surface } from '../cards/desk.js';
import { type Care, carefree } from '../care/care.js';
import type { Library } from '../content/library.js';
import type { People } from '../conversation/doers.js';
import type { Incoming } from '../conversation/incoming.js';
import { keyOf, type PersonKey } from '../conversation/person.js';
import { findObstacle, type Owner, personally } from '../conversation/speaker.js';
import { holidays, type IsClosed } from '../nudges/rules/holidays.js';
import type { Search } from '../search/search.js';
import type { Understand } from '../understanding/understand.js';
import { withRest } from './appointment-views.js';
import { agree, listAppointments, pressAppointment, remind } from './appointments.js';
import { type FocusParts, pickFocus, takeFocus } from './focus.js';
import { createLetterDesk, type LetterParts } from './letters.js';
import { lookBack } from './look-back.js';
import { deleteData, exportData, type MyDataParts, readData } from './my-data.js';
import { deleteNote, editNote, listNotes, openNote, saveNote, undoNote } from './notes.js';
import type { Directory, PeopleStorage } from './ports.js';
import { keepData, otherFramework, type ProfileParts, pickFramework, pickLanguage, pickRole, setRole, showProfile } from './profile.js';
import { suggestRole } from './roles.js';

/** What people have to do with reminders; `rests` as the person's own message has it, `leave` is called when they took the bot away. */
export type NudgeLinks = {
  load(person: PersonKey, now: Date, rests?: Incoming['rests']): Promise<DailyQuestions | undefined>;
  leave(person: PersonKey, now: Date): Promise<unknown>;
};

/** What is done for people with. */
export type PeopleParts = Pick<MyDataParts, 'refreshCards' | 'cardsMs'> & {
  readonly storage: PeopleStorage;
  readonly library: Library;
  readonly understand: Understand;
  readonly search: Search;
  /** Suggests roles; nobody does when left out. */
  readonly directory?: Directory | undefined;
  readonly daily?: NudgeLinks | undefined;
  readonly closedDays: () => Promise<IsClosed>;
  /** Who takes letters; nobody does when left out. */
  readonly editorOf?: LetterParts['editorOf'] | undefined;
  /** Reads who is not well; nobody does when left out. */
  readonly care?: Care | undefined;
  /** Where notes are read: in dialogs all that is stored is shown a part at a time. In the chat unless told. */
  readonly notesIn?: Surface | undefined;
};

/** Puts it together. */
export function createPeople(parts: PeopleParts): People {
  const { storage, library, search, daily, editorOf = () => ({}), care = carefree } = parts;
  const suggest = (person: PersonKey) => suggestRole(parts, person);
  const profile: ProfileParts = {
    library,
    profiles: storage.profiles,
    suggest,
    loadDaily: async (person, now, rests) => daily?.load(person, now, rests),
  };
  const notes = { library, notes: storage.notes };
  const appointments = { library, appointments: storage.appointments, holidays, closedDays: parts.closedDays };
  const pressAny = personally((pressed: AppointmentPressed, owner: Owner) =>
    pressAppointment(appointments, pressed, owner).then((done) => withRest(done, owner)),
  );
  const focus: FocusParts = { library, search, focuses: storage.focuses, loadDaily: profile.loadDaily };
  const letters = createLetterDesk({ letters: storage.letters, library, editorOf, care });
  return {
    letters,
    async suggest(speaker) {
      return speaker.key && !findObstacle(speaker) && !speaker.asker.profile ? suggest(speaker.key) : undefined;
    },
    async leave({ person, conversation, at }) {
      const key = keyOf(person);
      if (!key || conversation.kind !== 'personal') return;
      await daily?.leave(key, at);
      await storage.people.removed(key, at);
    },
    act: personally((pressed, owner) => act({ profile, notes, focus, data: parts }, pressed, owner)),
    async press(data, speaker) {
      if ((data as { do?: unknown } | null | undefined)?.do !== 'appointment') return undefined;
      const pressed = appointmentPressedSchema.safeParse(data).data;
      const listed = { do: 'appointment', act: { act: 'list-appointments' }, language: speaker.asker.language } as const;
      return pressAny(pressed ?? listed, speaker);
    },
    doers: {
      'set-role': personally((question, owner) => setRole(profile, question, owner)),
      profile: personally((_, owner) => showProfile(profile, owner)),
      focus: personally((question, owner) => takeFocus(focus, question, owner)),
      reflections: personally(async (question, owner) => {
        const { intent: _, text, ...wanted } = question;
        const listed = await listNotes(notes, { ...wanted, search: text }, owner);
        return listed.map((each) => (each.kind === 'notes' ? { ...each, asked: question } : each));
      }),
      remind: personally(async (question, owner) => withRest(await remind(appointments, question, owner), owner)),
      agree: personally(async (question, owner) => withRest(await agree(appointments, question, owner), owner)),
      agreements: personally((_, owner) => listAppointments(appointments, 0, owner)),
      'look-back': personally((question, owner) => lookBack({ ...appointments, notes: storage.notes }, question, owner)),
      'to-editor': personally(async (_, owner) => letters.open({ reason: 'asked' }, owner) ?? []),
      'export-data': personally((_, owner) => (parts.notesIn === 'dialog' ? readData(parts, 1, owner) : exportData(parts, owner))),
      'delete-data': personally((question, owner) => deleteData(parts, question, owner)),
    },
  };
}

type ActParts = {
  readonly profile: ProfileParts;
  readonly notes: Parameters<typeof saveNote>[0];
  readonly focus: FocusParts;
  readonly data: MyDataParts;
};

function act({ profile, notes, focus, data }: ActParts, pressed: Pressed, owner: Owner): Promise<readonly Answer[]> {
  const { act: wanted } = pressed;
  switch (wanted.act) {
    case 'save-note':
      return saveNote(notes, wanted, pressed, owner);
    case 'undo-note':
      return undoNote(notes, wanted, owner);
    case 'list-notes':
      return listNotes(notes, { ...wanted, search: pressed.search ?? wanted.search }, owner);
    case 'open-note':
      return openNote(notes, wanted, owner);
    case 'edit-note':
      return editNote(notes, wanted, pressed, owner);
    case 'delete-note':
      return deleteNote(notes, wanted, owner);
    case 'read-data':
      return readData(data, wanted.part, owner);
    case 'pick-framework':
      return pickFramework(profile, pressed, owner);
    case 'other-framework':
      return otherFramework(profile, owner);
    case 'pick-role':
      return pickRole(profile, wanted.framework, pressed, owner);
    case 'pick-language':
      return pickLanguage(profile, pressed, owner);
    case 'pick-focus':
      return pickFocus(focus, pressed, owner);
    case 'keep-data':
      return keepData(profile, owner);
  }
}
