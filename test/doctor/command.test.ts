/**
 * How the doctor speaks and ends, what it leaves alone, and how long it takes where everything is dead.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/doctor.js';
import { lookAtNode } from '../../src/doctor/looks/machine.js';
import { judgeCertificate } from '../../src/doctor/looks/outside.js';
import { whyOf } from '../../src/doctor/network.js';
import { wantedOf } from '../../src/doctor/strings/settings-da.js';
import { configKeys } from '../../src/settings/environment.js';
import { markBackup } from '../../src/storage/marks.js';
import { impersonalTables, personalTables } from '../../src/storage/personal-data.js';
import type { Tables } from '../../src/storage/tables.js';
import type { SwitchName } from '../../src/tenants/switches.js';
import { listen } from '../commands/terminal.js';
import { sqlite, stores } from '../storage/stores.js';
import { startMute } from '../teams/login.js';
import { tenant } from '../teams/registered.js';
import { delivery, withDeliveries } from './ailments.js';
import { type Hospital, nowhere, openHospital } from './hospital.js';

let atHome: Hospital;
beforeAll(async () => {
  atHome = await openHospital(sqlite);
});
afterAll(() => atHome.close());

for (const store of stores) {
  describe.skipIf(!store.isHere)(`a visit of the doctor on ${store.name}`, () => {
    let hospital: Hospital;
    beforeAll(async () => {
      hospital = store === sqlite ? atHome : await openHospital(store);
    });
    afterAll(async () => {
      await hospital.read((db) => markBackup(db, new Date()));
      if (hospital !== atHome) await hospital.close();
    });

    const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
      const to = listen();
      const code = await main(args, { ...hospital.env, ...env }, to, hospital.parts);
      return { code, out: to.out, err: to.err };
    };
    const rows = () =>
      hospital.read(async (db) => {
        const tables = Object.keys({ ...personalTables, ...impersonalTables }) as (keyof Tables)[];
        const all = await Promise.all(
          tables.map((table) =>
            db
              .selectFrom(table as 'people')
              .selectAll()
              .execute(),
          ),
        );
        return JSON.stringify(all);
      });

    it('changes nothing', async () => {
      const before = await rows();
      await hospital.visit();
      expect(await rows()).toBe(before);
    });

    it(`minds ${store === sqlite ? 'the folder of' : 'of'} what it keeps here, and each file, that others may read`, async () => {
      const file = join(hospital.dataDir, 'audit.log');
      writeFileSync(file, '', { mode: 0o600 });
      chmodSync(hospital.dataDir, 0o777);
      const open = await hospital.visit();
      chmodSync(file, 0o644);
      const both = await hospital.visit();
      chmodSync(hospital.dataDir, 0o700);
      rmSync(file);
      const folder = store === sqlite ? [hospital.dataDir] : [];
      expect([open.find('rights')?.facts['files'] ?? [], both.find('rights')?.facts['files']]).toEqual([folder, [...folder, file]]);
    });

    const other = '33333333-3333-4333-8333-333333333333';
    const byFile = (...off: readonly string[]) =>
      `tenants:\n${[tenant, other].map((id, at) => `  - { id: ${id}, name: K${at}${off[at] ? `, ${off[at]}: off` : ''} }\n`).join('')}`;
    it.each<[string, readonly { what: SwitchName; tenant?: string; until?: string }[], string | undefined, string, number]>([
      ['all is stopped', [{ what: 'stopped' }], undefined, 'resting', 3],
      ['one has nudges off', [{ what: 'nudges', tenant: other }], undefined, 'waiting', 2],
      ['one pauses until a day', [{ what: 'nudges', tenant: other, until: '2099-12-27' }], undefined, 'waiting', 2],
      ['a pilot group alone is answered', [{ what: 'limited' }], undefined, 'waiting', 3],
      ['the file turns one off, and a switch the other', [{ what: 'served', tenant }], byFile('', 'nudges'), 'resting', 3],
      ['the file turns off both', [], byFile('nudges', 'served'), 'resting', 3],
    ])('takes questions that wait for nobody’s fault where %s', async (_what, thrown, file, outcome, count) => {
      const tenantsFile = join(hospital.folder, 'tenants.yaml');
      if (file) writeFileSync(tenantsFile, file);
      // Ids come from Teams in any case.
      const mine = { tenant: tenant.toUpperCase() };
      const mend = await withDeliveries(hospital, delivery('a', mine), delivery('b', mine), delivery('c', { tenant: other }));
      const rows = thrown.map((each) => ({ tenant: '', until: null, since: '2026-11-27T07:00:00.000Z', ...each }));
      if (rows.length > 0) await hospital.read((db) => db.insertInto('switches').values(rows).execute());
      const visit = await hospital.visit({ env: file ? { TENANTS_FILE: tenantsFile, ALLOWED_TENANTS: '' } : {} });
      await hospital.read((db) => db.deleteFrom('switches').execute());
      await mend();
      expect([visit.bad, visit.find('nudges')]).toMatchObject([
        outcome === 'resting' ? [] : ['nudges.waiting'],
        { outcome, facts: { count } },
      ]);
    });

    it('notes a copy when it is told of one, and nothing else', async () => {
      await hospital.read((db) => db.deleteFrom('marks').where('name', '=', 'backed-up').execute());
      const before = await rows();
      expect((await hospital.visit()).bad).toEqual(['backup.none']);
      expect(await run(['--backed-up'])).toEqual({
        code: 0,
        err: '',
        out: expect.stringMatching(/^Noteret: der er taget en kopi .*\.\n$/),
      });
      expect((await run(['--backed-up', '--en'])).out).toMatch(/^Noted: a copy was made on /);
      expect((await hospital.visit()).find('backup')?.outcome).toBe('good');
      await hospital.read((db) => db.deleteFrom('marks').where('name', '=', 'backed-up').execute());
      expect(await rows()).toBe(before);
    });
  });
}

describe('the doctor', () => {
  let hospital: Hospital;
  beforeAll(() => {
    hospital = atHome;
  });

  const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const to = listen();
    const code = await main(args, { ...hospital.env, ...env }, to, hospital.parts);
    return { code, out: to.out, err: to.err };
  };

  it('speaks Danish, a line for each look, with the worst first and what to do below', async () => {
    const { code, out, err } = await run([], { NODE_ENV: 'development', PUBLIC_URL: nowhere });
    expect([code, err]).toEqual([2, '']);
    expect(out).toMatch(
      /^Ledelseskompas \S+: FEJL: 1 fejl \(Adresse\); 1 advarsel \(Tilstand\); \d+ i orden, \d+ ikke brugt eller ikke set på\n\n/,
    );
    expect(out).toMatch(/\nADVARSEL {2}Tilstand {11}botten er registreret, men .*\n {10}→ Sæt NODE_ENV=production\.\n/);
    expect(out).toMatch(/\n- {9}Ikke set på, for det afhænger af »Adresse«: Klar og Links\n$/);
  });

  it('says in Danish what each setting wants, and names no value', async () => {
    const { code, out } = await run([], {
      ...{ MicrosoftAppPassword: '', NUDGE_RATE: 'mange', AZURE_OPENAI_API_KEY: 'hemmelig nøgle', HOST: 'kompas' },
      ...{ TENANTS_FILE: 'tenants.yaml' },
    });
    expect(code).toBe(2);
    expect(out).toContain('· MicrosoftAppPassword mangler. Skriv bottens client secret fra Azure (dens Value, ikke dens Secret ID)\n');
    expect(out).toContain('· NUDGE_RATE er forkert. Skriv et helt tal fra 1 til 50\n');
    expect(out).toContain('· ALLOWED_TENANTS skal væk (ALLOWED_TENANTS is set beside TENANTS_FILE');
    expect(out).toContain('· AZURE_OPENAI_API_KEY skal væk (');
    expect(out).not.toMatch(/hemmelig|mange/);
    expect(configKeys.filter((key) => !wantedOf[key])).toEqual([]);
  });

  it('speaks English when it is told to', async () => {
    const { code, out } = await run(['--en']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Ledelseskompas \S+: OK: \d+ all right, \d+ not used or not looked at\n/)]);
  });

  it.each([[['--nonsense']], [['uden', 'streger']], [['--backed-up', '--json']]])(
    'ends with 3 and says how it is used, told %j',
    async (args) => {
      expect(await run(args)).toEqual({ code: 3, out: '', err: expect.stringMatching(/^Brug: npm run --silent doctor -- /) });
    },
  );

  it('does not note a copy of a database that it cannot reach', async () => {
    const { code, err } = await run(['--backed-up'], { DATABASE_URL: 'postgres://bot:hemmeligt@127.0.0.1:2/kompas' });
    expect([code, err]).toEqual([2, 'Kopien kunne ikke noteres. Kør npm run doctor for at se, hvad der er galt.\n']);
  });

  it('finds local mode in the place of production, and nothing of Microsoft’s to ask for', async () => {
    const { MicrosoftAppId: _, MicrosoftAppPassword: __, MicrosoftAppTenantId: ___, NODE_ENV: ____, ...env } = hospital.env;
    const to = listen();
    const served = { ...env, GRAPH: 'off', SECOND_READER: 'off', DATA_DIR: join(hospital.folder, 'none') };
    const code = await main(['--json'], { ...served, WEBSITE_SITE_NAME: 'kompas' }, to, hospital.parts);
    const { findings } = JSON.parse(to.out);
    const outcomeOf = (look: string) => findings.find((each: { look: string }) => each.look === look).outcome;
    expect([code, outcomeOf('registration'), outcomeOf('token'), outcomeOf('database')]).toEqual([2, 'served', 'local', 'none']);
    expect(existsSync(served.DATA_DIR)).toBe(false);
  });

  it('tells which of the operator’s switches are in force', async () => {
    const since = new Date('2026-11-27T07:00:00Z');
    const visit = await hospital.read(async (db) => {
      await db.insertInto('switches').values({ tenant, what: 'nudges', since: since.toISOString(), until: '2099-12-27' }).execute();
      return hospital.visit();
    });
    await hospital.read((db) => db.deleteFrom('switches').execute());
    expect([visit.code, visit.find('switches')?.details]).toEqual([
      0,
      [`intet kommer af sig selv (${tenant}), siden 27. november 2026 kl. 08.00 til 27. december 2099`],
    ]);
  });

  it('says so within twelve seconds where everything is dead and silent', async () => {
    const mute = await startMute('silent');
    const url = mute.options.authorityHost?.replace('https:', 'http:') ?? '';
    const begun = performance.now();
    const visit = await hospital.visit({
      env: {
        ...{ DATABASE_URL: `${url.replace('http://', 'postgres://bot@')}/kompas`, DATABASE_AUTH: 'entra', OPENID_METADATA_URL: url },
        ...{ PUBLIC_URL: url.replace('http:', 'https:'), AZURE_OPENAI_ENDPOINT: url },
      },
      parts: { login: mute.options, addressOf: () => url },
    });
    const ms = performance.now() - begun;
    await mute.close();
    expect(visit.bad).toEqual(['database.away', 'token.unreached', 'connector.unreached', 'keyHost.unreached', 'public.unreached']);
    expect(visit.find('database')?.remedy).toMatch(
      /firewallen\. Det kan også være login, der hænger: er identiteten i MicrosoftAppIdentity/,
    );
    expect(ms).toBeLessThan(12_000);
  });

  it('finds a certificate that nobody vouches for, and one that has ended, on a real connection', async (test) => {
    const files = { key: join(hospital.folder, 'key.pem'), cert: join(hospital.folder, 'cert.pem') };
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30', ...subject],
      ...['-keyout', files.key, '-out', files.cert],
    ]);
    if (made.status !== 0) return test.skip('it needs openssl');
    const server = createTlsServer({ key: readFileSync(files.key), cert: readFileSync(files.cert) });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const env = { PUBLIC_URL: `https://127.0.0.1:${(server.address() as AddressInfo).port}` };
    const now = await hospital.visit({ env });
    expect([now.bad, now.find('public')?.facts]).toEqual([['certificate.untrusted'], { by: 'certificate' }]);
    const later = await hospital.visit({ env, parts: { clock: () => new Date(Date.now() + 40 * 86_400_000) } });
    expect(later.find('certificate')).toMatchObject({ outcome: 'ended', facts: { days: expect.any(Number) } });
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['2026-12-31', undefined, 'good', 31],
    ['2026-12-20', undefined, 'soon', 20],
    ['2026-11-29', undefined, 'ended', -2],
    ['2026-11-29', 'CERT_HAS_EXPIRED', 'ended', -2],
    ['2026-12-31', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted', undefined],
  ])('judges a certificate that ends on %s (%s) as %s', (until, code, outcome, days) => {
    const found = judgeCertificate({ host: 'a.dk', until: new Date(`${until}T00:00:00Z`), code }, new Date('2026-11-30T00:00:00Z'));
    expect(found).toMatchObject({ outcome, facts: days === undefined ? { code } : { days: until === '2026-11-29' ? -1 : days } });
  });

  it.each([
    ['20.20.2', 'ending'],
    ['22.1.0', 'good'],
    ['24.11.1', 'good'],
    ['26.0.0', 'good'],
    ['25.0.0', 'untried'],
    ['28.0.0', 'untried'],
  ])('judges Node %s as %s', (version, outcome) => {
    expect(lookAtNode(version).outcome).toBe(outcome);
  });

  it.each([
    ['ENOTFOUND', 'name'],
    ['EAI_AGAIN', 'name'],
    ['ECONNREFUSED', 'refused'],
    ['UND_ERR_CONNECT_TIMEOUT', 'silent'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['EPROTO', 'other'],
  ])('says of %s that the reason is: %s', (code, why) => {
    expect(whyOf(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }))).toBe(why);
  });
});
