/** The doctor of a running service: who asks often costs nothing, and one look that hangs or breaks down holds nobody up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDoctorAnswer } from '../../src/doctor/answer.js';
import { assembleForService } from '../../src/doctor/assemble.js';
import { examine } from '../../src/doctor/examine.js';
import { firstLook, type Look, look } from '../../src/doctor/look.js';
import type { DoctorParts } from '../../src/doctor/ports.js';
import { parseConfig } from '../../src/settings/config.js';
import { openStorage, type Storage } from '../../src/storage/storage.js';
import { NoToken } from '../../src/teams/tokens.js';
import { keysOf, sqlite } from '../storage/stores.js';
import { library } from '../support/content.js';
import { type Hospital, openHospital } from './hospital.js';

describe('GET /doctor', () => {
  let hospital: Hospital;
  let storage: Storage;
  const asked = { tokens: 0, fails: false };

  beforeAll(async () => {
    hospital = await openHospital(sqlite);
    const opened = await openStorage({ dataDir: hospital.dataDir, reflectionKeys: keysOf('k1'), mode: 'registered' });
    if (!opened.ok) throw new Error(opened.fault);
    storage = opened.storage;
  });
  afterAll(async () => {
    await storage.close();
    await hospital.close();
  });

  const tokens = {
    async get() {
      asked.tokens += 1;
      if (asked.fails) throw new NoToken('refused', 'AADSTS7000222');
      return 'token-1';
    },
  };

  function serve(of: Pick<Storage, 'inspection' | 'health'> = storage) {
    const parsed = parseConfig({ ...hospital.env, ALLOWED_SERVICE_HOSTS: '*.botframework.com', GRAPH: 'off', SECOND_READER: 'off' });
    if (!parsed.ok) throw new Error(parsed.faults.join());
    const { config } = parsed;
    return assembleForService({
      ...{ config, version: '1.2.3', library, isLearned: () => true, storage: of, tokens, env: {}, packageFolder: hospital.folder },
    });
  }

  it('answers with what the service has open: text, or JSON where that is asked for, and 200', async () => {
    asked.tokens = 0;
    const answer = serve();
    const [text, json] = await Promise.all([answer('text/html, */*'), answer('application/json')]);
    expect([text.status, text.contentType, text.body]).toEqual([
      200,
      'text/plain; charset=utf-8',
      expect.stringMatching(/^Ledelseskompas 1\.2\.3: /),
    ]);
    expect(json.contentType).toBe('application/json; charset=utf-8');
    const { findings, version } = JSON.parse(json.body);
    const outcomes = Object.fromEntries(findings.map(({ look, outcome }: { look: string; outcome: string }) => [look, outcome]));
    expect([version, outcomes]).toMatchObject([
      '1.2.3',
      { database: 'answers', keys: 'good', notes: 'good', token: 'good', unfurl: 'good' },
    ]);
    expect(asked.tokens).toBe(1);
  });

  it('says 503 where something has failed', async () => {
    asked.fails = true;
    const { status, body } = await serve()();
    asked.fails = false;
    expect([status, body]).toEqual([503, expect.stringContaining('FEJL: 1 fejl (Login)')]);
  });

  it.each([
    ['SQLITE_BUSY', 'locked', 'Find'],
    ['SQLITE_FULL', 'full', 'Skaf plads nu'],
    ['SQLITE_CORRUPT', 'damaged', 'Stop tjenesten'],
    ['SQLITE_READONLY', 'away', 'Lad tjenestens bruger'],
  ])('tells of a file that its service cannot use, by %s, that it is %s', async (code, outcome, remedy) => {
    const health = { ...storage.health, isUp: () => false, trouble: () => code };
    const { status, body } = await serve({ inspection: storage.inspection, health })('application/json');
    const { findings } = JSON.parse(body) as { findings: { look: string; outcome: string; remedy?: string }[] };
    const found = findings.find(({ look }) => look === 'database');
    expect([status, found?.outcome, found?.remedy]).toEqual([503, outcome, expect.stringMatching(new RegExp(`^${remedy}`))]);
  });

  it('examines once for all who ask, and anew after half a minute', async () => {
    let ms = 0;
    let times = 0;
    const parts = {
      ...(await partsOf()),
      elapsed: () => ms,
      async content() {
        times += 1;
        return { ok: false, faults: ['x'] } as const;
      },
    };
    const answer = createDoctorAnswer(parts, '1.2.3', 'en');
    const all = await Promise.all([answer(), answer(), answer()]);
    ms = 29_999;
    await answer();
    expect([times, all.map(({ body }) => body.slice(0, 30))]).toEqual([1, Array(3).fill('Ledelseskompas 1.2.3: FAILURE:')]);
    ms = 30_000;
    await answer();
    expect(times).toBe(2);
  });

  /** Settings alone; whatever else is asked breaks down. */
  async function partsOf(): Promise<DoctorParts> {
    const parsed = parseConfig({});
    if (!parsed.ok) throw new Error(parsed.faults.join());
    const broken = async () => {
      throw Object.assign(new Error('hemmeligt'), { code: 'EBROKEN' });
    };
    return {
      settings: { ok: true, settings: parsed.config },
      ...{ packageFolder: hospital.folder, node: '24.0.0', env: {}, clock: () => new Date(), elapsed: () => 0 },
      ...{ content: broken, inspection: broken, keys: broken, botToken: broken, credential: broken },
      limits: { lookMs: 50 },
    };
  }

  it('tells of a look that hangs and of one that breaks down, and goes on with the others', async () => {
    const hanging = firstLook('zone', () => new Promise(() => undefined));
    const breaking = firstLook('node', async () => {
      throw Object.assign(new Error('hemmeligt'), { code: 'EBROKEN' });
    });
    const settings = firstLook('settings', async () => ({ outcome: 'good', facts: {} }));
    const waiting = look('room', async () => ({ outcome: 'good', facts: { freeMb: 1 } }), { needs: ['zone'] });
    const further = look('rights', async () => ({ outcome: 'good', facts: {} }), { needs: ['room'] });
    const findings = await examine(await partsOf(), [hanging, breaking, settings, waiting, further] as unknown as readonly Look[]);
    expect(findings).toEqual([
      { look: 'zone', verdict: 'fail', outcome: 'late', facts: { seconds: 1 } },
      { look: 'node', verdict: 'fail', outcome: 'broken', facts: { error: 'EBROKEN' } },
      { look: 'settings', verdict: 'ok', outcome: 'good', facts: {} },
      { look: 'room', verdict: 'not-asked', outcome: 'blocked', facts: { by: 'zone' } },
      { look: 'rights', verdict: 'not-asked', outcome: 'blocked', facts: { by: 'zone' } },
    ]);
  });

  it('never rejects, whatever breaks down', async () => {
    const { status, body } = await createDoctorAnswer(await partsOf(), '1.2.3')();
    expect([status, body]).toEqual([503, expect.stringContaining('kunne ikke undersøges (EBROKEN)')]);
    expect(body).not.toContain('hemmeligt');
  });
});
