/**
 * How the doctor writes days, numbers and lists, and what it says of hosts, in Danish.
 */
import type { Unreached } from '../outcomes.js';

/** A day, in Denmark. */
export const day = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
/** A moment, in Denmark. */
export const time = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' });
/** How many of something. */
export const count = (n: number, one: string, many: string) => `${n.toLocaleString('da-DK')} ${n === 1 ? one : many}`;
/** Names with commas and an "and". */
export const list = (names: readonly string[]) => new Intl.ListFormat('da-DK').format(names);
/** The same, each quoted. */
export const quoted = (names: readonly string[]) => list(names.map((name) => `»${name}«`));

/** Room on a disk. */
export const room = (mb: number) => `${(mb < 10_000 ? mb : Math.floor(mb / 1_000)).toLocaleString('da-DK')} ${mb < 10_000 ? 'MB' : 'GB'}`;

/** Minutes as somebody would say them. */
export function span(minutes: number): string {
  if (minutes < 120) return count(minutes, 'minut', 'minutter');
  return minutes < 2_880 ? count(Math.round(minutes / 60), 'time', 'timer') : count(Math.round(minutes / 1_440), 'dag', 'dage');
}

/** How long ago, in days. */
export const ago = (days: number) => (days < 1 ? 'inden for det sidste døgn' : `for ${count(days, 'dag', 'dage')} siden`);
/** How far two clocks are apart. */
export const apart = (seconds: number) => (seconds < 120 ? count(seconds, 'sekund', 'sekunder') : span(Math.round(seconds / 60)));
/** Whose clock it is. */
export const clocks = { database: 'databasens', internet: 'Microsofts' } as const;

/** Why a host was not reached. */
export const because: Readonly<Record<Unreached, string>> = {
  name: 'navnet er ukendt',
  refused: 'forbindelsen bliver afvist',
  silent: 'der kommer ikke noget svar',
  certificate: 'certifikatet er ikke til at stole på',
  other: 'forbindelsen gik i stykker undervejs',
};

/** What to do about a host of somebody else's. */
export const reach = (host: string, why: Unreached) =>
  ({
    name: `Se, om maskinens DNS kender ${host}.`,
    refused: `Åbn firewallen til ${host}. Tjenesten bruger ingen proxy.`,
    silent: `Åbn firewallen til ${host}. Tjenesten bruger ingen proxy.`,
    certificate: `Skifter jeres netværk certifikater ud undervejs? Undtag ${host}, eller giv Node jeres rodcertifikat med NODE_EXTRA_CA_CERTS.`,
    other: `Prøv igen. Sker det hver gang, så se på vejen til ${host}.`,
  })[why];

/** Of what only a registered bot has. */
export const local = { text: 'bliver ikke brugt i lokal tilstand' };
