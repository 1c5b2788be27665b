/**
 * `npm run admin`: what it says and refuses, and that several instances on one database obey it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/admin.js';
import { readPilotFile } from '../../src/storage/pilot-file.js';
import { open, type Place, postgres, sqlite, stores } from '../storage/stores.js';
import { createOutside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { textOf, visit } from '../support/visitor.js';
import { listen } from './terminal.js';

const [tenant, quiet] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const [anne, bo] = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'];
const keys = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
const now = new Date('2026-11-30T20:14:00Z');

const folder = mkdtempSync(join(tmpdir(), 'kompas-admin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** The command as an operator runs it, in a folder of its own. */
const run = async (env: NodeJS.ProcessEnv, ...args: string[]) => {
  const to = listen();
  const code = await main(args, env, to, () => now);
  return { code, said: to.out, complained: to.err };
};

describe('a file of a pilot group', () => {
  const header = 'id,userPrincipalName,displayName,objectType,userType';
  it.each<[string, string | Buffer]>([
    ['as Entra exports a group', `${header}\n${anne},anne@a.dk,"Sørensen, Anne",user,Member\n${bo},bo@a.dk,Bo,User,Guest\n`],
    [
      'with a BOM, semicolons and CRLF, as Excel saves it',
      `\uFEFFdisplayName;Object Id\r\nSørensen, Anne;${anne}\r\nBo;${bo.toUpperCase()}\r\n\r\n`,
    ],
    ['with quotes, twice the same, and no last line end', `"objectId"\n"${anne}"\n"${bo}"\n"${anne}"`],
    ['with a column id beside objectId', `id,objectId\n1,${anne}\n2,${bo}`],
    ['as Excel writes it as Unicode text', Buffer.from(`\uFEFFNavn\tid\r\nAnne\t${anne}\r\nBo\t${bo}\r\n`, 'utf16le')],
    ['with what stands before the header', `sep=;\n\nid;navn\n${anne};Anne\n${bo};Bo\n`],
  ])('is read %s', (name, content) => {
    expect(readPilotFile(fileOf(`${name}.csv`, content))).toEqual({ ok: true, ids: [anne, bo], leftOut: 0 });
  });

  it('leaves out groups and devices', () => {
    expect(readPilotFile(fileOf('groups.csv', `${header}\n${anne},,,User,\n${bo},,,Group,\n`))).toEqual({
      ok: true,
      ids: [anne],
      leftOut: 1,
    });
  });

  it.each<[string, string, object]>([
    ['no header', `${anne}\n${bo}\n`, { why: 'no-column' }],
    ['a name for an id', `version:v1.0\nid,navn\n${anne},Anne\nBo Kjær,Bo\n`, { why: 'no-id', lines: [4] }],
    ['nobody in it', 'id,navn\n', { why: 'empty' }],
    ['nothing in it', '', { why: 'no-column' }],
  ])('with %s is refused, and nothing of it is told', (name, content, fault) => {
    expect(readPilotFile(fileOf(`${name}.csv`, content))).toEqual({ ok: false, fault });
  });

  it('that is not there is refused', () => {
    expect(readPilotFile(join(folder, 'none.csv'))).toEqual({ ok: false, fault: { why: 'unreadable' } });
  });
});

