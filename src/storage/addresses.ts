import type { Selectable } from 'kysely';
import { dayMs } from '../clock.js';
import type { Address } from '../conversation/person.js';
import type { Addresses } from '../conversation/ports.js';
import { prepare } from './prepared.js';
import { columnsOfRecipient, isRecipient, isRecipientRow, recipientNames } from './recipients.js';
import type { Db, Tables } from './tables.js';

/** Creates the port. */
export function createAddresses(db: Db): Addresses {
  const find = prepare(db, recipientNames, (of) => db.selectFrom('addresses').selectAll().where(isRecipientRow(of)));
  return {
    async load(recipient) {
      const [row] = (await find(columnsOfRecipient(recipient))).rows;
      return row && toAddress(row);
    },
    async leave(recipient, now) {
      await db
        .updateTable('addresses')
        .set({ left_at: now.toISOString() })
        .where(isRecipient(recipient))
        .where('left_at', 'is', null)
        .execute();
    },
  };
}

/** An address as its columns have it. */
export function toAddress(row: Pick<Selectable<Tables['addresses']>, 'service_url' | 'conversation' | 'bot_id' | 'user_id'>): Address {
  return {
    serviceUrl: row.service_url,
    conversation: row.conversation ?? '',
    ...(row.bot_id !== null && { botId: row.bot_id }),
    ...(row.user_id !== null && { userId: row.user_id }),
  };
}

/** Whether an address is to be noted once more though it did not change. A person has a clock of their own. */
export function isStale(
  { entra_id, left_at, updated_at }: Pick<Selectable<Tables['addresses']>, 'entra_id' | 'left_at' | 'updated_at'>,
  now: Date,
): boolean {
  return left_at !== null || (entra_id === null && updated_at <= new Date(now.getTime() - dayMs).toISOString());
}

/** Whether two addresses lead to the same place. */
export function isSame(one: Address, other: Address): boolean {
  return (['serviceUrl', 'conversation', 'botId', 'userId'] as const).every((key) => one[key] === other[key]);
}
