import type { PersonKey } from '../conversation/person.js';
import type { Addresses, Installations, ListTallies, RatedAnswers, SeenPrompts, Tallies, Visits } from '../conversation/ports.js';
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
import { generateKeys, type Keyring, keyFileIn, loadLocalKeys, type ParsedKeys, parseKeys } from './encryption.js';
import { createFocuses } from './focuses.js';
import { createForgetting, type Forgetting } from './forgetting.js';
import type { Health } from './health.js';
import { createInspection, type Inspection } from './inspection.js';
import { createInstallations } from './installations.js';
import { createCipherFor, type Keyrings } from './keyrings.js';
import { createLetters, listLetterTenants } from './letters.js';
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
import { createSwitches, type StoredSwitches } from './switches.js';
import type { Db } from './tables.js';
import { createTalks } from './talks.js';
import { createTallies, listTallies } from './tallies.js';
import { createTurns } from './turns.js';
import { createVisits } from './visits.js';
import { acrossTenants, behindWall } from './wall.js';

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
  /** What an operator is told of what is asked. */
  readonly listTallies: ListTallies;
  readonly ratedAnswers: RatedAnswers;
  readonly letters: Letters;
  /** What an operator turned off, for all instances. */
  readonly switches: StoredSwitches;
  /** The tenants that have letters which are not done. */
  listLetterTenants(): Promise<readonly string[]>;
  /** Whether the database answers. */
  readonly health: Health;
  /** What an operator finds by looking at the database. */
  readonly inspection: Inspection;
  /** See {@link exportPerson}. */
  exportPerson(person: PersonKey): Promise<readonly ExportedTable[]>;
  /** See {@link reseal}. */
  reseal(progress: (moved: number) => void | Promise<void>): Promise<Resealed>;
  close(): Promise<void>;
};

/** Where to store; without keys one is read from or made in `dataDir`. */
export type StorageOptions = DatabaseOptions & {
  readonly reflectionKeys?: Keyring | undefined;
  /** The keys of tenants that have their own, by tenant in lower case; see `readTenantKeys`. */
  readonly tenantKeys?: ReadonlyMap<string, Keyring> | undefined;
  /** How this run knows people; a database that a run of the other mode filled is refused. Not looked at where it is not given. */
  readonly mode?: Mode | undefined;
};

/** A database whose mode and keys were checked. */
export type CheckedDatabase = { readonly database: Database; readonly keys: Keyrings };

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

type Checked = { readonly ok: true; readonly keys: Keyrings } | { readonly ok: false; readonly fault: string };

/** Nothing is written before all is right: no key file into a folder of the other mode, no mark by a run with wrong keys. */
async function check(db: Db, options: StorageOptions): Promise<Checked> {
  const { mode, dataDir, reflectionKeys, tenantKeys = new Map() } = options;
  const modeFault = mode && (await findModeFault(db, options, mode));
  if (modeFault) return fail(modeFault);
  const given = findKeys(options);
  if (!given.ok) return given;
  const keys: Keyrings = { common: given.keys, byTenant: tenantKeys };
  const where = reflectionKeys ? 'REFLECTION_KEYS' : `the key file "${keyFileIn(dataDir)}"`;
  const checked = await checkKeys(db, keys, tenantKeys.size > 0 ? `${where} or the tenants' own` : where);
  if (!checked.ok) return fail(checked.faults.join('. '));
  if (!mode || !(await markMode(db, mode))) return { ok: true, keys };
  const lateFault = await findModeFault(db, options, mode);
  return lateFault ? fail(lateFault) : { ok: true, keys };
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
export function createStorage(database: Database, keys: Keyring | Keyrings, log?: Pick<Log, 'error'>, later?: Later): Storage {
  const { db } = database;
  const cipher = createCipherFor(keys, log);
  const forgetting = createForgetting(database, later);
  const { after } = forgetting;
  const turns = createTurns(database);
  const talks = after(
    turns(({ db }) => createTalks(db), []),
    ['leave'],
  );
  return {
    visits: createVisits(database, cipher, talks),
    people: turns(({ db }) => createPresences(db), acrossTenants.people),
    profiles: after(
      turns(({ db }) => createProfiles(db), []),
      ['save', 'forget'],
    ),
    focuses: after(
      turns(({ db }) => createFocuses(db), []),
      ['save', 'drop'],
    ),
    notes: after(
      turns(({ db }) => createNotes(db, cipher), []),
      ['edit', 'remove'],
    ),
    appointments: after(
      turns(({ db }) => createAppointments(db, cipher), []),
      ['change', 'remove'],
    ),
    dueAppointments: createDueAppointments(database, cipher),
    seenPrompts: turns(({ db }) => createSeenPrompts(db), []),
    installations: turns(({ db }) => createInstallations(db), []),
    claims: createStoredClaims(database),
    paces: createStoredPaces(db),
    nudgePlans: turns(createNudgePlans, acrossTenants.nudgePlans),
    addresses: turns(({ db }) => createAddresses(db), []),
    outbox: turns(createOutbox, acrossTenants.outbox),
    talks,
    shares: after(turns(createShares, acrossTenants.shares), ['answer', 'unanswer', 'drop']),
    tallies: createTallies(database),
    listTallies: (range) => listTallies(db, range),
    ratedAnswers: createRatedAnswers(database),
    letters: turns(({ db }) => createLetters(db, cipher), []),
    switches: createSwitches(database),
    listLetterTenants: () => listLetterTenants(db),
    health: database.health,
    inspection: createInspection(database),
    exportPerson: (person) => behindWall([person.tenant], () => exportPerson(database.turns, cipher, person)),
    forgetPerson: forgetting.forgetPerson,
    sweep: forgetting.sweep,
    reseal: (progress) => reseal(db, keys, progress),
    close() {
      forgetting.stop();
      return database.close();
    },
  };
}
