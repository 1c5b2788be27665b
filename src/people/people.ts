/**
 * What the bot does for one person: their profile, their notes, their data. Returns what to show, as data.
 */
import type { Answer } from '../answers/kinds.js';
import type { DailyQuestions } from '../answers/profile.js';
import type { Pressed } from '../cards/acts.js';
import type { Library } from '../content/library.js';
import type { People } from '../conversation/doers.js';
import { keyOf, type PersonKey } from '../conversation/person.js';
import { findObstacle, type Owner, personally } from '../conversation/speaker.js';
import type { Understand } from '../understanding/understand.js';
import { deleteData, exportData, type MyDataParts } from './my-data.js';
import { deleteNote, editNote, listNotes, openNote, saveNote, undoNote } from './notes.js';
import type { Directory, PeopleStorage } from './ports.js';
import { keepData, otherFramework, type ProfileParts, pickFramework, pickLanguage, pickRole, setRole, showProfile } from './profile.js';
import { suggestRole } from './roles.js';

/** What people have to do with reminders; `leave` is called when a person took the bot away. */
export type NudgeLinks = {
  load(person: PersonKey, now: Date): Promise<DailyQuestions | undefined>;
  leave(person: PersonKey, now: Date): Promise<unknown>;
};

/** What is done for people with. */
export type PeopleParts = Pick<MyDataParts, 'refreshCards' | 'cardsMs'> & {
  readonly storage: PeopleStorage;
  readonly library: Library;
  readonly understand: Understand;
  /** Suggests roles; nobody does when left out. */
  readonly directory?: Directory | undefined;
  readonly daily?: NudgeLinks | undefined;
};

/** Puts it together. */
export function createPeople(parts: PeopleParts): People {
  const { storage, library, daily } = parts;
  const suggest = (person: PersonKey) => suggestRole(parts, person);
  const profile: ProfileParts = {
    library,
    profiles: storage.profiles,
    suggest,
    loadDaily: async (person, now) => daily?.load(person, now),
  };
  const notes = { library, notes: storage.notes };
  return {
    async suggest(speaker) {
      return speaker.key && !findObstacle(speaker) && !speaker.asker.profile ? suggest(speaker.key) : undefined;
    },
    async leave({ person, conversation, at }) {
      const key = keyOf(person);
      if (!key || conversation.kind !== 'personal') return;
      await daily?.leave(key, at);
      await storage.people.removed(key, at);
    },
    act: personally((pressed, owner) => act({ profile, notes }, pressed, owner)),
    doers: {
      'set-role': personally((question, owner) => setRole(profile, question, owner)),
      profile: personally((_, owner) => showProfile(profile, owner)),
      reflections: personally(({ text, theme }, owner) => listNotes(notes, { search: text, theme }, owner)),
      'export-data': personally((_, owner) => exportData(parts, owner)),
      'delete-data': personally((question, owner) => deleteData(parts, question, owner)),
    },
  };
}

type ActParts = { readonly profile: ProfileParts; readonly notes: Parameters<typeof saveNote>[0] };

function act({ profile, notes }: ActParts, pressed: Pressed, owner: Owner): Promise<readonly Answer[]> {
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
    case 'pick-framework':
      return pickFramework(profile, pressed, owner);
    case 'other-framework':
      return otherFramework(profile, owner);
    case 'pick-role':
      return pickRole(profile, wanted.framework, pressed, owner);
    case 'pick-language':
      return pickLanguage(profile, pressed, owner);
    case 'keep-data':
      return keepData(profile, owner);
  }
}
