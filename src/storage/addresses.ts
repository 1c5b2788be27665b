import type { Selectable } from 'kysely';
import { dayMs } from '../clock.js';
import type { Address, Addresses } from '../conversation/ports.js';
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
    async save(recipient, address, now) {
      const [known] = (await find(columnsOfRecipient(recipient))).rows;
      if (known && isSame(toAddress(known), address) && !isStale(known, now)) return 'unchanged';
      const { serviceUrl: service_url, conversation, botId: bot_id = null, userId: user_id = null } = address;
      const change = { service_url, conversation, bot_id, user_id, updated_at: now.toISOString(), left_at: null };
      await db
        .insertInto('addresses')
        .values({ ...columnsOfRecipient(recipient), ...change })
        .onConflict((conflict) => conflict.columns(['tenant', 'recipient']).doUpdateSet(change))
        .execute();
      return 'written';
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

/** A person has a clock of their own. */
function isStale({ entra_id, left_at, updated_at }: Selectable<Tables['addresses']>, now: Date): boolean {
  return left_at !== null || (entra_id === null && updated_at <= new Date(now.getTime() - dayMs).toISOString());
}

function isSame(one: Address, other: Address): boolean {
  return (['serviceUrl', 'conversation', 'botId', 'userId'] as const).every((key) => one[key] === other[key]);
}
