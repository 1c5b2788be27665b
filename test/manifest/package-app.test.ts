import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fillManifest, translateManifest } from '../../src/commands/app-package/manifest.js';
import { main, type Packed, packApp, readArguments } from '../../src/commands/package-app.js';
import { en } from '../../src/commands/strings/en.js';
import { pagePaths } from '../../src/web/pages.js';
import { listen } from '../commands/terminal.js';

const bot = '1a2b3c4d-1111-2222-3333-444455556666';
const app = '9a8b7c6d-1111-2222-3333-444455556666';
const values = { botId: bot, appId: app, host: 'kompas.eksempel.dk', version: '1.2.3' };

let packed: Packed;
let entries: Record<string, Uint8Array>;
const json = (name: string) => JSON.parse(Buffer.from(entries[name] ?? []).toString('utf8'));

beforeAll(async () => {
  // Nothing here may need the network.
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  packed = await packApp(values, en);
  if (packed.ok) entries = unzipSync(packed.zip);
});
afterAll(() => vi.unstubAllGlobals());

describe('the package', () => {
  it('is valid by the schema of its version, in every language', () => {
    expect(packed.ok ? [] : packed.faults).toEqual([]);
  });

  it('holds the manifest, its languages and its icons, and nothing else', () => {
    expect(Object.keys(entries)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    const { icons, localizationInfo } = json('manifest.json');
    expect([...Object.values(icons), ...localizationInfo.additionalLanguages.map((each: { file: string }) => each.file)].sort()).toEqual([
      'color.png',
      'en.json',
      'outline.png',
    ]);
    expect(entries['color.png']).toEqual(new Uint8Array(readFileSync('manifest/color.png')));
  });

  it('has every placeholder filled', () => {
    const manifest = json('manifest.json');
    expect(JSON.stringify(manifest)).not.toContain(`\${{`);
    expect([manifest.id, manifest.bots[0].botId, manifest.composeExtensions[0].botId, manifest.version]).toEqual([app, bot, bot, '1.2.3']);
    expect(manifest.validDomains).toEqual(['kompas.eksempel.dk']);
    expect(manifest.composeExtensions[0].messageHandlers[0].value.domains).toEqual(['kompas.eksempel.dk']);
  });

  it('is the same bytes for the same input', async () => {
    const again = await packApp(values, en);
    expect(again.ok && packed.ok && Buffer.from(again.zip).equals(Buffer.from(packed.zip))).toBe(true);
  });

  it('points to pages that the service has', () => {
    const { developer } = json('manifest.json');
    const paths = [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl].map((address) => new URL(address).pathname);
    expect(paths).toEqual(['/om', '/privatliv', '/vilkaar']);
    expect(pagePaths).toEqual(expect.arrayContaining(paths));
  });

  it('is refused when the schema is broken', async () => {
    const wrong = await packApp({ ...values, botId: 'bot' }, en);
    expect(wrong.ok ? [] : wrong.faults.join('\n')).toMatch(/manifest\/manifest\.json: .*botId/);
  });
});

describe('the arguments', () => {
  it.each<[string, string[], RegExp[]]>([
    ['nothing', [], [/^--bot-id is missing\./, /^--host is missing\./, /^Usage: /]],
    ['no host', ['--bot-id', bot], [/^--host is missing\./, /^Usage: /]],
    ['no bot', ['--host', 'a.dk'], [/^--bot-id is missing\./, /^Usage: /]],
    ['an id that is none', ['--bot-id', 'kompas', '--host', 'a.dk'], [/^--bot-id "kompas" is not an id like/, /^Usage: /]],
    ['an empty id', ['--bot-id', '00000000-0000-0000-0000-000000000000', '--host', 'a.dk'], [/nobody's id/, /^Usage: /]],
    ['a wrong app id', ['--bot-id', bot, '--app-id', `${app}0`, '--host', 'a.dk'], [/^--app-id ".*0" is not an id/, /^Usage: /]],
    ['an unknown option', ['--bot', bot], [/--bot/, /^Usage: /]],
    ['an empty file name', ['--bot-id', bot, '--host', 'a.dk', '--out', ''], [/^--out is empty/, /^Usage: /]],
  ])('%s: a line for each fault', (_name, args, expected) => {
    const read = readArguments(args, en);
    const faults = read.ok ? [] : read.faults;
    expect(faults).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(faults[at]).toMatch(pattern);
  });

  it.each([
    'https://a.dk',
    'a.dk/sti',
    'a.dk:3978',
    'localhost',
    '10.0.0.4',
    '*.a.dk',
    'a b.dk',
    'a-.dk',
    'a..dk',
    `${'a'.repeat(64)}.dk`,
    `\${{HOST}}`,
  ])('host %s is refused', (host) => {
    const read = readArguments(['--bot-id', bot, '--host', host], en);
    expect(read.ok ? '' : read.faults[0]).toContain(`--host "${host}" is not a host name`);
  });

  it('are taken in any case, and the app has the id of the bot unless told', () => {
    expect(readArguments(['--bot-id', bot.toUpperCase(), '--host', 'Kompas.Eksempel.dk'], en)).toEqual({
      ok: true,
      values: { botId: bot, appId: bot, host: 'kompas.eksempel.dk' },
      out: undefined,
      graph: false,
      warnings: [],
    });
    expect(readArguments(['--bot-id', bot, '--app-id', app, '--host', 'a.dk'], en)).toMatchObject({ values: { appId: app } });
  });
});

describe('a host that others share a domain with', () => {
  const args = (host: string, ...more: string[]) => readArguments(['--bot-id', bot, '--host', host, ...more], en);

  it.each([
    ['kompas.azurewebsites.net', 'azurewebsites.net'],
    ['Kommune.OnMicrosoft.com', 'onmicrosoft.com'],
    ['kompas.redsea-1a2b.westeurope.azurecontainerapps.io', 'azurecontainerapps.io'],
    ['kompas-a1.z01.azurefd.net', 'azurefd.net'],
    ['kompas.trafficmanager.net', 'trafficmanager.net'],
    ['kompas.westeurope.cloudapp.azure.com', 'cloudapp.azure.com'],
    ['a1b2.ngrok-free.app', 'ngrok-free.app'],
  ])('is refused with what to do: %s', (host, domain) => {
    const read = args(host);
    expect(read.ok ? [] : read.faults[0]).toContain(`Anybody can have a name in ${domain}`);
    expect(read.ok ? [] : read.faults[0]).toContain('--any-host');
  });

  it('is taken when told, with a warning', () => {
    const read = args('kompas.azurewebsites.net', '--any-host');
    expect(read).toMatchObject({ ok: true, warnings: [expect.stringContaining('the Teams store does not take kompas.azurewebsites.net')] });
  });

  it.each(['kompas.kommune.dk', 'azurewebsites.net.kommune.dk', 'notazurewebsites.net'])('is not seen in %s', (host) => {
    expect(args(host)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('the registration', () => {
  it.each([
    ['--graph', ['--graph'], {}],
    ['GRAPH=on', [], { GRAPH: 'on' }],
  ])('is named with %s, so that an administrator sees what it may do', async (_how, more, env) => {
    const folder = mkdtempSync(join(tmpdir(), 'kompas-'));
    const out = join(folder, 'app.zip');
    expect(await main(['--bot-id', bot, '--host', 'a.dk', '--out', out, ...more], env, listen())).toBe(0);
    const { 'manifest.json': manifest = new Uint8Array() } = unzipSync(readFileSync(out));
    expect(JSON.parse(Buffer.from(manifest).toString('utf8')).webApplicationInfo).toEqual({ id: bot, resource: `api://botid-${bot}` });
    rmSync(folder, { recursive: true });
  });

  it('is named in no package else', () => expect(json('manifest.json').webApplicationInfo).toBeUndefined());
});

describe('placeholders and translations', () => {
  it('name a placeholder that nothing is known for', () => {
    const { faults } = fillManifest({ developer: { name: `\${{OPERATOR}}` } }, values, en);
    expect(faults).toEqual([`manifest/manifest.json: nothing is known for "\${{OPERATOR}}". Use one of: BOT_ID, APP_ID, HOST, VERSION`]);
  });

  it('name a translation that leads nowhere', () => {
    const { faults } = translateManifest(
      { name: { short: 'a' } },
      'en.json',
      { 'name.short': 'b', 'bots[0].commandLists[0].commands[0].title': 'c' },
      en,
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('"bots[0].commandLists[0].commands[0].title" translates nothing');
  });

  it.each(['constructor.name', '__proto__.x', 'name.short.length', 'name.constructor.name', 'name.short.0'])(
    'name %s, which is no place in the manifest',
    (path) => {
      const manifest = { name: { short: 'a' } };
      const made = translateManifest(manifest, 'en.json', Object.fromEntries([[path, 'b']]), en);
      expect(made).toEqual({ manifest, faults: [expect.stringContaining(`"${path}" translates nothing`)] });
    },
  );
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kompas-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = async (args: string[]): Promise<{ code: number; text: string }> => {
    const to = listen();
    const code = await main(args, {}, to);
    return { code, text: to.out + to.err };
  };

  it('writes the zip into a new folder and says what is in it', async () => {
    const out = join(folder, 'new/app.zip');
    const { code, text } = await run(['--bot-id', bot, '--host', 'kompas.eksempel.dk', '--out', out]);
    expect(code).toBe(0);
    expect(text).toContain('manifest.json, en.json, color.png, outline.png');
    expect(Object.keys(unzipSync(readFileSync(out)))).toHaveLength(4);
  });

  it('writes nothing when an argument is wrong, and ends with 1', async () => {
    expect((await run(['--bot-id', bot, '--out', join(folder, 'none.zip')])).code).toBe(1);
    expect(() => readFileSync(join(folder, 'none.zip'))).toThrow();
  });

  it('says which file cannot be written', async () => {
    expect(await run(['--bot-id', bot, '--host', 'a.dk', '--out', folder])).toEqual({
      code: 1,
      text: `"${folder}" cannot be written (EISDIR). Name another file with --out.\n`,
    });
  });
});
