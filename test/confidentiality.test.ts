/**
 * A private note in the service as it ships: where its words go, and who gets to see them. The service is a process of
 * its own that logs all it can; what it says to PostgreSQL is listened to on the wire.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTree, endAll, type Running, run, type Tree } from './start/tree.js';
import { open, type Place, stores } from './storage/stores.js';
import { library } from './support/content.js';
import { recorded } from './teams/activities.js';

const canary = 'Kanariefuglen sang ved midnat';
const [prompt] = library.prompts;
const mayor = { id: '29:1alice', name: 'Borgmester Åse', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' };
const other = { id: '29:1bob', name: 'Bob', aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000002' };
const home = { id: 'a:personal-chat-1', conversationType: 'personal', tenantId: '11111111-1111-4111-8111-111111111111' };

let tree: Tree;
beforeAll(async () => {
  tree = await copyTree('built');
}, 180_000);
afterAll(async () => {
  await endAll();
  tree.remove();
});

/** Stands between the service and PostgreSQL and keeps every byte that the service sends. */
async function listenOnTheWire(url: string) {
  const heard: Buffer[] = [];
  const { hostname, port } = new URL(url);
  const server = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    near
      .on('data', (bytes) => heard.push(bytes))
      .pipe(far)
      .pipe(near);
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tapped = new URL(url);
  tapped.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: tapped.href, heard: () => Buffer.concat(heard), close: () => server.close() };
}

