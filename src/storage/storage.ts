import { createStoredClaims, type StoredClaims } from './activities.js';
import { type Addresses, createAddresses } from './addresses.js';
import { type Contexts, createContexts } from './contexts.js';
import { type Database, type DatabaseOptions, openDatabase } from './database.js';
import { createCipher, generateKeys, type Keyring, loadLocalKeys, type ParsedKeys, parseKeys } from './encryption.js';
import { createForgetting, type Forgetting } from './forgetting.js';
import type { Health } from './health.js';
import { createInstallations, type Installations } from './installations.js';
import type { PersonKey } from './keys.js';
import { createNudgePlans, type NudgePlans } from './nudge-plans.js';
import { createOutbox, type Outbox } from './outbox.js';
import { createPeople, type People } from './people.js';
import { type ExportedTable, exportPerson } from './personal-data.js';
import { createProfiles, type Profiles } from './profiles.js';
import { createReflections, type Reflections } from './reflections.js';
import type { Later } from './scrub.js';
import { createSeenPrompts, type SeenPrompts } from './seen-prompts.js';
import { createShares, type Shares } from './shares.js';
import { createTalks, type Talks } from './talks.js';

/** Everything the bot remembers, behind its ports. */
export type Storage = Pick<Forgetting, 'forgetPerson' | 'sweep'> & {
  readonly people: People;
  readonly profiles: Profiles;
  readonly contexts: Contexts;
  readonly reflections: Reflections;
  readonly seenPrompts: SeenPrompts;
  readonly installations: Installations;
  readonly claims: StoredClaims;
  readonly nudgePlans: NudgePlans;
  readonly addresses: Addresses;
  readonly outbox: Outbox;
  readonly talks: Talks;
  readonly shares: Shares;
  /** Whether the database answers. */
  readonly health: Health;
  /** See {@link exportPerson}. */
  exportPerson(person: PersonKey): Promise<readonly ExportedTable[]>;
  close(): Promise<void>;
};

/** Where to store; without keys one is read from or made in `dataDir`. */
export type StorageOptions = DatabaseOptions & { readonly reflectionKeys?: Keyring | undefined };

/** Opens the storage, or says why it can't. */
export async function openStorage(
  options: StorageOptions,
): Promise<{ readonly ok: true; readonly storage: Storage } | { readonly ok: false; readonly fault: string }> {
  const keys = findKeys(options);
  if (!keys.ok) return keys;
  const opened = await openDatabase(options);
  return opened.ok ? { ok: true, storage: createStorage(opened.database, keys.keys) } : opened;
}

function findKeys({ reflectionKeys, dataDir }: StorageOptions): ParsedKeys {
  if (reflectionKeys) return { ok: true, keys: reflectionKeys };
  return dataDir === ':memory:' ? parseKeys(generateKeys('memory')) : loadLocalKeys(dataDir);
}

/** Puts the ports on an open database. `later` is how what can't be forgotten at once is tried again. */
export function createStorage(database: Database, keys: Keyring, later?: Later): Storage {
  const { db } = database;
  const cipher = createCipher(keys);
  const forgetting = createForgetting(database, later);
  return {
    people: createPeople(db),
    profiles: forgetting.after(createProfiles(db), ['save', 'forget']),
    contexts: createContexts(db, cipher),
    reflections: forgetting.after(createReflections(db, cipher), ['edit', 'remove']),
    seenPrompts: createSeenPrompts(db),
    installations: createInstallations(db),
    claims: createStoredClaims(db),
    nudgePlans: createNudgePlans(database),
    addresses: createAddresses(db),
    outbox: createOutbox(database),
    talks: forgetting.after(createTalks(db), ['leave']),
    shares: forgetting.after(createShares(database), ['answer', 'unanswer', 'drop']),
    health: database.health,
    exportPerson: (person) => exportPerson(db, cipher, person),
    forgetPerson: forgetting.forgetPerson,
    sweep: forgetting.sweep,
    close() {
      forgetting.stop();
      return database.close();
    },
  };
}
