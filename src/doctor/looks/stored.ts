/**
 * What is kept in the database, and whether it can be used: keys, notes, what waits to be sent, and when it was last copied.
 */
import { dayMs } from '../../clock.js';
import { readTenantsForm } from '../../storage/tenants-file.js';
import { type Asked, look } from '../look.js';
import type { Found } from '../outcomes.js';
import { blockedBy, standsInTheWay } from '../standing.js';
import { inspectionOf } from './database.js';

/** Texts of a kind that are opened under each key: damage of a few in a hundred is found, and nobody waits. */
const sampled = 100;
/** A pass comes every minute, and a lease ends after one: what is so late was forgotten. */
const lateMinutes = 15;
const minuteMs = 60_000;
/** Copies are made every week at least, and a day is for holidays. */
const backupDays = 8;

const stored = { needs: ['database', 'schema'] } as const;

/** The looks at what is kept. */
export const storedLooks = [
  look('keys', lookAtKeys, { ...stored, after: ['mode', 'tenants'] }),
  look('notes', lookAtNotes, { needs: [...stored.needs, 'keys'] }),
  look('nudges', lookAtNudges, stored),
  look('backup', lookAtBackup, { ...stored, unless: ({ credentials }) => (credentials ? undefined : { outcome: 'unused', facts: {} }) }),
  look('switches', lookAtSwitches, stored),
] as const;

async function lookAtKeys(asked: Asked): Promise<Found<'keys'>> {
  const found = await asked.parts.keys();
  if (!found.ok)
    return found.why === 'none' ? { outcome: 'none', facts: {} } : { outcome: 'unreadable', facts: { folder: asked.settings.dataDir } };
  const { keys } = found;
  const faults = await (await inspectionOf(asked)).keyFaults(keys);
  if (faults.length > 0) return { outcome: 'faulty', facts: { faults } };
  const own = [...keys.byTenant.values()].reduce((sum, ring) => sum + ring.size, 0);
  return { outcome: 'good', facts: { keys: keys.common.size + own } };
}

async function lookAtNotes(asked: Asked): Promise<Found<'notes'>> {
  const found = await asked.parts.keys();
  if (!found.ok) return { outcome: 'none', facts: {} };
  const samples = await (await inspectionOf(asked)).sampleNotes(found.keys, sampled);
  const keys = samples.filter(({ closed }) => closed > 0);
  if (keys.length > 0) return { outcome: 'closed', facts: { keys } };
  const looked = samples.reduce((sum, each) => sum + each.looked, 0);
  return looked === 0 ? { outcome: 'none', facts: {} } : { outcome: 'good', facts: { looked } };
}

/** Without a token questions wait, as they should, until their grace is over: then the token is what is wrong, and not the questions. */
async function lookAtNudges(asked: Asked): Promise<Found<'nudges'>> {
  const { parts, settings } = asked;
  const inspection = await inspectionOf(asked);
  const now = await inspection.tellTime(parts.clock());
  const before = (minutes: number) => new Date(now.getTime() - minutes * minuteMs);
  const { untaken, unsent, abandoned } = await inspection.overdue(before(lateMinutes));
  const over = (await inspection.overdue(before(settings.nudgeGraceMinutes + lateMinutes))).unsent;
  const minutesOf = (...since: (Date | undefined)[]) =>
    Math.max(0, ...since.map((each) => (each ? Math.round((now.getTime() - each.getTime()) / minuteMs) : 0)));
  if (untaken.count + sum(over) + abandoned.count > 0) {
    const minutes = minutesOf(untaken.since, ...over.map(({ since }) => since), abandoned.since);
    return { outcome: 'stuck', facts: { untaken: untaken.count, unsent: sum(over), abandoned: abandoned.count, minutes } };
  }
  if (unsent.length === 0) return { outcome: 'good', facts: {} };
  const isResting = await findResting(asked);
  const waiting = unsent.filter(({ tenant }) => !isResting(tenant.toLowerCase()));
  if (waiting.length === 0) return { outcome: 'resting', facts: { count: sum(unsent) } };
  const token = await asked.of('token');
  if (standsInTheWay(token, false)) return blockedBy(token);
  return { outcome: 'waiting', facts: { count: sum(waiting), minutes: minutesOf(...waiting.map(({ since }) => since)) } };
}

function sum(waiting: readonly { readonly count: number }[]): number {
  return waiting.reduce((all, { count }) => all + count, 0);
}

/**
 * Which tenants nothing leaves to, by somebody's will: what waits for them is as it should be, until its grace is over. A pilot group
 * is no reason to wait: what comes to others is skipped at once. During a pause until a day nothing new waits, but what was due
 * when it began does.
 */
async function findResting({ parts, settings: { tenantsFile } }: Asked): Promise<(tenant: string) => boolean> {
  const thrown = ((await parts.switches?.()) ?? []).filter(({ what }) => what !== 'limited');
  const read = tenantsFile ? readTenantsForm(tenantsFile) : undefined;
  const tenants = read?.ok ? read.file.tenants : undefined;
  const isOn = (id: string) => tenants?.some((each) => each.id === id && each.served !== 'off' && each.nudges !== 'off') ?? true;
  return (id) => !isOn(id) || thrown.some(({ tenant = id }) => tenant === id);
}

async function lookAtBackup(asked: Asked): Promise<Found<'backup'>> {
  const at = await (await inspectionOf(asked)).backedUpAt();
  if (!at) return { outcome: 'none', facts: {} };
  const days = Math.floor((asked.parts.clock().getTime() - at.getTime()) / dayMs);
  return days >= backupDays ? { outcome: 'old', facts: { at, days, most: backupDays } } : { outcome: 'good', facts: { at, days } };
}

async function lookAtSwitches({ parts }: Asked): Promise<Found<'switches'>> {
  const switches = (await parts.switches?.()) ?? [];
  return switches.length > 0 ? { outcome: 'inForce', facts: { switches } } : { outcome: 'none', facts: {} };
}
