/** A package that is read back: what package-app wrote is what it says, and whatever somebody broke in it is named. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPackage } from '../../src/commands/app-package/check.js';
import { loadTools, type Tools } from '../../src/commands/app-package/manifest.js';
import { main, packApp } from '../../src/commands/package-app.js';
import { en } from '../../src/commands/strings/en.js';
import { listen } from '../commands/terminal.js';

type Entries = Record<string, Uint8Array>;
// biome-ignore lint/suspicious/noExplicitAny: a manifest to break in any place
type Manifest = any;

const bot = '1a2b3c4d-1111-2222-3333-444455556666';
const other = '9a8b7c6d-1111-2222-3333-444455556666';
const folder = mkdtempSync(join(tmpdir(), 'kompas-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

let entries: Entries;
let tools: Tools;
/** Microsoft's validator takes its time with each manifest; the same one is the same again. */
const validated = new Map<string, Promise<readonly string[]>>();
beforeAll(async () => {
  const loaded = await loadTools();
  if (!loaded) throw new Error('the development packages are missing');
  const validate: Tools['validate'] = (manifest, schema) => {
    const key = JSON.stringify(manifest);
    const known = validated.get(key) ?? loaded.validate(manifest, schema);
    validated.set(key, known);
    return known;
  };
  tools = { ...loaded, validate };
  const packed = await packApp({ botId: bot, appId: bot, host: 'kompas.eksempel.dk', version: '1.2.3' }, en);
  if (packed.ok) entries = unzipSync(packed.zip);
});

async function check(bytes: Uint8Array | string, ...language: string[]) {
  const file = join(folder, 'app.zip');
  writeFileSync(file, bytes);
  const to = listen();
  const code = await main(['--check', file, ...language], {}, to);
  return { code, out: to.out, err: to.err };
}

/** The package with a change of its manifest. */
const changed = (change: (manifest: Manifest) => void): Uint8Array => {
  const manifest = JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString('utf8'));
  change(manifest);
  return zipSync({ ...entries, 'manifest.json': Buffer.from(JSON.stringify(manifest)) });
};
/** The package with other files, or without: undefined takes one away. */
const replaced = (files: Record<string, Uint8Array | undefined>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ ...entries, ...files }).filter(([, bytes]) => bytes !== undefined)) as Entries);

describe('a package as it was written', () => {
  it('is told in plain words, in both languages', async () => {
    expect(await check(zipSync(entries))).toEqual({
      code: 0,
      err: '',
      out: [
        'Ledelseskompas, version 1.2.3 (manifest 1.29), in da, en',
        `App ${bot}, bot ${bot}`,
        'Used in: a personal chat, a team, a group chat, and as a message extension',
        'Host: kompas.eksempel.dk',
        'Asks for nothing that an administrator has to grant',
        'No faults.\n',
      ].join('\n'),
    });
    expect((await check(zipSync(entries), '--da')).out).toContain('Ledelseskompas, version 1.2.3 (manifest 1.29), på da, en\n');
  });

  it('says that it names its registration, and warns of a host that others share a domain with', async () => {
    const packed = await packApp({ botId: bot, appId: bot, host: 'kompas.azurewebsites.net', version: '1.2.3' }, en, true);
    const { code, out, err } = await check(packed.ok ? packed.zip : '');
    expect([code, err]).toEqual([0, expect.stringContaining('azurewebsites.net')]);
    expect(out).toContain(`Names the registration ${bot}`);
  });
});

