/**
 * What an examination is made of: the settings, and how the rest of the world is asked. The command opens its own; the running service
 * hands over what it has open.
 */
import type { AzureCredential, Credentials } from '../azure/credentials.js';
import type { Clock, Elapsed } from '../clock.js';
import type { Inspection } from '../storage/inspection.js';
import type { Keyrings } from '../storage/keyrings.js';
import type { SwitchInForce } from '../storage/switches.js';

/** The part of the settings that is looked at, with whole paths to folders and files. */
export type DoctorSettings = {
  readonly production: boolean;
  /** undefined is local mode. */
  readonly credentials: Credentials | undefined;
  readonly tenantsFile: string | undefined;
  readonly allowedServiceHosts: readonly string[];
  readonly openIdMetadataUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAuth: 'password' | 'entra';
  readonly nudgeGraceMinutes: number;
  readonly publicUrl: string | undefined;
  readonly graph: boolean;
  readonly secondReader:
    | { readonly endpoint: string; readonly deployment: string; readonly apiVersion: string; readonly apiKey: string | undefined }
    | undefined;
};

/** Settings, or why there are none: the file that cannot be read, or every fault. */
export type ReadSettings =
  | { readonly ok: true; readonly settings: DoctorSettings }
  | { readonly ok: false; readonly unreadable: string }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The content: its frameworks, the path of a page of each by its id, and whether what people say of it was learned. Or every fault. */
export type ContentState =
  | { readonly ok: true; readonly frameworks: readonly string[]; readonly pages: ReadonlyMap<string, string>; readonly isLearned: boolean }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The database, or why it can't be looked at. */
export type OpenedInspection =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly why: 'none' | 'damaged' | 'away'; readonly code: string };

/** The keys that seal; `none`: local mode has not made its own yet. */
export type FoundKeys = { readonly ok: true; readonly keys: Keyrings } | { readonly ok: false; readonly why: 'none' | 'unreadable' };

/** What of a disk is told, as `statfs` tells it; `type` is the number of the file system. */
export type DiskFacts = { readonly type: number; readonly bavail: number; readonly bsize: number };

/** The numbers that decide, each with its reason. */
export type Limits = {
  /** So little room is a warning, and so little is a fault, in bytes. */
  readonly roomBytes: { readonly low: number; readonly full: number };
  /** The database and back, in milliseconds: more is a warning. */
  readonly slowMs: number;
  /** What one look may take, in milliseconds. */
  readonly lookMs: number;
};

/** Everything a look may use. */
export type DoctorParts = {
  readonly settings: ReadSettings;
  /** Where the settings, the packages and the built code are. */
  readonly packageFolder: string;
  /** What Node calls its own version: 24.11.1. */
  readonly node: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly elapsed: Elapsed;
  readonly content: () => Promise<ContentState>;
  readonly inspection: () => Promise<OpenedInspection>;
  readonly keys: () => Promise<FoundKeys>;
  /** Asks for a token for the connector; rejects with `NoToken`. */
  readonly botToken: () => Promise<unknown>;
  /** What Graph and the language model are asked with. */
  readonly credential: () => Promise<AzureCredential>;
  /** A package that the operator named; else the newest in `out/` is looked at. */
  readonly packageFile?: string | undefined;
  /** The operator's switches that are in force, where there are any to be had. */
  readonly switches?: (() => Promise<readonly SwitchInForce[]>) | undefined;
  readonly limits?: Partial<Limits>;
  /** What is told of the disk of a folder; the machine's own unless told. */
  readonly disk?: (folder: string) => Promise<DiskFacts>;
  /** Where a host that answers go to is reached; `https://host/` unless told. */
  readonly addressOf?: (host: string) => string;
};
