import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { PersonKey } from '../conversation/person.js';
import type { Tables } from './tables.js';

/** The columns that say whose a row is. */
export function columnsOf({ tenant, entraId }: PersonKey): { tenant: string; entra_id: string } {
  return { tenant: tenant.toLowerCase(), entra_id: entraId.toLowerCase() };
}

/** The columns of {@link columnsOf}, as names of a prepared query's values; {@link personOf} makes a key of their stand-ins. */
export const personNames = ['tenant', 'entra_id'] as const;

/** See {@link personNames}. */
export function personOf({ tenant, entra_id }: Readonly<Record<(typeof personNames)[number], string>>): PersonKey {
  return { tenant, entraId: entra_id };
}

/** The condition that a row is this person's and no other's: the only way that ports select a person's rows. */
export function isPerson(person: PersonKey) {
  const { tenant, entra_id } = columnsOf(person);
  return <Table extends keyof Tables>(is: ExpressionBuilder<Tables, Table>): Expression<SqlBool> => {
    const of = is as unknown as ExpressionBuilder<Tables, 'people'>;
    return of.and([of('tenant', '=', tenant), of('entra_id', '=', entra_id)]);
  };
}
