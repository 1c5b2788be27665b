import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCipher, loadLocalKeys, parseKeys } from '../../src/storage/encryption.js';
import { keysOf } from './stores.js';

const place = ['reflection', 'tenant', 'person', 'note'];

describe('a cipher', () => {
  const cipher = createCipher(keysOf('k1'));

  it.each(['', 'Jeg lyttede', 'æøå 🌱', 'x'.repeat(4000)])('opens what it sealed: "%.12s"', (text) => {
    expect(cipher.open(cipher.seal(text, place), place)).toEqual({ ok: true, text });
  });

  it('never seals the same text the same way twice', () => {
    expect(cipher.seal('jeg', place)).not.toBe(cipher.seal('jeg', place));
  });

  it.each(place.map((_, index) => index))('does not open a text elsewhere (part %d of the place)', (index) => {
    const elsewhere = place.map((part, at) => (at === index ? `${part}2` : part));
    expect(cipher.open(cipher.seal('jeg', place), elsewhere)).toMatchObject({
      ok: false,
      fault: expect.stringContaining('moved or changed'),
    });
  });

  it('does not open a text when any character of it was changed', () => {
    const sealed = cipher.seal('jeg lyttede', place);
    for (let index = 3; index < sealed.length; index += 1) {
      const changed = `${sealed.slice(0, index)}${sealed[index] === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`;
      const opened = cipher.open(changed, place);
      // The last character may hold bits that mean nothing.
      if (index < sealed.length - 1) expect(opened.ok).toBe(false);
    }
  });

  it.each(['', 'k1', 'k1.', 'k1.AAAA', 'tekst', '.'])('gives a fault for "%s"', (sealed) => {
    expect(cipher.open(sealed, place).ok).toBe(false);
  });
});

describe('changing keys', () => {
  it('seals with the first and opens with all', () => {
    const old = createCipher(keysOf('k1')).seal('før', place);
    const both = createCipher(keysOf('k2', 'k1'));
    expect(both.open(old, place)).toEqual({ ok: true, text: 'før' });
    const young = both.seal('efter', place);
    expect(young).toMatch(/^k2\./);
    expect(createCipher(keysOf('k2')).open(young, place)).toEqual({ ok: true, text: 'efter' });
  });

  it('names the key that is missing', () => {
    const old = createCipher(keysOf('k1')).seal('hemmeligt', place);
    expect(createCipher(keysOf('k2')).open(old, place)).toEqual({
      ok: false,
      fault: 'sealed with the key "k1", which is not in REFLECTION_KEYS. Add it after the first',
    });
  });

  it('never gives garbage for another key of the same id', () => {
    const wrong = parseKeys(`k1:${Buffer.alloc(32, 'wrong').toString('base64')}`);
    const opened = wrong.ok && createCipher(wrong.keys).open(createCipher(keysOf('k1')).seal('hemmeligt', place), place);
    expect(opened).toMatchObject({ ok: false, fault: expect.stringContaining('does not open with the key "k1"') });
  });
});

describe('the key of local mode', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kompas-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, for the owner only, and read again', () => {
    const data = join(folder, 'new');
    const first = loadLocalKeys(data);
    const again = loadLocalKeys(data);
    expect(first.ok && again.ok && first.keys.get('local')?.equals(again.keys.get('local') ?? Buffer.alloc(0))).toBe(true);
    expect(statSync(join(data, 'reflection-keys')).mode & 0o777).toBe(0o600);
    expect(parseKeys(readFileSync(join(data, 'reflection-keys'), 'utf8').trim()).ok).toBe(true);
  });

  it('is a fault when the file is broken, without its content', () => {
    writeFileSync(join(folder, 'reflection-keys'), 'hemmeligt');
    const loaded = loadLocalKeys(folder);
    expect(loaded).toMatchObject({ ok: false, fault: expect.stringContaining('has an entry that is not id:base64') });
    expect(JSON.stringify(loaded)).not.toContain('hemmeligt');
  });

  it('is a fault when the folder can not be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(loadLocalKeys(join(folder, 'file'))).toMatchObject({ ok: false, fault: expect.stringContaining('ENOTDIR') });
  });
});
