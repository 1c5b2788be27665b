/**
 * Seals what a person wrote, so that neither the database, nor its backups, nor its operator can read it without the key.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.js';
import type { OpenedText } from '../people/ports.js';

/** Keys by id; the first seals, all open. To change keys put a new one first and keep the old for what it sealed. */
export type Keyring = ReadonlyMap<string, Buffer>;

/** A keyring, or what is wrong with its text; the fault quotes nothing of it. */
export type ParsedKeys = { readonly ok: true; readonly keys: Keyring } | { readonly ok: false; readonly fault: string };

/** Seals text for one place and opens it there only. */
export type Cipher = {
  /** `place` names where the text belongs (what it is, tenant, person, id): moved elsewhere it does not open. */
  seal(text: string, place: readonly string[]): string;
  open(sealed: string, place: readonly string[]): OpenedText;
};

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** How to make a key, for messages and the README. */
export const keyRecipe = `node -e "console.log('k1:' + require('crypto').randomBytes(32).toString('base64'))"`;

const idForm = /^[a-z\d-]{1,40}$/i;

/** Whether a text can be the id of a key: letters, digits and hyphens, at most 40. */
export function isKeyId(text: string): boolean {
  return idForm.test(text);
}

/** Parses `id:base64[,id:base64]`: ids of letters, digits and hyphens, keys of exactly 32 bytes. */
export function parseKeys(text: string): ParsedKeys {
  const entries = text.split(',').map((entry) => /^([a-z\d-]{1,40}):([a-z\d+/]+={0,2})$/i.exec(entry.trim()));
  const keys = new Map(
    entries.flatMap((entry): [string, Buffer][] => (entry?.[1] && entry[2] ? [[entry[1], Buffer.from(entry[2], 'base64')]] : [])),
  );
  if (entries.includes(null)) return { ok: false, fault: `has an entry that is not id:base64. Make one with: ${keyRecipe}` };
  if ([...keys.values()].some((key) => key.length !== keyBytes))
    return { ok: false, fault: `has a key that is not ${keyBytes} bytes long. Make one with: ${keyRecipe}` };
  if (keys.size < entries.length) return { ok: false, fault: 'names an id twice. Give each key an id of its own' };
  return { ok: true, keys };
}

/** Makes one new key, in the form that {@link parseKeys} reads. */
export function generateKeys(id: string): string {
  return `${id}:${randomBytes(keyBytes).toString('base64')}`;
}

/**
 * Creates the cipher (AES-256-GCM). A sealed text is `<key id>.<nonce, tag and ciphertext in base64url>`. The log is
 * told when a text does not open, once for each key: somebody is missing a note, and a setting is wrong or a row damaged.
 */
export function createCipher(keys: Keyring, log?: Pick<Log, 'error'>): Cipher {
  return createCipherOf(() => keys, log);
}

/** A cipher that has keys by the place of a text. */
export function createCipherOf(keysFor: (place: readonly string[]) => Keyring, log?: Pick<Log, 'error'>): Cipher {
  const told = new Set<string>();
  return {
    seal(text, place) {
      const [first] = keysFor(place);
      if (!first) throw new Error('the keyring is empty. Give at least one key');
      return seal(text, place, first);
    },
    open(sealed, place) {
      const keys = keysFor(place);
      const opened = open(sealed, place, keys);
      const key = keyIdOf(sealed) ?? '?';
      if (!opened.ok && !told.has(key)) {
        told.add(key);
        log?.error({ key, isGiven: keys.has(key) }, 'sealed text does not open');
      }
      return opened;
    },
  };
}

/** The id of the key that a text says it was sealed with; undefined when it is no sealed text, which is not to be quoted. */
export function keyIdOf(sealed: string): string | undefined {
  const [id = '', body] = sealed.split('.');
  return body !== undefined && isKeyId(id) ? id : undefined;
}

function seal(text: string, place: readonly string[], [id, key]: readonly [string, Buffer]): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(JSON.stringify(place)));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function open(sealed: string, place: readonly string[], keys: Keyring): OpenedText {
  const id = keyIdOf(sealed) ?? '?';
  const body = sealed.split('.')[1] ?? '';
  const key = keys.get(id);
  if (!key) return { ok: false, fault: `sealed with the key "${id}", which is not in REFLECTION_KEYS. Add it after the first` };
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(JSON.stringify(place)))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return { ok: true, text: Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8') };
  } catch {
    return {
      ok: false,
      fault: `does not open with the key "${id}": the key is another than it was sealed with, or the row was moved or changed`,
    };
  }
}

const keyFile = 'reflection-keys';
/** The id of the key that local mode makes for itself. */
export const localKeyId = 'local';

/** Where local mode keeps its key. */
export function keyFileIn(folder: string): string {
  return join(folder, keyFile);
}

/**
 * The key of local mode: read from `folder`, or made there with mode 0600 at the first start. Several processes that
 * start at once get the same. Lost, it takes all notes with it: a real service sets REFLECTION_KEYS.
 */
export function loadLocalKeys(folder: string): ParsedKeys {
  const file = keyFileIn(folder);
  try {
    const text = readText(file) ?? createKeyFile(folder, file);
    const parsed = parseKeys(text);
    return parsed.ok ? parsed : { ok: false, fault: `the key file "${file}" ${parsed.fault}` };
  } catch (error) {
    return {
      ok: false,
      fault: `the key file "${file}" cannot be used (${(error as NodeJS.ErrnoException).code ?? 'Error'}). Let the bot read and write it, or set REFLECTION_KEYS`,
    };
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and linked into place: nobody ever reads half a key, and whoever comes second takes the first one's. */
function createKeyFile(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, `${generateKeys(localKeyId)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
  return readFileSync(file, 'utf8').trim();
}
