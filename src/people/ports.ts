/**
 * What people's matters need of the place where things are stored.
 */
import type { LetterReason } from '../cards/acts.js';
import type { Language } from '../content/language.js';
import type { PersonKey } from '../conversation/person.js';
import type { StoredProfile } from '../conversation/ports.js';
import type { Weekday } from '../language/times/words.js';
import type { AppointmentKind, AppointmentState, AppointmentWords, Timed, When } from '../nudges/rules/appointments.js';
import type { Focus } from '../nudges/rules/focus.js';

/** The tables that say whose a row is, by their names in the database. */
export type PersonalTable =
  | 'deliveries'
  | 'people'
  | 'profiles'
  | 'installations'
  | 'contexts'
  | 'seen_prompts'
  | 'nudge_plans'
  | 'focuses'
  | 'plan_makers'
  | 'addresses'
  | 'talks'
  | 'sharers'
  | 'round_answers'
  | 'reflections'
  | 'appointments';

/** A stored row as the person is given it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** A change of a profile: what is missing stays, null is forgotten. */
export type ProfileChange = { readonly [Key in keyof StoredProfile]?: StoredProfile[Key] | null };

/** Profiles of people. */
export type Profiles = {
  /** An empty profile for people who have none. */
  load(person: PersonKey): Promise<StoredProfile>;
  save(person: PersonKey, change: ProfileChange, now: Date): Promise<void>;
  /** Forgets the whole profile; to forget the role only, save `{ framework: null, role: null }`. */
  forget(person: PersonKey): Promise<void>;
};

/** What people work with for some weeks: one focus each. */
export type Focuses = {
  /** Also one that is over, for as long as it is kept. */
  load(person: PersonKey): Promise<Focus | undefined>;
  /** Takes the place of the one before. */
  save(person: PersonKey, focus: Focus): Promise<void>;
  drop(person: PersonKey): Promise<void>;
};

/** Whether a person is there to be reached; retention counts from the times noted here. */
export type Presences = {
  /**
   * Notes that a person is still there who did not write in their own chat: they wrote among others, or Teams took a message to
   * them. Nothing is noted of whoever is not known. Written at most once an hour.
   */
  glimpsed(person: PersonKey, now: Date): Promise<void>;
  /** Notes that a message could not be delivered for good. The first time counts; nothing is noted of whoever is not known. */
  unreachable(person: PersonKey, now: Date): Promise<void>;
  /** Notes that a person took the bot away. As with {@link People.unreachable}. */
  removed(person: PersonKey, now: Date): Promise<void>;
  /** What is noted; undefined for people who are not known. */
  load(person: PersonKey): Promise<Presence | undefined>;
  /** People whose last days have begun and who were not told yet, the longest silent first; those of some tenants where any are named. */
  listUntold(most: number, tenants?: readonly string[]): Promise<readonly Silent[]>;
  /** Notes that a silent person is told now. False when they were told before, or came back: then they must not be. */
  claimTelling(person: PersonKey, now: Date): Promise<boolean>;
  /** They were not told after all; nothing reached them. */
  untell(person: PersonKey): Promise<void>;
};

/** When a person was last seen (exact to an hour), and since when they are away. */
export type Presence = { readonly lastSeen: Date; readonly unreachableSince: Date | undefined; readonly removedAt: Date | undefined };

/** A person who has not been seen for long, and when their last days began. */
export type Silent = { readonly person: PersonKey; readonly lastSeen: Date; readonly noticeAt: Date };

/** What was sealed, or why it does not open. */
export type OpenedText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: string };

/** What a note is about: full prompt id, framework id, theme id within the framework. */
export type NoteSubject = { readonly prompt: string; readonly framework: string; readonly theme?: string | undefined };

/** A private note. `text` says why where no key opens it. */
export type Note = NoteSubject & { readonly id: string; readonly text: OpenedText; readonly createdAt: Date; readonly updatedAt: Date };

/** Which notes to list: all conditions given must hold. `page` counts from 0. */
export type NoteFilter = {
  readonly framework?: string | undefined;
  readonly theme?: string | undefined;
  /** Full prompt ids; any of them. */
  readonly prompts?: readonly string[] | undefined;
  /** Written at this instant or later. */
  readonly from?: Date | undefined;
  /** Written before this instant. */
  readonly until?: Date | undefined;
  readonly page?: number | undefined;
  /** Notes a page, default 5, at most 100. */
  readonly size?: number | undefined;
};

/** Which notes to count: all conditions of a list but its pages. */
export type NoteRange = Omit<NoteFilter, 'page' | 'size'>;

/** How many notes there are of one theme of one framework, or of none. */
export type NoteTally = { readonly framework: string; readonly theme?: string | undefined; readonly count: number };

/** Why a text can't be a note. */
export type NoteFault = 'empty' | 'too-long';

/** Private notes. Every call takes the owner from the activity; another person's note is `unknown` to it. */
export type Notes = {
  add(
    person: PersonKey,
    occasion: NoteSubject,
    text: string,
    now: Date,
  ): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: NoteFault }>;
  /** Newest first, with the number of all that match. */
  list(person: PersonKey, filter?: NoteFilter): Promise<{ readonly notes: readonly Note[]; readonly total: number }>;
  /** How many notes there are of each theme, most first; none is opened. */
  tally(person: PersonKey, range?: NoteRange): Promise<readonly NoteTally[]>;
  get(person: PersonKey, id: string): Promise<Note | undefined>;
  edit(person: PersonKey, id: string, text: string, now: Date): Promise<'edited' | 'unknown' | NoteFault>;
  /** Deletes for good. */
  remove(person: PersonKey, id: string): Promise<'removed' | 'unknown'>;
};

