/**
 * What the papers are told of an installation: what is on, what is off, and how long things are kept. No secret, no address of its own.
 */
import type { Surface } from '../cards/desk.js';
import type { KeepingDays } from '../web/stored.js';

/** An installation as one municipality has it. */
export type Installation = KeepingDays & {
  /** Which release the papers are of. */
  readonly version: string;
  /** The day they are of, as 2026-11-30. */
  readonly date: string;
  /** What its people call the municipality; undefined where no file of tenants says it. */
  readonly municipality: string | undefined;
  /** How many more municipalities it serves. */
  readonly others: number;
  /** The documents that its people see, as cards call them. */
  readonly frameworks: readonly { readonly name: string }[];
  /** False in local mode: no registration, callers on one machine alone. */
  readonly registered: boolean;
  /** What the bot proves itself to Microsoft with. */
  readonly proof: 'secret' | 'identity';
  readonly database: 'sqlite' | 'postgres';
  readonly databaseAuth: 'password' | 'entra';
  /** Where the keys that seal come from: the settings, the settings for this municipality alone, or a file that local mode made. */
  readonly keys: 'settings' | 'own' | 'file';
  readonly notesIn: Surface;
  readonly graph: boolean;
  readonly reader: 'off' | 'unsure' | 'always';
  /** Whether figures of how the service is doing are sent to a collector (OTLP). */
  readonly telemetry: boolean;
  /** Whether such figures, and what the doctor says, can be read on the machine itself. */
  readonly operatorPort: boolean;
  /** Whether pages of the documents can be opened by link. */
  readonly pages: boolean;
  /** Whether the service knows its own address, which the doctor asks. */
  readonly ownAddress: boolean;
  readonly sharing: boolean;
  readonly nudges: boolean;
  /** Whether letters can be sent to whoever stands behind a document, and whether somebody reads them in Teams. */
  readonly letters: boolean;
  readonly editor: boolean;
  /** Hosts that answers may be sent to, and the one that announces the keys of what comes in. */
  readonly serviceHosts: readonly string[];
  readonly keysHost: string;
  readonly perMinute: number | undefined;
  readonly graceMinutes: number;
  readonly times: Times;
};

/** What the storage ends by itself, in days where nothing else is said; constants of the code and no settings. */
export type Times = {
  /** A silent person is told so long before they end. */
  readonly noticeDays: number;
  readonly reminderDays: number;
  readonly draftDays: number;
  /** So many seconds after a deletion what was under way is deleted as well. */
  readonly lookAgainSeconds: number;
};
