import type { PersonKey } from '../conversation/person.js';
import type { Addresses, Installations, RatedAnswers, SeenPrompts, Tallies, Visits } from '../conversation/ports.js';
import { traceError } from '../errors.js';
import type { Log } from '../log.js';
import type { DueAppointments, NudgePlans, Outbox } from '../nudges/ports.js';
import type { Appointments, ExportedTable, Focuses, Letters, Notes, Presences, Profiles } from '../people/ports.js';
import type { Shares, Talks } from '../sharing/ports.js';
import type { StoredClaims, StoredPaces } from '../teams/ports.js';
import { createStoredClaims } from './activities.js';
import { createAddresses } from './addresses.js';
import { createAppointments } from './appointments.js';
import { type Database, type DatabaseOptions, openDatabase } from './database.js';
import { createDueAppointments } from './due-appointments.js';
import { createCipher, generateKeys, type Keyring, keyFileIn, loadLocalKeys, type ParsedKeys, parseKeys } from './encryption.js';
import { createFocuses } from './focuses.js';
import { createForgetting, type Forgetting } from './forgetting.js';
import type { Health } from './health.js';
import { createInstallations } from './installations.js';
import { createLetters } from './letters.js';
import { findModeFault, type Mode, markMode } from './marks.js';
import { createNotes } from './notes.js';
import { createNudgePlans } from './nudge-plans.js';
import { createOutbox } from './outbox.js';
import { createStoredPaces } from './paces.js';
import { exportPerson } from './personal-data.js';
import { createPresences } from './presences.js';
import { createProfiles } from './profiles.js';
import { createRatedAnswers } from './rated-answers.js';
import { type Resealed, reseal } from './reseal.js';
import type { Later } from './scrub.js';
import { checkKeys } from './seals.js';
import { createSeenPrompts } from './seen-prompts.js';
import { createShares } from './shares.js';
import type { Db } from './tables.js';
import { createTalks } from './talks.js';
import { createTallies } from './tallies.js';
import { createVisits } from './visits.js';

/** Everything the bot remembers, behind its ports. */
export type Storage = Pick<Forgetting, 'forgetPerson' | 'sweep'> & {
  readonly visits: Visits;
  readonly people: Presences;
  readonly profiles: Profiles;
  readonly notes: Notes;
  readonly appointments: Appointments;
  readonly dueAppointments: DueAppointments;
  readonly focuses: Focuses;
  readonly seenPrompts: SeenPrompts;
  readonly installations: Installations;
  readonly claims: StoredClaims;
  readonly paces: StoredPaces;
  readonly nudgePlans: NudgePlans;
  readonly addresses: Addresses;
  readonly outbox: Outbox;
  readonly talks: Talks;
  readonly shares: Shares;
  readonly tallies: Tallies;
  readonly ratedAnswers: RatedAnswers;
  readonly letters: Letters;
  /** Whether the database answers. */
  readonly health: Health;
  /** See {@link exportPerson}. */
  exportPerson(person: PersonKey): Promise<readonly ExportedTable[]>;
  /** See {@link reseal}. */
  reseal(progress: (moved: number) => void | Promise<void>): Promise<Resealed>;
  close(): Promise<void>;
};

/** Where to store; without keys one is read from or made in `dataDir`. */
export type StorageOptions = DatabaseOptions & {
  readonly reflectionKeys?: Keyring | undefined;
  /** How this run knows people; a database that a run of the other mode filled is refused. Not looked at where it is not given. */
  readonly mode?: Mode | undefined;
};

/** A database whose mode and keys were checked. */
export type CheckedDatabase = { readonly database: Database; readonly keys: Keyring };

/** Opens the storage, or says why it can't. */
export async function openStorage(
  options: StorageOptions,
): Promise<{ readonly ok: true; readonly storage: Storage } | { readonly ok: false; readonly fault: string }> {
  const opened = await openChecked(options);
  return opened.ok ? { ok: true, storage: createStorage(opened.database, opened.keys, options.log) } : opened;
}

/** Opens a database without its ports, or says why it can't: it must be of this run's mode, and the keys must be its own. */
export async function openChecked(
  options: StorageOptions,
): Promise<({ readonly ok: true } & CheckedDatabase) | { readonly ok: false; readonly fault: string }> {
  const opened = await openDatabase(options);
  if (!opened.ok) return opened;
  const { database } = opened;
  const checked = await check(database.db, options).catch((error: unknown) => fail(unreadable(error)));
  if (checked.ok) return { ok: true, database, keys: checked.keys };
  await database.close();
  return checked;
}

/** Nothing is written before all is right: no key file into a folder of the other mode, no mark by a run with wrong keys. */
async function check(db: Db, options: StorageOptions): Promise<ParsedKeys> {
  const { mode, dataDir, reflectionKeys } = options;
  const modeFault = mode && (await findModeFault(db, options, mode));
  if (modeFault) return fail(modeFault);
  const given = findKeys(options);
  if (!given.ok) return given;
  const checked = await checkKeys(db, given.keys, reflectionKeys ? 'REFLECTION_KEYS' : `the key file "${keyFileIn(dataDir)}"`);
  if (!checked.ok) return fail(checked.faults.join('. '));
  if (!mode || !(await markMode(db, mode))) return given;
  const lateFault = await findModeFault(db, options, mode);
  return lateFault ? fail(lateFault) : given;
}

function findKeys({ reflectionKeys, dataDir }: StorageOptions): ParsedKeys {
  if (reflectionKeys) return { ok: true, keys: reflectionKeys };
  return dataDir === ':memory:' ? parseKeys(generateKeys('memory')) : loadLocalKeys(dataDir);
}

function fail(fault: string): { readonly ok: false; readonly fault: string } {
  return { ok: false, fault };
}

function unreadable(error: unknown): string {
  const { name, code = name } = traceError(error);
  return `the database cannot be read (${code}). See whether it still answers, and start again`;
}

/** Puts the ports on an open database. `later` is how what can't be forgotten at once is tried again. */
export function createStorage(database: Database, keys: Keyring, log?: Pick<Log, 'error'>, later?: Later): Storage {
  const { db } = database;
  const cipher = createCipher(keys, log);
  const forgetting = createForgetting(database, later);
  const talks = forgetting.after(createTalks(db), ['leave']);
  return {
    visits: createVisits(database, cipher, talks),
    people: createPresences(db),
    profiles: forgetting.after(createProfiles(db), ['save', 'forget']),
    focuses: forgetting.after(createFocuses(db), ['save', 'drop']),
    notes: forgetting.after(createNotes(db, cipher), ['edit', 'remove']),
    appointments: forgetting.after(createAppointments(db, cipher), ['change', 'remove']),
    dueAppointments: createDueAppointments(database, cipher),
    seenPrompts: createSeenPrompts(db),
    installations: createInstallations(db),
    claims: createStoredClaims(database),
    paces: createStoredPaces(db),
    nudgePlans: createNudgePlans(database),
    addresses: createAddresses(db),
    outbox: createOutbox(database),
    talks,
    shares: forgetting.after(createShares(database), ['answer', 'unanswer', 'drop']),
    tallies: createTallies(database),
    ratedAnswers: createRatedAnswers(database),
    letters: createLetters(db, cipher),
    health: database.health,
    exportPerson: (person) => exportPerson(db, cipher, person),
    forgetPerson: forgetting.forgetPerson,
    sweep: forgetting.sweep,
    reseal: (progress) => reseal(db, keys, progress),
    close() {
      forgetting.stop();
      return database.close();
    },
  };
}
