/**
 * The database: whether it answers, how its tables stand, whose it is, and what time it is there.
 */
import { within } from '../../clock.js';
import { isMemoryGone, traceError } from '../../errors.js';
import type { Inspection } from '../../storage/inspection.js';
import { noToken } from '../../storage/postgres.js';
import { type Asked, look } from '../look.js';
import { ask, hostMs, hostOf } from '../network.js';
import type { Found } from '../outcomes.js';
import type { DoctorParts, DoctorSettings } from '../ports.js';

/** A question waits for the database once before its answer: so much more of it a person notices. */
const slowMs = 250;
const pings = 3;

/** Clocks of servers that are set by the network are together within a second; Teams' tokens are good within five minutes (guard.ts). */
const driftSeconds = { warn: 30, fail: 300 };

/** PostgreSQL's codes for a user, a password or a database that it does not let in. */
const notLetIn = /^(28|3D000|42501)/;
const locked = /^SQLITE_(BUSY|LOCKED)/;
const full = /^SQLITE_FULL/;

/** The looks at the database as a whole. */
export const databaseLooks = [
  look('database', lookAtDatabase),
  look('schema', async (asked) => toFound(await (await inspectionOf(asked)).schema()), { needs: ['database'] }),
  look('mode', lookAtMode, { needs: ['database', 'schema'] }),
  look('clock', lookAtClock),
] as const;

/** The open database; only for looks that need the look at it. */
export async function inspectionOf({ parts }: Asked): Promise<Inspection> {
  const opened = await parts.inspection();
  if (!opened.ok) throw new Error('the database is not open. Let the look need the look at the database');
  return opened.inspection;
}

async function lookAtDatabase({ parts, settings }: Asked): Promise<Found<'database'>> {
  try {
    // Less than the look may take, so that it says what is wrong.
    return await within(hostMs, () => openAndPing(parts, settings));
  } catch (error) {
    const { name, code = name } = traceError(error);
    return toAway(isMemoryGone(error) && code === name ? 'timeout' : String(code), settings);
  }
}

async function openAndPing(parts: DoctorParts, settings: DoctorSettings): Promise<Found<'database'>> {
  const opened = await parts.inspection();
  if (!opened.ok) {
    const { why, code } = opened;
    if (why === 'none') return { outcome: 'none', facts: { folder: settings.dataDir } };
    return why === 'damaged' ? { outcome: 'damaged', facts: { code } } : toAway(code, settings);
  }
  const { inspection } = opened;
  const ms = Math.round(await timePings(inspection, parts));
  if (ms > (parts.limits?.slowMs ?? slowMs)) return { outcome: 'slow', facts: { ms } };
  return { outcome: 'answers', facts: { ms, kind: inspection.kind } };
}

/** The quickest of some: the first may wait for a connection, and any for what else this machine does. */
async function timePings(inspection: Inspection, { elapsed }: DoctorParts): Promise<number> {
  let quickest = Number.POSITIVE_INFINITY;
  for (let left = pings; left > 0; left -= 1) {
    const begun = elapsed();
    await inspection.ping();
    quickest = Math.min(quickest, elapsed() - begun);
  }
  return quickest;
}

/** Why it can't be used, by the driver's code. Never the whole address: there is a password in it. */
function toAway(code: string, { databaseUrl, databaseAuth, dataDir }: DoctorSettings): Found<'database'> {
  const where = databaseUrl ? hostOf(databaseUrl) : dataDir;
  if (code === noToken) return { outcome: 'noToken', facts: { where } };
  if (notLetIn.test(code)) return { outcome: 'refused', facts: { code, where } };
  if (locked.test(code)) return { outcome: 'locked', facts: { code, where } };
  if (full.test(code)) return { outcome: 'full', facts: { code, where } };
  const kind = databaseUrl ? 'postgres' : 'sqlite';
  return { outcome: 'away', facts: { code, where, kind, signIn: databaseUrl ? databaseAuth : undefined } };
}

function toFound(schema: Awaited<ReturnType<Inspection['schema']>>): Found<'schema'> {
  if (schema.state === 'older' || schema.state === 'newer') return { outcome: schema.state, facts: { steps: schema.steps } };
  return { outcome: schema.state, facts: {} };
}

async function lookAtMode(asked: Asked): Promise<Found<'mode'>> {
  const { credentials } = asked.settings;
  const isOther = await (await inspectionOf(asked)).isOfOtherMode(credentials ? 'registered' : 'local', asked.settings);
  return isOther ? { outcome: 'other', facts: { registered: credentials !== undefined } } : { outcome: 'good', facts: {} };
}

/** This machine's clock against PostgreSQL's, and against the date that the host of Teams' keys writes on its answers. */
async function lookAtClock(asked: Asked): Promise<Found<'clock'>> {
  const [database, internet] = await Promise.all([askDatabase(asked), askInternet(asked)]);
  const far = [database, internet].filter((each) => each !== undefined).sort((one, other) => other.seconds - one.seconds);
  const [worst] = far;
  if (!worst) return { outcome: 'alone', facts: {} };
  if (worst.seconds < driftSeconds.warn) return { outcome: 'good', facts: {} };
  return { outcome: worst.seconds < driftSeconds.fail ? 'drifting' : 'wrong', facts: worst };
}

type Drift = { readonly seconds: number; readonly against: 'database' | 'internet' };

async function askDatabase(asked: Asked): Promise<Drift | undefined> {
  const { verdict } = await asked.of('database');
  if (verdict !== 'ok' && verdict !== 'warn') return undefined;
  const inspection = await inspectionOf(asked);
  if (inspection.kind === 'sqlite') return undefined;
  const now = asked.parts.clock();
  const there = await inspection.tellTime(now);
  return { seconds: apart(there, now), against: 'database' };
}

async function askInternet({ parts, settings }: Asked): Promise<Drift | undefined> {
  if (!settings.credentials) return undefined;
  const answered = await ask(settings.openIdMetadataUrl);
  const date = Date.parse((answered.ok && answered.headers.get('date')) || '');
  return Number.isNaN(date) ? undefined : { seconds: apart(new Date(date), parts.clock()), against: 'internet' };
}

function apart(one: Date, other: Date): number {
  return Math.round(Math.abs(one.getTime() - other.getTime()) / 1_000);
}