describe('a package that somebody broke', () => {
  const png = readFileSync('manifest/outline.png');

  it.each<[string, () => Uint8Array | string, RegExp]>([
    ['no zip', () => 'PK, or so', /^This is not a zip file/],
    ['half a zip', () => zipSync(entries).slice(0, 2_000), /^This is not a zip file/],
    ['no manifest', () => replaced({ 'manifest.json': undefined }), /^There is no manifest\.json/],
    ['a folder that was packed whole', () => zipSync({ 'app/manifest.json': png }), /in a folder \(app\/manifest\.json\)/],
    ['a manifest that is no JSON', () => replaced({ 'manifest.json': Buffer.from('{') }), /is not JSON/],
    ['a manifest that is a list', () => replaced({ 'manifest.json': Buffer.from('[]') }), /is not JSON/],
    [
      'a version of the manifest that there is not',
      () => changed((each) => Object.assign(each, { manifestVersion: '9.9' })),
      /has no schema/,
    ],
    ['a path for a version', () => changed((each) => Object.assign(each, { manifestVersion: '../../1.29' })), /has no schema/],
    ['no bot', () => changed((each) => Object.assign(each, { bots: [] })), /bots/],
    ['what the schema does not know', () => changed((each) => Object.assign(each, { colour: 'blue' })), /^manifest\.json: /],
    ['a place that is not filled in', () => changed((each) => Object.assign(each.developer, { name: `\${{NAME}}` })), /not filled in/],
    ['two bots', () => changed((each) => Object.assign(each.composeExtensions[0], { botId: other })), /names two bots: 1a2b.* and 9a8b/],
    [
      'another registration than the bot',
      () => changed((each) => Object.assign(each, { webApplicationInfo: { id: other, resource: 'api://x' } })),
      /names two bots/,
    ],
    ['nobody’s id', () => changed((each) => Object.assign(each, { id: '00000000-0000-0000-0000-000000000000' })), /all zeros/],
    [
      'pages on another host',
      () => changed((each) => Object.assign(each.developer, { privacyUrl: 'https://andre.dk/privatliv' })),
      /^"https:\/\/andre\.dk\/privatliv" is not on a host/,
    ],
    ['a missing icon', () => replaced({ 'color.png': undefined }), /^color\.png is missing/],
    ['an icon of another size', () => replaced({ 'color.png': png }), /^color\.png has 32 x 32 pixels\. Teams wants 192 x 192/],
    ['an icon that is no picture', () => replaced({ 'outline.png': Buffer.from('x') }), /^outline\.png is not a PNG/],
    ['a missing language', () => replaced({ 'en.json': undefined }), /^en\.json is missing/],
    ['a language that is no JSON', () => replaced({ 'en.json': Buffer.from('x') }), /^en\.json is not JSON/],
    ['a language that fits elsewhere', () => replaced({ 'en.json': Buffer.from('{"tabs[0].name":"x"}') }), /translates nothing/],
    ['a language of another version', () => replaced({ 'en.json': Buffer.from('{"$schema":"a/v1.25/b"}') }), /another version/],
    ['a file that nobody named', () => replaced({ '.DS_Store': png }), /^\.DS_Store does not belong/],
    ['a file that unpacks to far too much', () => replaced({ 'en.json': new Uint8Array(6_000_000) }), /^en\.json is missing/],
  ])('has its fault named: %s', async (_what, make, fault) => {
    const bytes = make();
    const { faults } = await checkPackage(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, tools, en);
    expect(faults.filter((line) => fault.test(line))).not.toEqual([]);
  });

  it('ends the command with 1, and its fault is said on stderr', async () => {
    const { code, out, err } = await check(replaced({ 'color.png': undefined }));
    expect([code, err]).toEqual([1, 'color.png is missing in the package.\n']);
    expect(out).toContain('version 1.2.3');
  });

  it('is not found where there is none, and nothing else may be said with --check', async () => {
    const to = listen();
    expect(await main(['--check', join(folder, 'none.zip')], {}, to)).toBe(1);
    expect(to.err).toContain('cannot be read (ENOENT)');
    for (const args of [
      ['--check', ''],
      ['--check', 'a.zip', '--graph'],
      ['--check', 'a.zip', '--host', 'a.dk'],
    ]) {
      const usage = listen();
      expect([await main(args, {}, usage), usage.err]).toEqual([1, `${en.packageApp.usage}\n`]);
    }
  });
});
