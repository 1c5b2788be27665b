import type { PersonKey } from '../conversation/person.js';
import { columnsOf } from './keys.js';

/** A context is forgotten after this. */
const contextMinutes = 10;

/** Where a context belongs; see {@link Cipher}. */
export function placeOfContext(person: PersonKey, conversation: string): readonly string[] {
  const { tenant, entra_id } = columnsOf(person);
  return ['context', tenant, entra_id, conversation];
}

/** When a context of now is forgotten, as its column has it. */
export function expiryOf(now: Date): string {
  return new Date(now.getTime() + contextMinutes * 60_000).toISOString();
}
