import { prepare } from './prepared.js';
import { columnsOfRecipient, isRecipientRow, type Recipient, recipientNames } from './recipients.js';
import type { Db } from './tables.js';

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
  /** Writes only when something changed; tells whether it did. */
  save(recipient: Recipient, address: Address, now: Date): Promise<'written' | 'unchanged'>;
};

/** Creates the port. */
export function createAddresses(db: Db): Addresses {
  const find = prepare(db, recipientNames, (of) => db.selectFrom('addresses').selectAll().where(isRecipientRow(of)));
  const load: Addresses['load'] = async (recipient) => {
    const [row] = (await find(columnsOfRecipient(recipient))).rows;
    return (
      row && {
        serviceUrl: row.service_url,
        conversation: row.conversation ?? '',
        ...(row.bot_id !== null && { botId: row.bot_id }),
        ...(row.user_id !== null && { userId: row.user_id }),
      }
    );
  };
  return {
    load,
    async save(recipient, address, now) {
      const known = await load(recipient);
      if (known && isSame(known, address)) return 'unchanged';
      const { serviceUrl: service_url, conversation, botId: bot_id = null, userId: user_id = null } = address;
      const change = { service_url, conversation, bot_id, user_id, updated_at: now.toISOString() };
      await db
        .insertInto('addresses')
        .values({ ...columnsOfRecipient(recipient), ...change })
        .onConflict((conflict) => conflict.columns(['tenant', 'recipient']).doUpdateSet(change))
        .execute();
      return 'written';
    },
  };
}

function isSame(one: Address, other: Address): boolean {
  return (['serviceUrl', 'conversation', 'botId', 'userId'] as const).every((key) => one[key] === other[key]);
}
