/**
 * Whether what is said comes again and again. One day by its bare name ("på torsdag") is meant once.
 */
import { dayOf, isOneDay, lex, wordSet } from './words.js';

const EVERY = wordSet(
  'hver hvert alle enhver daglig dagligt daglige dagens ugentlig ugentligt ugentlige fast faste lobende jaevnligt hverdag hverdage every each daily weekly weekday weekdays',
);

/** True for "hver", "daglig", "hverdage", "mandage", "om torsdagen", "Mondays". */
export function saysEvery(text: string): boolean {
  return lex(text).some(({ word }) => EVERY.has(word) || (dayOf(word) !== undefined && !isOneDay(word)));
}