describe.each(stores)('a private note in the service on $name', (store) => {
  describe.skipIf(!store.isHere)('', () => {
    let place: Place;
    let service: Running;
    let origin: string;
    let wire: Awaited<ReturnType<typeof listenOnTheWire>> | undefined;
    let serial = 0;

    beforeAll(async () => {
      place = await store.create();
      const { dataDir, databaseUrl } = place.options;
      wire = databaseUrl ? await listenOnTheWire(databaseUrl) : undefined;
      service = run(tree.folder, ['dist/service.js'], {
        PORT: '0',
        LOG_LEVEL: 'trace',
        PUBLIC_URL: 'http://127.0.0.1',
        ...(wire ? { DATABASE_URL: wire.url, REFLECTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}` } : { DATA_DIR: dataDir }),
      });
      const [, port] = await service.says(/"port":(\d+).*"listening"/);
      origin = `http://127.0.0.1:${port}`;
    });
    afterAll(async () => {
      service?.child.kill();
      await service?.ended;
      wire?.close();
      await place?.drop();
    });

    const send = async (body: string): Promise<string> => {
      const response = await fetch(`${origin}/api/messages`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      return `${response.status} ${await response.text()}`;
    };
    /** An activity whose answer comes back with the request. */
    const post = (name: string, changes: Record<string, unknown>, from = mayor, conversation: object = home) => {
      serial += 1;
      return send(
        JSON.stringify(
          recorded(name, { id: `a${serial}`, from, conversation, locale: 'da-DK', deliveryMode: 'expectReplies', ...changes }),
        ),
      );
    };
    const say = (text: string, from?: typeof mayor, conversation?: object) => post('message.personal', { text }, from, conversation);
    const press = (data: object, from?: typeof mayor, conversation?: object) =>
      post('invoke.adaptiveCard-action.personal', { value: { action: { type: 'Action.Execute', verb: 'act', data } } }, from, conversation);
    const act = (what: object, typed: object = {}) => ({ do: 'act', act: what, language: 'da', ...typed });
    const noteId = async () => String(/"note":"([\da-f-]{36})"/.exec(await press(act({ act: 'list-notes' })))?.[1]);

    it('is read by its writer, who can search it, mend it and take all of it along', async () => {
      expect(await press(act({ act: 'save-note', prompt: prompt?.id }, { note: canary }))).toContain('Gemt');
      const note = await noteId();
      const open_ = (mode: string) => press(act({ act: 'open-note', note, mode }));
      for (const answer of [
        await say('mine noter'),
        await press(act({ act: 'list-notes' }, { search: 'kanariefuglen' })),
        await open_('read'),
        await open_('edit'),
        await press(act({ act: 'edit-note', note }, { note: `${canary} igen` })).then(() => say('mine noter')),
        await say('eksportér mine data'),
      ])
        expect(answer).toContain(canary);
    });

    it('is reached by nobody else, whatever they send', async () => {
      const note = await noteId();
      const read = act({ act: 'open-note', note, mode: 'read' });
      const asked = { do: 'ask', question: { intent: 'reflections' }, language: 'da' };
      const group = { id: '19:team@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: home.tenantId };
      const elsewhere = { ...home, id: 'a:elsewhere', tenantId: '99999999-1111-4111-8111-111111111111' };
      const search = { commandId: 'search', parameters: [{ name: 'query', value: 'kanariefuglen' }] };
      const answers = await Promise.all([
        press(read, other, { ...home, id: 'a:bob' }),
        press({ ...read, person: mayor.aadObjectId, tenant: home.tenantId, from: mayor, key: mayor }, other, { ...home, id: 'a:bob' }),
        press(read, mayor, elsewhere),
        press(read, mayor, group),
        press(asked, mayor, group),
        press(asked, other, home),
        press(read, mayor, { ...home, conversationType: 'meeting' }),
        say('mine noter', other, home),
        post('invoke.composeExtension-query', { value: search }, mayor),
        post('invoke.composeExtension-fetchTask.askAboutMessage', {}, mayor),
        ...[`/del/${note}`, `/guide/x/${note}`, `/om/${note}`].map(async (path) => (await fetch(origin + path)).text()),
      ]);
      expect(answers.filter((answer) => answer.includes('midnat'))).toEqual([]);
      expect(await say('mine noter')).toContain(canary);
    });

    it('is written down nowhere in words: not in the log, not in the database, not on the way there', async () => {
      const evil = { serviceUrl: 'https://evil.example/' };
      await press(act({ act: 'save-note', prompt: prompt?.id }, { note: `${canary} `.repeat(200) }));
      await press(act({ act: 'save-note', prompt: canary }, { note: canary }));
      await press({ do: 'nonsense', note: canary });
      await say(canary);
      await say(`${canary} `.repeat(200));
      await post('message.personal', { text: canary, ...evil });
      await post('invoke.message-submitAction.feedback', { name: `x/${canary}`, value: { text: canary } });
      await post('invoke.composeExtension-query', { value: { commandId: canary, parameters: [{ name: canary, value: canary }] } });
      await send(`{"type":"message","text":"${canary}`);
      await send(`{"type":"${canary}","from":{"id":"${canary}"},"conversation":{"id":"${canary}"}}`);
      await fetch(`${origin}/del/${encodeURIComponent(canary)}`);
      const database = await open(place.options);
      const { db } = database;
      const tables = (await db.introspection.getTables()).map(({ name }) => name as 'people');
      const rows = JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
      await database.close();
      const files = store.name === 'SQLite' ? readdirSync(place.options.dataDir).filter((name) => name.startsWith('ledelseskompas')) : [];
      const kept = files.map((name) => readFileSync(join(place.options.dataDir, name)));
      const words = [
        'Kanariefugl',
        'kanariefugl',
        'midnat',
        Buffer.from(canary).toString('base64').slice(0, 24),
        Buffer.from(canary).toString('hex'),
      ];
      const places = [rows, service.output.stdout, service.output.stderr, ...kept, ...(wire ? [wire.heard()] : [])];
      for (const word of words) expect(places.filter((each) => each.includes(word)).length, word).toBe(0);
      // What was looked through is what there is.
      expect(rows).toContain(mayor.aadObjectId);
      if (wire) expect(wire.heard().includes('insert into "reflections"')).toBe(true);
      expect(service.output.stdout.length).toBeGreaterThan(1_000);
      expect(service.output.stdout + service.output.stderr).not.toMatch(/Borgmester|29:1alice|aaaaaaaa-0000/);
    });
  });
});
