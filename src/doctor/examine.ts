/**
 * Does all looks, those beside each other that do not depend on one another. One cause is one finding: what depends on something broken
 * is not looked at, and says so.
 */
import { TimeOver, within } from '../clock.js';
import { traceError } from '../errors.js';
import type { Look } from './look.js';
import { looks } from './looks.js';
import { commonVerdicts, type Finding, type LookId, type Verdict, verdicts } from './outcomes.js';
import type { DoctorParts } from './ports.js';
import { blockedBy, standsInTheWay } from './standing.js';

/** One look may take so long: longer than a host on the other side of a firewall is waited for (network.ts), and short enough for three in a row. */
const lookMs = 4_000;
/** All of them together: a monitoring system waits some 15 s for a command, and Node takes one to start. */
const allMs = 12_000;

/** Finds what there is to find, in the order of the list. Never rejects. */
export async function examine(parts: DoctorParts, list: readonly Look[] = looks): Promise<readonly Finding[]> {
  const begun = new Map<LookId, Promise<Finding>>();
  const startedAt = parts.elapsed();
  const most = parts.limits?.lookMs ?? lookMs;
  const msLeft = () => Math.max(0, Math.min(most, startedAt + allMs - parts.elapsed()));
  const of = (id: LookId): Promise<Finding> => {
    const known = begun.get(id);
    if (known) return known;
    const look = list.find((each) => each.id === id);
    if (!look) throw new Error(`there is no look "${id}" to wait for. Put it on the list`);
    const beginning = examineOne(look, parts, { of, msLeft });
    begun.set(id, beginning);
    return beginning;
  };
  // Where there are no switches to be had, nothing is said of them.
  return Promise.all(list.filter(({ id }) => id !== 'switches' || parts.switches).map(({ id }) => of(id)));
}

type Around = { readonly of: (id: LookId) => Promise<Finding>; readonly msLeft: () => number };

async function examineOne(look: Look, parts: DoctorParts, { of, msLeft }: Around): Promise<Finding> {
  const { id, needs, after, unless } = look;
  const settings = parts.settings.ok ? parts.settings.settings : undefined;
  const unused = settings && unless?.(settings);
  if (unused) return judge(id, unused);
  for (const other of [...needs, ...after]) {
    const found = await of(other);
    if (standsInTheWay(found, needs.includes(other))) return judge(id, blockedBy(found));
  }
  // Without settings nothing is looked at that needs them.
  const asked = { parts, settings: settings as NonNullable<typeof settings>, of };
  const ms = msLeft();
  try {
    return judge(id, await within(ms, () => look.look(asked)));
  } catch (error) {
    if (error instanceof TimeOver) return judge(id, { outcome: 'late', facts: { seconds: Math.ceil(ms / 1_000) } });
    const { name, code = name } = traceError(error);
    return judge(id, { outcome: 'broken', facts: { error: String(code) } });
  }
}

function judge(look: LookId, found: { readonly outcome: string; readonly facts: object }): Finding {
  const of: Readonly<Record<string, Verdict>> = { ...commonVerdicts, ...verdicts[look] };
  return { look, verdict: of[found.outcome] ?? 'fail', ...found } as Finding;
}

/** How bad all of it is: as bad as the worst. */
export function worstOf(findings: readonly Finding[]): 'ok' | 'warn' | 'fail' {
  if (findings.some(({ verdict }) => verdict === 'fail')) return 'fail';
  return findings.some(({ verdict }) => verdict === 'warn') ? 'warn' : 'ok';
}
