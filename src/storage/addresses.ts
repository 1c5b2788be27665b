import type { Selectable } from 'kysely';
import { prepare } from './prepared.js';
import { columnsOfRecipient, isRecipient, isRecipientRow, type Recipient, recipientNames } from './recipients.js';
import type { Db, Tables } from './tables.js';

/** Where messages to a recipient go: the parts of a Bot Framework conversation reference that are needed. */
export type Address = {
  readonly serviceUrl: string;
  /** Without `;messageid=…`: what is sent there starts a new post. */
  readonly conversation: string;
  /** The bot's own id on the channel (`28:…`), where known. */
  readonly botId?: string | undefined;
  /** The person's id on the channel (`29:…`); people only. */
  readonly userId?: string | undefined;
};

/** Addresses of people and shared conversations. Who calls makes sure that a person's is that of their personal chat. */
export type Addresses = {
  load(recipient: Recipient): Promise<Address | undefined>;
  /**
   * Writes when something changed, and for a shared conversation once a day, so that one where nobody writes any more ends; tells
   * whether it did. The bot is there again, whatever was noted before.
   */
  save(recipient: Recipient, address: Address, now: Date): Promise<'written' | 'unchanged'>;
  /** Notes that the bot is out of a shared conversation. The first time counts. */
  leave(recipient: Recipient, now: Date): Promise<void>;
};

const dayMs = 86_400_000;

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

function toAddress(row: Selectable<Tables['addresses']>): Address {
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
