import { readFileSync } from 'node:fs';

/** An activity as JSON; tests change what they need. */
export type ActivityJson = Record<string, unknown> & { id?: string; conversation: Record<string, unknown>; from: Record<string, unknown> };

/** Reads an activity recorded from the Agents Playground, with changes on its top level. */
export function recorded(name: string, changes: Record<string, unknown> = {}): ActivityJson {
  const text = readFileSync(new URL(`activities/${name}.json`, import.meta.url), 'utf8');
  return { ...(JSON.parse(text) as ActivityJson), ...changes };
}
