import type { Database } from './database.js';
import { behindWall, type OfTenant, tenantOf } from './wall.js';

type Method = (...given: never[]) => unknown;
type Turn = (of: OfTenant, ...rest: never[]) => unknown;

/** Names a method of a port that says of no tenant and is not let past the wall: such a port does not compile. */
type WithoutTenant<Port, Across> = {
  [Name in keyof Port]: Name extends Across
    ? never
    : Port[Name] extends Method
      ? Parameters<Port[Name]>[0] extends OfTenant
        ? never
        : Name
      : Name;
}[keyof Port];

/**
 * Makes a port whose methods are turns, each behind the wall for the tenant of its first argument; those named in `across`
 * have the whole database.
 */
export function createTurns(database: Database) {
  const behind: Database = { ...database, db: database.turns };
  return <Port extends object, const Across extends readonly (keyof Port)[]>(
    make: (database: Database) => Port,
    across: [WithoutTenant<Port, Across[number]>] extends [never] ? Across : readonly WithoutTenant<Port, Across[number]>[],
  ): Port => {
    const [turns, whole] = [make(behind), make(database)];
    const names = Object.keys(turns) as (keyof Port & string)[];
    const methods = names.map((name) => [name, (across as readonly unknown[]).includes(name) ? whole[name] : toTurn(turns[name] as Turn)]);
    return Object.fromEntries(methods) as Port;
  };
}

function toTurn(method: Turn): Turn {
  return (of, ...rest) => behindWall([tenantOf(of)], () => method(of, ...rest));
}
