import { sql } from 'kysely';
import type { Claimed, StoredClaims } from '../teams/ports.js';
import { createBatcher } from './batching.js';
import type { Database } from './database.js';
import { digestOf } from './digests.js';
import { prepare } from './prepared.js';
import { selectRows, toJson } from './rows.js';

/** Many messages that come in one moment are claimed in one statement, as nobody's second. */
const claims = { most: 50, atOnce: 3, eager: true };
const holds = { most: 100, atOnce: 1 };

type Claim = { readonly digest: string; readonly now: Date; readonly leaseSeconds: number };
type Hold = { readonly digest: string; readonly until: string };

/** Creates claims that outlive a restart. Only a digest of the key is stored, so the ids in it are not. */
export function createStoredClaims(database: Database): StoredClaims {
  const { db } = database;
  const claim = createBatcher<Claim, Claimed>(claims, claimAll(database));
  const change = prepare(db, ['rows'], ({ rows }) => ({
    compile: () =>
      sql`update "activities" set expires_at = given.until from (${selectRows(database, ['digest', 'until'], sql`${rows}`)}) as given
        where activities.digest = given.digest and activities.expires_at < given.until`.compile(db),
  }));
  const hold = createBatcher<Hold, void>(holds, async (all) => {
    const rows = new Map(all.map(({ digest, until }) => [digest, [digest, until]]));
    await change({ rows: toJson(sorted([...rows.values()])) });
    return all.map(() => undefined);
  });
  return {
    claim: (key, now, leaseSeconds) => claim({ digest: digestOf(key), now, leaseSeconds }),
    hold: (key, now, seconds) => hold({ digest: digestOf(key), until: later(now, seconds) }),
  };
}

/** The first of two that claim the same in one moment has it, in one instance as in several. */
function claimAll(database: Database): (all: readonly Claim[]) => Promise<readonly Claimed[]> {
  const { db } = database;
  const insert = prepare(db, ['rows', 'now'], ({ rows, now }) => ({
    compile: () =>
      sql<{ digest: string }>`insert into "activities" (digest, expires_at)
        select digest, expires_at from (${selectRows(database, ['digest', 'expires_at'], sql`${rows}`)}) as given where true
        on conflict (digest) do update set expires_at = excluded.expires_at where activities.expires_at <= ${now}
        returning digest`.compile(db),
  }));
  const look = async (digests: readonly string[]) => {
    const rows = await db.selectFrom('activities').selectAll().where('digest', 'in', digests).execute();
    return new Map(rows.map(({ digest, expires_at }) => [digest, expires_at]));
  };
  return async (all) => {
    const first = new Map(all.toReversed().map((each) => [each.digest, each]));
    const rows = [...first.values()].map(({ digest, now, leaseSeconds }) => [digest, later(now, leaseSeconds)]);
    const now = all.reduce((earliest, each) => (each.now < earliest ? each.now : earliest), all[0]?.now ?? new Date(0));
    const ours = new Set((await insert({ rows: toJson(sorted(rows)), now: now.toISOString() })).rows.map(({ digest }) => digest));
    const isOurs = (each: Claim) => ours.has(each.digest) && first.get(each.digest) === each;
    const others = all.filter((each) => !isOurs(each));
    const held = others.length > 0 ? await look(others.map(({ digest }) => digest)) : new Map<string, string>();
    return all.map((each) => {
      if (isOurs(each)) return 'ours';
      return (held.get(each.digest) ?? '') > later(each.now, each.leaseSeconds) ? 'done' : 'leased';
    });
  };
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}

/** In the order of their keys, so that two instances never wait for each other. */
function sorted(rows: readonly string[][]): string[][] {
  return [...rows].sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
}
