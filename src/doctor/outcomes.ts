/**
 * What each look may find, what is known then, and how bad it is. What it is called in words stands in `strings/`: a new outcome does
 * not compile without them.
 */
import type { KeyFault } from '../storage/seals.js';
import type { SwitchInForce } from '../storage/switches.js';

/** How bad a finding is. `not-asked`: it is not used here, or what it depends on is broken. */
export type Verdict = 'ok' | 'warn' | 'fail' | 'not-asked';

/** Why a host was not reached: its name is unknown, it refuses, nothing comes back, its certificate is not trusted, or something else. */
export type Unreached = 'name' | 'refused' | 'silent' | 'certificate' | 'other';

type None = Readonly<Record<never, never>>;

/** A setting that is missing, has what it can't have, or must not be there beside another; and the service's own words for it. */
export type SettingFault = { readonly setting: string; readonly kind: 'missing' | 'wrong' | 'surplus'; readonly said: string };

/** By look, and by what it found, what is known. Nothing of a person, no secret, no text that anybody wrote. */
export type Outcomes = {
  /** This machine. */
  readonly node: {
    readonly good: { readonly version: string };
    readonly ending: { readonly version: string };
    readonly untried: { readonly version: string };
  };
  readonly zone: { readonly good: None; readonly missing: None };
  readonly disk: {
    readonly own: None;
    readonly unsure: { readonly folder: string };
    readonly network: { readonly folder: string; readonly type: string };
    readonly untold: None;
    readonly unused: None;
  };
  readonly room: {
    readonly good: { readonly freeMb: number };
    readonly low: { readonly freeMb: number; readonly folder: string };
    readonly full: { readonly freeMb: number; readonly folder: string };
  };
  readonly rights: {
    readonly good: None;
    readonly open: { readonly files: readonly string[] };
    readonly closed: { readonly folder: string };
    readonly untold: None;
    readonly nothing: { readonly folder: string };
  };
  /** What the service is told. */
  readonly settings: {
    readonly good: None;
    readonly unreadable: { readonly file: string };
    readonly faulty: { readonly faults: readonly SettingFault[] };
  };
  readonly registration: {
    readonly production: None;
    readonly trial: None;
    readonly local: None;
    readonly served: { readonly signs: readonly string[] };
  };
  readonly content: {
    readonly good: { readonly frameworks: number };
    readonly unlearned: { readonly frameworks: number };
    readonly faulty: { readonly faults: readonly string[] };
  };
  readonly tenants: {
    readonly none: None;
    readonly good: { readonly tenants: number; readonly off: readonly string[] };
    readonly faulty: { readonly faults: readonly string[] };
  };
  readonly switches: { readonly none: None; readonly inForce: { readonly switches: readonly SwitchInForce[] } };
  /** The database, and what is in it. */
  readonly database: {
    readonly answers: { readonly ms: number; readonly kind: 'sqlite' | 'postgres' };
    readonly slow: { readonly ms: number };
    readonly none: { readonly folder: string };
    readonly damaged: { readonly code: string };
    /** `signIn`: how the service signs in there; a file is opened by whoever may. */
    readonly away: {
      readonly code: string;
      readonly where: string;
      readonly kind: 'sqlite' | 'postgres';
      readonly signIn: 'password' | 'entra' | undefined;
    };
    readonly full: { readonly code: string; readonly where: string };
    readonly noToken: { readonly where: string };
    readonly locked: { readonly code: string; readonly where: string };
    readonly refused: { readonly code: string; readonly where: string };
  };
  readonly schema: {
    readonly current: None;
    readonly empty: None;
    readonly older: { readonly steps: number };
    readonly newer: { readonly steps: number };
  };
  readonly clock: {
    readonly good: None;
    readonly alone: None;
    readonly drifting: { readonly seconds: number; readonly against: 'database' | 'internet' };
    readonly wrong: { readonly seconds: number; readonly against: 'database' | 'internet' };
  };
  readonly mode: { readonly good: None; readonly other: { readonly registered: boolean } };
  readonly keys: {
    readonly good: { readonly keys: number };
    readonly none: None;
    readonly unreadable: { readonly folder: string };
    readonly faulty: { readonly faults: readonly KeyFault[] };
  };
  readonly notes: {
    readonly none: None;
    readonly good: { readonly looked: number };
    readonly closed: { readonly keys: readonly { readonly key: string; readonly looked: number; readonly closed: number }[] };
  };
  readonly nudges: {
    /** All that waits does so as it should: it is for tenants for whom nudges are turned off, by a switch or in the file of tenants. */
    readonly resting: { readonly count: number };
    readonly good: None;
    readonly waiting: { readonly count: number; readonly minutes: number };
    readonly stuck: { readonly untaken: number; readonly unsent: number; readonly abandoned: number; readonly minutes: number };
  };
  readonly backup: {
    readonly good: { readonly at: Date; readonly days: number };
    readonly old: { readonly at: Date; readonly days: number; readonly most: number };
    readonly none: None;
    readonly unused: None;
  };
  /** Microsoft. */
  readonly token: {
    readonly good: None;
    readonly local: None;
    readonly expired: None;
    readonly wrongSecret: None;
    readonly unknownApp: None;
    readonly unknownTenant: None;
    readonly refused: { readonly code: string };
    readonly unreached: { readonly why: 'timeout' | 'unreachable' };
    readonly identityRefused: { readonly code: string };
    readonly identityAway: None;
    readonly vouchedRefused: { readonly code: string };
    readonly vouchedAway: None;
  };
  readonly connector: {
    readonly good: { readonly hosts: readonly string[] };
    readonly local: None;
    readonly pattern: None;
    readonly unreached: { readonly host: string; readonly why: Unreached };
  };
  readonly keyHost: {
    readonly good: { readonly keys: number };
    readonly local: None;
    readonly unreached: { readonly host: string; readonly why: Unreached };
    readonly strange: { readonly host: string };
  };
  readonly graph: { readonly off: None; readonly good: None; readonly given: None; readonly ungranted: None; readonly none: None };
  readonly model: {
    readonly off: None;
    readonly good: { readonly deployment: string };
    readonly none: None;
    readonly forbidden: { readonly host: string };
    readonly unknown: { readonly deployment: string; readonly host: string };
    readonly trouble: { readonly host: string; readonly status: number };
    readonly unreached: { readonly host: string; readonly why: Unreached };
  };
  /** What others see. */
  readonly certificate: {
    readonly off: None;
    readonly plain: None;
    readonly unseen: None;
    readonly good: { readonly host: string; readonly days: number };
    readonly soon: { readonly host: string; readonly days: number };
    readonly ended: { readonly host: string; readonly days: number };
    readonly untrusted: { readonly host: string; readonly code: string };
  };
  readonly public: {
    readonly off: None;
    readonly good: { readonly host: string; readonly ms: number };
    readonly other: { readonly host: string };
    readonly unreached: { readonly host: string; readonly why: Unreached };
  };
  readonly ready: {
    readonly off: None;
    readonly good: None;
    readonly learning: None;
    readonly database: None;
    readonly other: { readonly status: string };
  };
  readonly unfurl: {
    readonly off: None;
    readonly none: None;
    readonly good: { readonly path: string };
    readonly missing: { readonly url: string };
  };
  readonly package: {
    readonly none: None;
    readonly local: None;
    readonly good: { readonly file: string; readonly version: string };
    readonly unreadable: { readonly file: string };
    readonly otherBot: { readonly file: string; readonly packed: string; readonly wanted: string };
    readonly otherHost: { readonly file: string; readonly packed: string; readonly wanted: string };
  };
};

