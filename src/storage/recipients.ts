import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { personal, type Recipient } from '../conversation/person.js';
import { columnsOf } from './keys.js';
import type { Tables } from './tables.js';

/** The columns that say whose a row is. `recipient` is never empty, so it can be part of a key. */
export function columnsOfRecipient(recipient: Recipient): {
  tenant: string;
  recipient: string;
  entra_id: string | null;
  conversation: string | null;
} {
  if (recipient.kind === 'person') {
    const { tenant, entra_id } = columnsOf(recipient.person);
    return { tenant, recipient: `person ${entra_id}`, entra_id, conversation: null };
  }
  const { tenant, conversation } = recipient;
  return { tenant: tenant.toLowerCase(), recipient: `conversation ${conversation}`, entra_id: null, conversation };
}

/** Whose a row is. */
export function recipientOf(row: { tenant: string; entra_id: string | null; conversation: string | null }): Recipient {
  return row.entra_id === null
    ? { kind: 'conversation', tenant: row.tenant, conversation: row.conversation ?? '' }
    : personal({ tenant: row.tenant, entraId: row.entra_id });
}

/** The condition that a row is this recipient's. */
export function isRecipient(recipient: Recipient) {
  return isRecipientRow(columnsOfRecipient(recipient));
}

/** The columns that {@link isRecipientRow} looks at. */
export const recipientNames = ['tenant', 'recipient'] as const;

/** The condition that a row has these columns, for those who know them already. */
export function isRecipientRow({ tenant, recipient: name }: Readonly<Record<(typeof recipientNames)[number], string>>) {
  return <Table extends keyof Tables>(is: ExpressionBuilder<Tables, Table>): Expression<SqlBool> => {
    const of = is as unknown as ExpressionBuilder<Tables, 'nudge_plans'>;
    return of.and([of('tenant', '=', tenant), of('recipient', '=', name)]);
  };
}