describe('npm run admin', () => {
  let place: Place;
  let env: NodeJS.ProcessEnv;
  const registered = {
    ...{ MicrosoftAppId: '99999999-0000-4000-8000-000000000000', MicrosoftAppPassword: 'x', MicrosoftAppTenantId: tenant },
    ...{
      MicrosoftAppType: 'SingleTenant',
      ALLOWED_TENANTS: `${tenant},${quiet}`,
      REFLECTION_KEYS: keys,
    },
  };
  beforeAll(async () => {
    place = await sqlite.create();
    env = { ...registered, DATA_DIR: place.options.dataDir };
  });
  afterAll(() => place.drop());

  it('shows what is in force, since when and until when, and leaves a line of each change', async () => {
    expect(await run(env)).toEqual({ code: 0, said: 'Nothing is turned off here: what the settings say holds.\n', complained: '' });
    await run(env, '--stop');
    await run(env, '--pause-until', '2026-12-27', '--tenant', tenant.toUpperCase());
    await run(env, '--limit-to', fileOf('group.csv', `id\n${anne}\n${bo}\n`));
    const { code, said } = await run(env, '--served', 'off', '--tenant', quiet);
    expect(code).toBe(0);
    const rows = said.trimEnd().split('\n').slice(2);
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ['what', 'for', 'since', 'until'],
      ['a pilot group of 2 alone is answered', 'all', '2026-11-30 20:14 UTC'],
      ['everything is stopped', 'all', '2026-11-30 20:14 UTC'],
      ['nothing comes by itself', tenant, '2026-11-30 20:14 UTC', '2026-12-27'],
      ['not answered', quiet, '2026-11-30 20:14 UTC'],
    ]);
    expect((await run(env, '--da')).said).toContain('alt er stoppet');
    expect((await run(env, '--go')).said).not.toContain('everything is stopped');
    expect((await run(env, '--go')).said).toContain('It was not off: nothing is changed.');
    for (const back of [['--no-limit'], ['--nudges', 'on', '--tenant', tenant], ['--served', 'on', '--tenant', quiet]])
      await run(env, ...back);
    expect((await run(env)).said).toContain('Nothing is turned off');
    const lines = readFileSync(join(place.options.dataDir, 'audit.log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ what, to, until, people }) => ({ what, to, until, people }))).toMatchObject([
      { what: 'stopped', to: 'off' },
      { what: 'nudges', to: 'off', until: '2026-12-27' },
      { what: 'limited', to: 'off', people: 2 },
      { what: 'served', to: 'off' },
      { what: 'stopped', to: 'on' },
      { what: 'stopped', to: 'on' },
      { what: 'limited', to: 'on' },
      { what: 'nudges', to: 'on' },
      { what: 'served', to: 'on' },
    ]);
    expect(lines.every(({ time, command }) => typeof time !== 'undefined' && command === 'admin')).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${anne}|${bo}|${tenant}|${quiet}`));
  });

  it.each<[string, string[], string]>([
    ['two wishes at once', ['--stop', '--go'], 'Usage'],
    ['an unknown option', ['--halt'], 'Usage'],
    ['a word that is neither on nor off', ['--nudges', 'maybe'], 'Usage'],
    ['a stop for one', ['--stop', '--tenant', tenant], 'Usage'],
    ['nobody meant', ['--served', 'off'], '--served off --tenant ID'],
    ['a municipality that is not served', ['--nudges', 'off', '--tenant', 'x'], `Write --tenant with one of: ${tenant}, ${quiet}`],
    ['a day that is over', ['--pause-until', '2026-11-30'], 'is not a day from tomorrow on'],
    ['a day that is none', ['--pause-until', 'jul'], 'is not a day from tomorrow on'],
    ['a day in ten years', ['--pause-until', '2036-12-27'], 'within a year'],
    ['a file that is not there', ['--limit-to', 'none.csv'], '"none.csv" cannot be read as CSV'],
  ])('refuses %s, and says what to write', async (_, args, words) => {
    const { code, said, complained } = await run(env, ...args);
    expect([code, said, complained]).toEqual([1, '', expect.stringContaining(words)]);
  });

  it('tells the lines of a file that are wrong, and nothing that stands in them', async () => {
    const { code, complained } = await run(env, '--limit-to', fileOf('wrong.csv', `id;navn\n${anne};Anne\nBo Kjær;Bo\n`));
    expect([code, complained]).toEqual([1, expect.stringMatching(/has no Entra object id in line 3\. Mend it/)]);
    expect(complained).not.toMatch(/Kjær|aaaa/);
    expect((await run(env)).said).toContain('Nothing is turned off');
  });

  it('stops nothing elsewhere where the service’s settings were not found', async () => {
    const { code, complained } = await run({ DATA_DIR: join(folder, 'elsewhere') }, '--stop');
    expect([code, complained]).toEqual([1, expect.stringContaining("Run this in the service's folder")]);
  });
});

for (const store of stores)
  describe.skipIf(!store.isHere)(`two instances on one ${store.name}`, () => {
    let place: Place;
    let env: NodeJS.ProcessEnv;
    const outside = createOutside();
    const instances: Product[] = [];
    const openOne = async () => {
      const product = await openProduct(place.options, { outside, now: new Date('2026-11-30T08:00:00Z') });
      instances.push(product);
      await product.refresh();
      return product;
    };
    beforeAll(async () => {
      place = await store.create();
      const { dataDir, databaseUrl } = place.options;
      env = { DATA_DIR: store === postgres ? folder : dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl, REFLECTION_KEYS: keys }) };
      await openOne();
      await openOne();
    });
    afterAll(async () => {
      for (const product of instances) await product.close();
      await place.drop();
    });

    const admin = async (...args: string[]) => {
      expect(await run(env, ...args)).toMatchObject({ code: 0, complained: expect.stringContaining('"command":"admin"') });
      // Each instance reads by a timer of its own.
      for (const product of instances) await product.refresh();
    };
    /** A pass of every instance at that time, and to whom it sent. */
    const passAt = async (time: string) => {
      outside.sent = [];
      for (const product of instances) {
        product.now = new Date(time);
        await product.nudging.dispatcher.runPass(product.now);
      }
      return outside.sent.map(({ address }) => address.conversation).sort();
    };
    /** What each instance answers somebody of a tenant. */
    const answers = (of: string, who = anne) =>
      Promise.all(instances.map(async (product) => textOf(await visit(product, who, of).say('hvad er ledestjernen'))));
    const rows = async () => {
      const database = await open(place.options);
      const [switches, pilots] = await Promise.all(
        (['switches', 'pilots'] as const).map((table) =>
          database.db
            .selectFrom(table as 'switches')
            .selectAll()
            .execute(),
        ),
      );
      await database.close();
      return JSON.stringify([switches, pilots]);
    };

    it('obey a switch, a stop and its way back, which leaves all as it was', async () => {
      const [first] = instances;
      for (const of of [tenant, quiet])
        await visit(first as Product, anne, of).say('send mig et spørgsmål hver dag præcis kl. 9', {
          address: { serviceUrl: 'https://smba.trafficmanager.net/emea/', conversation: `chat-${of}` },
        });
      expect(await passAt('2026-12-01T08:00:10Z')).toEqual([`chat-${tenant}`, `chat-${quiet}`]);

      await admin('--nudges', 'off', '--tenant', quiet);
      await admin('--limit-to', fileOf('pilots.csv', `Object Id;Navn\n${anne};Anne\n`), '--tenant', tenant);
      expect(await passAt('2026-12-02T08:00:10Z')).toEqual([`chat-${tenant}`]);
      const before = await rows();
      expect(await answers(tenant)).toEqual([expect.stringContaining('ledestjerne'), expect.stringContaining('ledestjerne')]);
      for (const text of await answers(tenant, bo)) expect(text).toContain('en mindre gruppe');

      await admin('--stop');
      await openOne();
      expect(await passAt('2026-12-03T08:00:10Z')).toEqual([]);
      for (const of of [tenant, quiet])
        for (const text of await answers(of)) expect(text).toContain('Ledelseskompas er slået fra i din kommune');
      expect(await passAt('2026-12-03T12:00:00Z')).toEqual([]);

      await admin('--go');
      expect(await rows()).toBe(before);
      for (const text of await answers(tenant)) expect(text).toContain('ledestjerne');
      for (const text of await answers(tenant, bo)) expect(text).toContain('en mindre gruppe');
      // What fell due while all was stopped does not come in a heap.
      expect(await passAt('2026-12-03T13:00:00Z')).toEqual([]);
      expect(await passAt('2026-12-04T08:00:10Z')).toEqual([`chat-${tenant}`]);
      const ended = await (first as Product).storage.outbox.report('2026-12-03');
      expect(ended).toContainEqual({ day: '2026-12-03', state: 'skipped', reason: 'switched-off', count: 2 });
      await admin('--nudges', 'on', '--tenant', quiet);
      await admin('--no-limit', '--tenant', tenant);
      expect(await passAt('2026-12-07T08:00:10Z')).toEqual([`chat-${tenant}`, `chat-${quiet}`]);
    });
  });
