import { createHash } from 'node:crypto';
import type { StoredClaims } from '../teams/ports.js';
import { prepare } from './prepared.js';
import type { Db } from './tables.js';

/** Creates claims that outlive a restart. Only a digest of the key is stored, so the ids in it are not. */
export function createStoredClaims(db: Db): StoredClaims {
  const insert = prepare(db, ['digest', 'expires_at', 'now'], ({ now, ...row }) =>
    db
      .insertInto('activities')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('digest').doUpdateSet({ expires_at: row.expires_at }).where('activities.expires_at', '<=', now),
      ),
  );
  return {
    async claim(key, now, seconds) {
      const digest = createHash('sha256').update(key).digest('base64url');
      const expires_at = new Date(now.getTime() + seconds * 1000).toISOString();
      const { numAffectedRows } = await insert({ digest, expires_at, now: now.toISOString() });
      return numAffectedRows === 1n;
    },
  };
}
