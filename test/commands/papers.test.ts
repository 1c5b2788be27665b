import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readShipped } from '../../src/commands/licenses.js';
import { main } from '../../src/commands/papers.js';
import { completeBom } from '../../src/papers/components.js';
import { listen } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'kompas-papers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tenants = join(folder, 'tenants.yaml');
copyFileSync('manifest/tenants.example.yaml', tenants);
const nord = '00000000-0000-4000-8000-000000000001';

/** Everything that must stand in no paper, and a registration with it. */
const secret = {
  NODE_ENV: 'production',
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppPassword: 'fortroligt-zqzq',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
  DATABASE_URL: 'postgres://kompas:kodeord-zqzq@zqzq.dk:5432/kompas',
  REFLECTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  REFLECTION_KEYS_NORDKOBING: `nord-1:${Buffer.alloc(32, 8).toString('base64')}`,
  SECOND_READER: 'unsure',
  AZURE_OPENAI_ENDPOINT: 'https://zqzq.openai.azure.com',
  AZURE_OPENAI_DEPLOYMENT: 'zqzq-model',
  GRAPH: 'on',
  PUBLIC_URL: 'https://zqzq.dk',
  EDITOR_CONTACT: 'Zqzq Redaktør',
  RETENTION_DAYS: '45',
  TENANTS_FILE: tenants,
};

async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const to = listen();
  // npm is found by it.
  const { PATH } = process.env;
  return { code: await main(args, { PATH, ...env }, to), out: to.out, err: to.err };
}

describe('npm run papers', () => {
  const [local, registered] = [join(folder, 'local'), join(folder, 'registered')];
  const read = (from: string, name: string) => readFileSync(join(from, name), 'utf8');

  beforeAll(async () => {
    expect(await run(['--out', local, '--date', '2026-11-30', '--da'])).toEqual({
      code: 0,
      out: `8 filer er skrevet. Begynd med ${join(local, 'index.html')}\n`,
      err: '',
    });
    expect((await run(['--out', registered, '--date', '2026-12-01', '--tenant', nord], secret)).err).toBe('');
  });

  it('writes all of them without a registration', () => {
    expect(readdirSync(local).sort()).toEqual([
      'fortegnelse.html',
      'index.html',
      'komponenter.html',
      'konsekvensanalyse.html',
      'orientering.html',
      'sbom.cdx.json',
      'sletning.html',
      'tilgaengelighed.html',
    ]);
    expect(read(local, 'fortegnelse.html')).toContain('Prøvedrift på én maskine');
  });

  it('writes them from the settings of one municipality, and names no other', () => {
    const text = read(registered, 'fortegnelse.html');
    for (const part of ['Nordkøbing Kommune', '45 dage', '1. december 2026', 'Rigtig drift', 'sin egen nøgle'])
      expect(text).toContain(part);
    expect(readdirSync(registered).filter((name) => read(registered, name).includes('Vesterby'))).toEqual([]);
  });

  it('writes no secret, and no address of the municipality’s own', () => {
    const all = readdirSync(registered)
      .map((name) => read(registered, name))
      .join();
    expect(/.{0,40}(zqzq|11111111-1111|22222222-2222|00000000-0000-4000).{0,20}/i.exec(all)?.[0]).toBeUndefined();
    for (const keys of [secret.REFLECTION_KEYS, secret.REFLECTION_KEYS_NORDKOBING]) expect(all).not.toContain(keys.split(':')[1]);
  });

  it('lists what ships as CycloneDX’s own schema wants it, each with a licence, and nothing of development', async () => {
    const text = read(local, 'sbom.cdx.json');
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text)).toBeNull();
    const bom = JSON.parse(text);
    const names = (all: readonly { name: string; version: string }[]) =>
      [...new Set(all.map(({ name, version }) => `${name}@${version}`))].sort();
    expect(names(bom.components)).toEqual(names(readShipped('.')));
    expect(bom.components.filter((each: { licenses?: unknown }) => !each.licenses)).toEqual([]);
    expect(bom.metadata).toMatchObject({
      timestamp: '2026-11-30T00:00:00.000Z',
      component: { name: 'ledelseskompas', type: 'application' },
    });
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const own = bom.dependencies.find(({ ref }: { ref: string }) => ref === bom.metadata.component['bom-ref']);
    expect(own.dependsOn).toHaveLength(Object.keys(dependencies).length);
  });

  it('has the same packages in the paper', () => {
    const { components } = JSON.parse(read(local, 'sbom.cdx.json'));
    expect(read(local, 'komponenter.html')).toContain(`Der følger ${components.length} pakker med i drift.`);
  });
});

describe('npm run papers says what to write instead', () => {
  const out = join(folder, 'none');

  it.each<[string, string[], NodeJS.ProcessEnv, RegExp]>([
    ['no folder', [], {}, /^Usage: npm run papers/],
    ['an option that nobody has', ['--out', out, '--pdf'], {}, /^Usage: npm run papers/],
    ['a day that is none', ['--out', out, '--date', '2026-02-30'], {}, /^--date "2026-02-30" is not a date/],
    ['a tenant where there is no file', ['--out', out, '--tenant', nord], {}, /^--tenant is for installations with TENANTS_FILE/],
    ['several municipalities and none named', ['--out', out], secret, /^--tenant is missing: .*Nordkøbing Kommune/],
    ['a municipality that is not there', ['--out', out, '--tenant', 'x'], secret, /^--tenant "x" is no municipality here/],
    ['settings that are wrong', ['--out', out], { RETENTION_DAYS: 'mange' }, /RETENTION_DAYS is not a whole number/],
  ])('%s', async (_, args, env, fault) => {
    expect(await run(args, env)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(fault) });
    expect(readdirSync(folder)).not.toContain('none');
  });

  it('a folder that is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await run(['--out', file])).toMatchObject({ code: 1, err: expect.stringContaining(`"${file}" cannot be written (EEXIST)`) });
  });

  it('and writes no list that lacks a package', () => {
    const npm = { bomFormat: 'CycloneDX', metadata: { component: { 'bom-ref': 'us' } }, components: [], dependencies: [] };
    const lost = { name: 'yaml', version: '2.9.1', licence: 'ISC', direct: true };
    const of = { name: 'us', date: '2026-11-30' };
    expect(completeBom(JSON.stringify(npm), of, [lost])).toEqual({ ok: false, lacks: 'yaml@2.9.1' });
    expect(completeBom('npm error', of, [])).toEqual({ ok: false, lacks: 'CycloneDX' });
  });
});