/** Something that comes back to a person. `words` says why where no key opens them; `rounds` counts how often it was put off. */
export type Appointment = Timed & {
  readonly state: AppointmentState;
  readonly words: ({ readonly ok: true } & AppointmentWords) | { readonly ok: false; readonly fault: string };
  readonly language: Language;
  readonly rounds: number;
  readonly madeAt: Date;
};

/** An appointment to be kept; without `nextAt` it comes only when the person says when. */
export type NewAppointment = When & {
  readonly kind: AppointmentKind;
  readonly words: AppointmentWords;
  readonly language: Language;
  readonly weekday?: Weekday | undefined;
  readonly nextAt?: Date | undefined;
};

/** What becomes of an appointment; what is missing stays. With `nextAt` it comes (again) then, with null it does not. */
export type AppointmentChange = Partial<When> & {
  readonly state?: AppointmentState;
  readonly words?: AppointmentWords;
  readonly weekday?: Weekday;
  readonly rounds?: number;
  readonly nextAt?: Date | null;
};

/** What comes back to people. Every call takes the owner from the activity; another person's appointment is `unknown` to it. */
export type Appointments = {
  /** Its id; undefined where the person has so many that no more are kept. */
  add(person: PersonKey, appointment: NewAppointment, now: Date): Promise<string | undefined>;
  get(person: PersonKey, id: string): Promise<Appointment | undefined>;
  /** All but drafts and those that were dropped, the next to come first, then the newest. */
  list(person: PersonKey): Promise<readonly Appointment[]>;
  change(person: PersonKey, id: string, change: AppointmentChange, now: Date): Promise<'changed' | 'unknown'>;
  /** Deletes for good. */
  remove(person: PersonKey, id: string): Promise<'removed' | 'unknown'>;
};

/** What is sent to an editor; `name` where the writer signed. `framework` is its id, '' for none. */
export type NewLetter = {
  readonly framework: string;
  readonly reason: LetterReason;
  readonly words: string;
  readonly name?: string | undefined;
};

/** A letter without its words: what can be told of it where anybody may read. `remindedAt`: when its editor last heard of it. */
export type LetterHead = {
  readonly id: string;
  readonly framework: string;
  readonly reason: LetterReason;
  readonly sentAt: Date;
  readonly remindedAt?: Date | undefined;
};

/** A letter as its editor reads it. `said` says why where no key opens it. */
export type Letter = LetterHead & {
  readonly said:
    | { readonly ok: true; readonly words: string; readonly name?: string | undefined }
    | { readonly ok: false; readonly fault: string };
};

/** Letters to the editors, by tenant. Nobody's id is kept with one: who sent it can't be found out, and nobody can take it back. */
export type Letters = {
  add(tenant: string, letter: NewLetter, now: Date): Promise<void>;
  /** Those that are not done, the oldest first. `page` counts from 0. */
  list(
    tenant: string,
    page?: { readonly page: number; readonly size: number },
  ): Promise<{ readonly letters: readonly Letter[]; readonly total: number }>;
  /** The same without their words: none is opened. */
  listHeads(tenant: string): Promise<readonly LetterHead[]>;
  /** Marks letters as done; gives how many of them were open. */
  finish(tenant: string, ids: readonly string[], now: Date): Promise<number>;
  /** Notes that the editor has heard of these. */
  remind(tenant: string, ids: readonly string[], now: Date): Promise<void>;
};

/** One table's rows of a person, opened. Tables without any are left out. */
export type ExportedTable = { readonly table: PersonalTable; readonly rows: readonly Row[] };

/** A shared card: its share's id, and the conversation where it stands. */
export type SharedCard = { readonly tenant: string; readonly share: string; readonly conversation: string };

/** How many rows of a person were deleted from each table that had any, and which shared cards showed something of theirs. */
export type Forgotten = { readonly rows: { readonly [Table in PersonalTable]?: number }; readonly cards: readonly SharedCard[] };

/** A silent person has so many days from when their end comes into sight: a holiday and a half. */
export const noticeDays = 30;

/** Looks people up; never throws. */
export type Directory = { find(person: PersonKey): Promise<LookedUp> };

/** What came of asking; nothing but `listed` says anything about the person. */
export type LookedUp =
  | ({ readonly kind: 'listed' } & Listed)
  /** The directory has nobody of that id. */
  | { readonly kind: 'unknown' }
  /** The bot may not ask, was told to wait, or got no answer in time. */
  | { readonly kind: 'forbidden' | 'busy' | 'unavailable' };

/** What the directory says of a person, as somebody in the municipality typed it; untrusted text. */
export type Listed = {
  readonly jobTitle?: string | undefined;
  readonly department?: string | undefined;
  /** BCP 47 tag. */
  readonly language?: string | undefined;
};

/** What people's matters are stored behind. */
export type PeopleStorage = {
  readonly people: Presences;
  readonly profiles: Profiles;
  readonly notes: Notes;
  readonly appointments: Appointments;
  readonly focuses: Focuses;
  readonly letters: Letters;
  /** Everything that is stored about a person, by table. */
  exportPerson(person: PersonKey): Promise<readonly ExportedTable[]>;
  /** Deletes everything that is stored about a person, and says what that was. */
  forgetPerson(person: PersonKey): Promise<Forgotten>;
};
