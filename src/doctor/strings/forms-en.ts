/**
 * How the doctor writes days, numbers and lists, and what it says of hosts, in English.
 */
import type { Unreached } from '../outcomes.js';

/** A day, in Denmark. */
export const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
/** A moment, in Denmark. */
export const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' });
/** How many of something. */
export const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
/** Names with commas and an "and". */
export const list = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names);
/** The same, each quoted. */
export const quoted = (names: readonly string[]) => list(names.map((name) => `"${name}"`));

/** Room on a disk. */
export const room = (mb: number) => `${(mb < 10_000 ? mb : Math.floor(mb / 1_000)).toLocaleString('en-GB')} ${mb < 10_000 ? 'MB' : 'GB'}`;

/** Minutes as somebody would say them. */
export function span(minutes: number): string {
  if (minutes < 120) return count(minutes, 'minute');
  return minutes < 2_880 ? count(Math.round(minutes / 60), 'hour') : count(Math.round(minutes / 1_440), 'day');
}

/** How long ago, in days. */
export const ago = (days: number) => (days < 1 ? 'within the last day' : `${count(days, 'day')} ago`);
/** How far two clocks are apart. */
export const apart = (seconds: number) => (seconds < 120 ? count(seconds, 'second') : span(Math.round(seconds / 60)));
/** Whose clock it is. */
export const clocks = { database: "the database's", internet: "Microsoft's" } as const;

/** Why a host was not reached. */
export const because: Readonly<Record<Unreached, string>> = {
  name: 'its name is unknown',
  refused: 'the connection is refused',
  silent: 'no answer comes back',
  certificate: 'its certificate cannot be trusted',
  other: 'the connection broke on the way',
};

/** What to do about a host of somebody else's. */
export const reach = (host: string, why: Unreached) =>
  ({
    name: `See whether this machine's DNS knows ${host}.`,
    refused: `Open the firewall to ${host}. The service uses no proxy.`,
    silent: `Open the firewall to ${host}. The service uses no proxy.`,
    certificate: `Does your network replace certificates on the way? Leave ${host} out, or give Node your root certificate with NODE_EXTRA_CA_CERTS.`,
    other: `Try again. If it happens every time, look at the way to ${host}.`,
  })[why];

/** Of what only a registered bot has. */
export const local = { text: 'not used in local mode' };
