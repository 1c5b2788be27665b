/**
 * Daily questions that are due: plans made before eight o'clock, and a service that starts right after.
 */

import { readRows } from './file.js';
import type { Connector, IllHost } from './hosts.js';
import type { Service, Settings } from './service.js';
import { createPerson, type Person } from './talk.js';
import type { World } from './world.js';

/** A Tuesday without a holiday. Plans are made before eight, and are due at eight. */
export const beforeEight = '2026-11-24T07:50:00+01:00';

/** Some seconds after eight: the pass at the start takes what is due, and the next one comes soon after. */
export const atEight = (second: number) => `2026-11-24T08:00:${String(second).padStart(2, '0')}+01:00`;

/** How far the service's clock is ahead of this process's, in milliseconds. */
export const aheadOf = (clock: string) => Date.parse(clock) - Date.now();

/** What plans are made with. */
export type Planning = {
  readonly count: number;
  readonly connector: Connector;
  readonly settings: Settings & { readonly DATA_DIR: string };
  readonly login?: IllHost | undefined;
  readonly clock?: string;
};

/** Has so many people ask for a question at eight; the service is stopped after. */
export async function makePlans(world: World, { count, connector, settings, login, clock = beforeEight }: Planning): Promise<Person[]> {
  const service = await world.start({ settings, clock, login: login?.port });
  const isRegistered = settings['MicrosoftAppId'] !== undefined;
  const ahead = aheadOf(clock);
  const people = Array.from({ length: count }, () => createPerson({ service, connector, isRegistered, ahead }));
  for (const person of people) {
    const { status, text } = await person.say('mind mig hver hverdag præcis kl. 8');
    if (status !== 200 || !/8[.:]00/.test(text)) throw new Error(`no plan was made: ${status} ${text.slice(0, 80)}`);
  }
  const { code } = await service.stop();
  if (code !== 0) throw new Error(`the service ended with ${code}`);
  return people;
}

/** How many nudges there are in each state, with its reason: `{ 'sent': 3, 'skipped late': 1 }`. */
export function countNudges(folder: string): Readonly<Record<string, number>> {
  const rows = readRows(folder, 'select state, reason, count(*) as count from deliveries group by state, reason');
  return Object.fromEntries(rows.map(({ state, reason, count }) => [reason ? `${state} ${reason}` : String(state), Number(count)]));
}

/** The same in words. */
export function tellNudges(folder: string): string {
  const counts = Object.entries(countNudges(folder)).map(([state, count]) => `${count} ${state}`);
  return counts.join(', ') || 'none taken';
}

/** The messages that arrived at the connector of their own accord. */
export function nudgesAt({ calls }: Connector): number {
  return calls.filter(({ method, body }) => method === 'POST' && body['type'] === 'message').length;
}

/** Warnings and errors in its log. */
export function complaintsOf(service: Service): string[] {
  return service.log().flatMap((line) => (line.level >= 40 ? [JSON.stringify({ ...line, time: undefined })] : []));
}
