/**
 * What a text shows, as numbers: each feature by a hash of its name, so that no table of names has to be kept.
 */

/** A feature by its 32-bit number (FNV-1a of its text), and how much it counts. */
export type Feature = readonly [hash: number, value: number];

/** Each of these names once, all together of this length, so that a long message does not shout. */
export function weigh(names: readonly string[], length: number): Feature[] {
  const hashes = new Set(names.map(hash));
  const value = length / Math.sqrt(hashes.size || 1);
  return [...hashes].map((each) => [each, value]);
}

/** FNV-1a over UTF-16 units. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** A hash with a final mix, so that texts that begin alike stand apart; the same everywhere, and nothing secret rests on it. */
export function mix(text: string): number {
  let value = hash(text);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