/** A look, by its name in the JSON too. */
export type LookId = keyof Outcomes;

/** What any look may come to: what it depends on is broken, it took too long, or it broke down itself. */
export type Common = {
  readonly blocked: { readonly by: LookId };
  readonly late: { readonly seconds: number };
  readonly broken: { readonly error: string };
};

type In<Set> = { [Outcome in keyof Set]: { readonly outcome: Outcome; readonly facts: Set[Outcome] } }[keyof Set];

/** What a look found. */
export type Found<Look extends LookId> = In<Outcomes[Look]> | In<Common>;

/** What a look found, and how bad it is. */
export type Finding = { [Look in LookId]: { readonly look: Look; readonly verdict: Verdict } & Found<Look> }[LookId];

/** How bad each outcome is. */
export const verdicts: { readonly [Look in LookId]: { readonly [Outcome in keyof Outcomes[Look]]: Verdict } } = {
  node: { good: 'ok', ending: 'warn', untried: 'warn' },
  zone: { good: 'ok', missing: 'fail' },
  disk: { own: 'ok', unsure: 'warn', network: 'fail', untold: 'not-asked', unused: 'not-asked' },
  room: { good: 'ok', low: 'warn', full: 'fail' },
  rights: { good: 'ok', open: 'warn', closed: 'fail', untold: 'not-asked', nothing: 'not-asked' },
  settings: { good: 'ok', unreadable: 'fail', faulty: 'fail' },
  registration: { production: 'ok', trial: 'warn', local: 'ok', served: 'fail' },
  content: { good: 'ok', unlearned: 'warn', faulty: 'fail' },
  tenants: { none: 'not-asked', good: 'ok', faulty: 'fail' },
  switches: { none: 'ok', inForce: 'ok' },
  database: {
    answers: 'ok',
    slow: 'warn',
    none: 'not-asked',
    damaged: 'fail',
    away: 'fail',
    full: 'fail',
    locked: 'fail',
    noToken: 'fail',
    refused: 'fail',
  },
  schema: { current: 'ok', empty: 'not-asked', older: 'warn', newer: 'fail' },
  clock: { good: 'ok', alone: 'not-asked', drifting: 'warn', wrong: 'fail' },
  mode: { good: 'ok', other: 'fail' },
  keys: { good: 'ok', none: 'not-asked', unreadable: 'fail', faulty: 'fail' },
  notes: { none: 'ok', good: 'ok', closed: 'warn' },
  nudges: { good: 'ok', resting: 'ok', waiting: 'warn', stuck: 'fail' },
  backup: { good: 'ok', old: 'warn', none: 'warn', unused: 'not-asked' },
  token: {
    good: 'ok',
    local: 'not-asked',
    expired: 'fail',
    wrongSecret: 'fail',
    unknownApp: 'fail',
    unknownTenant: 'fail',
    refused: 'fail',
    unreached: 'fail',
    identityRefused: 'fail',
    identityAway: 'fail',
    vouchedRefused: 'fail',
    vouchedAway: 'fail',
  },
  connector: { good: 'ok', local: 'not-asked', pattern: 'not-asked', unreached: 'fail' },
  keyHost: { good: 'ok', local: 'not-asked', unreached: 'fail', strange: 'fail' },
  graph: { off: 'not-asked', good: 'ok', given: 'ok', ungranted: 'warn', none: 'warn' },
  model: { off: 'not-asked', good: 'ok', none: 'warn', forbidden: 'warn', unknown: 'warn', trouble: 'warn', unreached: 'warn' },
  certificate: { off: 'not-asked', plain: 'not-asked', unseen: 'not-asked', good: 'ok', soon: 'warn', ended: 'fail', untrusted: 'fail' },
  public: { off: 'not-asked', good: 'ok', other: 'fail', unreached: 'fail' },
  ready: { off: 'not-asked', good: 'ok', learning: 'warn', database: 'fail', other: 'fail' },
  unfurl: { off: 'not-asked', none: 'not-asked', good: 'ok', missing: 'fail' },
  package: { none: 'not-asked', local: 'not-asked', good: 'ok', unreadable: 'fail', otherBot: 'fail', otherHost: 'fail' },
};

/** How bad what any look may come to is. */
export const commonVerdicts: { readonly [Outcome in keyof Common]: Verdict } = { blocked: 'not-asked', late: 'fail', broken: 'fail' };
