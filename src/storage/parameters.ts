import { PostgresQueryCompiler, SqliteQueryCompiler } from 'kysely';

/**
 * Makes a parameter one that both databases take and give back alike, or refuses it. libsql ends the process on a
 * boolean and cuts text at NUL; PostgreSQL refuses NUL; half a surrogate pair comes back as another character.
 * Dates, bytes and objects are refused: write UTC text, base64, JSON.
 */
export function toParameter(value: unknown): string | number | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return toStorableText(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new TypeError(`a database parameter is ${describe(value)}. Use text, a whole number, a boolean or null; dates as toISOString()`);
}

/** Text as both databases keep it: without NUL, and with U+FFFD for half a surrogate pair. */
export function toStorableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Names the kind and never the value, which may be what a person wrote. */
function describe(value: unknown): string {
  if (typeof value === 'number') return 'a number that is not whole or too large';
  return typeof value === 'object' ? `an object (${value?.constructor?.name ?? 'without a class'})` : `of type ${typeof value}`;
}

/** Writes SQLite's SQL; every parameter of every query goes through {@link toParameter}. */
export class CheckingSqliteCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(toParameter(parameter));
  }
}

/** Writes PostgreSQL's SQL; every parameter of every query goes through {@link toParameter}. */
export class CheckingPostgresCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(toParameter(parameter));
  }
}
