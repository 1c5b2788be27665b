/**
 * Cards that are drawn once: what is said of the content alone is the same for everybody who asks it.
 */
import { LRUCache } from 'lru-cache';
import type { ReadAs, View } from '../cards/desk.js';
import type { Message } from '../cards/message.js';
import type { Library } from '../content/library.js';
import { type Answer, kindOf } from './kinds.js';

/** So many cards are kept, some 28 KB each: 14 MB. Those that were not asked for longest go first. */
const mostCards = 500;

/** Draws an answer for a reader. */
export type Draw = (answer: Answer, view: View) => Message;

/**
 * Keeps the cards of kinds that are fixed, as long as nothing of the reader's own stands on them. A kept card is frozen: it
 * is sent to many.
 */
export function createDrawn(library: Library, draw: Draw): Draw {
  const names = nameAll(library);
  const kept = new LRUCache<string, Message>({ max: mostCards });
  return (answer, view) => {
    const key = keyOf(answer, view, names);
    if (key === undefined) return draw(answer, view);
    const known = kept.get(key) ?? deepFreeze(draw(answer, view));
    kept.set(key, known);
    return known;
  };
}

/** What tells a card from every other; undefined where something of the reader's own stands on it. */
function keyOf(answer: Answer, view: View, names: ReadonlyMap<unknown, string>): string | undefined {
  const { language, group, notes, inserted, forgetful, surface, reader, reading, line, letters, turn } = view;
  const isOwn = line !== undefined || letters?.said !== undefined || turn !== undefined || hasRead(reading);
  if (!kindOf(answer).fixed?.(answer) || isOwn) return undefined;
  const place = [language, surface, group, notes, inserted, forgetful, reader].map((each) =>
    typeof each === 'string' ? each : Number(each === true),
  );
  let holdsWords = false;
  const text = JSON.stringify(answer, function (this: object, name, value: unknown) {
    // A question's text is what somebody wrote: it stays nowhere longer than its turn.
    if (name === 'text' && 'intent' in this) holdsWords = true;
    return names.get(value) ?? value;
  });
  return holdsWords ? undefined : `${place.join()} ${JSON.stringify(letters ?? null)} ${text}`;
}

function hasRead(reading: ReadAs | undefined): boolean {
  if (!reading) return false;
  const { corrections, ...others } = reading;
  return corrections.length > 0 || Object.values(others).some((each) => each !== undefined);
}

/** What an answer is put together from has a name by which it is known, so that a key need not hold its words. */
function nameAll({ frameworks, prompts }: Library): ReadonlyMap<unknown, string> {
  const named: [unknown, string][] = frameworks.flatMap((framework) =>
    [framework, ...framework.roles, ...framework.themes, ...framework.statements, ...framework.common.statements].map(
      (each): [unknown, string] => [each, `${framework.id} ${each === framework ? '' : each.id}`],
    ),
  );
  return new Map([...named, ...prompts.map((prompt): [unknown, string] => [prompt, prompt.id])]);
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}
