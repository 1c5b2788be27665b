import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import Libsql from 'libsql';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { migrate } from '../../src/storage/migrate.js';
import { type Migration, migrations } from '../../src/storage/migrations.js';
import { openPostgres } from '../../src/storage/postgres.js';
import { openStorage } from '../../src/storage/storage.js';
import { startIdentityHost } from '../teams/login.js';
import { administer, at, keysOf, open, type Place, postgres, somebody, sqlite, stores } from './stores.js';

type Samples = { samples: { id: number; words: string | null; number: number | null } };

for (const store of stores) {
  describe.skipIf(!store.isHere)(`a database on ${store.name}`, () => {
    let place: Place;
    let database: Database;
    let samples: Kysely<Samples>;

    beforeEach(async () => {
      place = await store.create();
      database = await open(place.options);
      samples = database.db as unknown as Kysely<Samples>;
      await samples.schema
        .createTable('samples')
        .addColumn('id', 'integer')
        .addColumn('words', 'text')
        .addColumn('number', 'bigint')
        .execute();
    });

    afterEach(async () => {
      await database.close();
      await place.drop();
    });

    it.each([
      ['text', 'Jeg lyttede'],
      ['Danish letters', 'æøå ÆØÅ é'],
      ['no text', ''],
      ['spaces and lines', ' a\r\n\tb '],
      ['emoji', '👩‍👩‍👧 🌱'],
      ['quotes', `'; drop table people; -- " \\ \${x} ?1 $1`],
      ['long text', 'å'.repeat(50_000)],
      ['what looks like a number', '0123'],
      ['what looks like a date', '2026-11-24T08:00:00.000Z'],
      ['nothing', null],
    ])('gives back %s as it was', async (_name, words) => {
      await samples.insertInto('samples').values({ id: 1, words, number: null }).execute();
      expect(await samples.selectFrom('samples').selectAll().execute()).toEqual([{ id: 1, words, number: null }]);
    });

    it.each([0, -1, 1, 2 ** 31, Date.UTC(2026, 10, 24), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
      'gives back the number %d as it was',
      async (number) => {
        await samples.insertInto('samples').values({ id: 1, words: null, number }).execute();
        expect(await samples.selectFrom('samples').selectAll().where('number', '=', number).execute()).toEqual([
          { id: 1, words: null, number },
        ]);
      },
    );

    it.each([
      ['NUL', 'a\u0000b', 'ab'],
      ['half a surrogate pair', 'a\ud83cb', 'a\ufffdb'],
      ['the other half', 'a\udf31', 'a\ufffd'],
    ])('takes %s out of text', async (_name, words, kept) => {
      await samples.insertInto('samples').values({ id: 1, words, number: null }).execute();
      expect(await samples.selectFrom('samples').select('words').where('words', '=', words).execute()).toEqual([{ words: kept }]);
    });

    it('stores yes and no as 1 and 0', async () => {
      await samples
        .insertInto('samples')
        .values([
          { id: 1, words: null, number: true as never },
          { id: 2, words: null, number: false as never },
        ])
        .execute();
      const rows = await samples
        .selectFrom('samples')
        .select('number')
        .where('number', 'in', [true as never, false as never])
        .orderBy('id')
        .execute();
      expect(rows).toEqual([{ number: 1 }, { number: 0 }]);
    });

    it('counts in numbers', async () => {
      expect(
        await samples
          .selectFrom('samples')
          .select((is) => is.fn.countAll<number>().as('count'))
          .execute(),
      ).toEqual([{ count: 0 }]);
    });

    it.each([
      ['a date', new Date(0)],
      ['bytes', Buffer.from('hemmeligt')],
      ['an object', { hemmeligt: 1 }],
      ['a list', [['hemmeligt']]],
      ['a fraction', 1.5],
      ['no number', Number.NaN],
      ['a number too large', 2 ** 53],
      ['nothing at all', undefined],
      ['a bigint', 1n],
    ])('refuses %s as a parameter, wherever it stands', async (_name, value) => {
      const attempts: (() => Promise<unknown>)[] = [
        () =>
          samples
            .insertInto('samples')
            .values([
              { id: 1, words: 'x', number: value as never },
              { id: 2, words: sql`${value}`, number: 1 },
            ])
            .execute(),
        () => samples.selectFrom('samples').selectAll().where('words', '=', sql<string>`${value}`).execute(),
        () =>
          samples
            .selectFrom('samples')
            .selectAll()
            .where('number', 'in', [1, value as never])
            .execute(),
      ];
      for (const attempt of attempts) {
        const error: unknown = await Promise.resolve()
          .then(attempt)
          .catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(TypeError);
        expect(String(error)).toMatch(/^TypeError: a database parameter is /);
        expect(String(error)).not.toContain('hemmeligt');
      }
      expect(await samples.selectFrom('samples').selectAll().execute()).toEqual([]);
    });

    it('runs all new steps or none', async () => {
      const good: Migration = { name: '900-good', up: (db) => db.schema.createTable('good').addColumn('id', 'integer').execute() };
      const bad: Migration = { name: '901-bad', up: (db) => sql`nonsense`.execute(db).then(() => undefined) };
      const tables = async () => (await database.db.introspection.getTables()).map(({ name }) => name);
      await expect(migrate(database.db, database.kind, [...migrations, good, bad])).rejects.toThrow();
      expect(await tables()).not.toContain('good');
      expect(await migrate(database.db, database.kind, [...migrations, good])).toEqual({ ok: true, ran: ['900-good'] });
      expect(await migrate(database.db, database.kind, [...migrations, good])).toEqual({ ok: true, ran: [] });
      expect(await tables()).toContain('good');
    });

    it('is left alone when a newer version made it', async () => {
      await (database.db as unknown as Kysely<{ ledelseskompas_migrations: { name: string } }>)
        .insertInto('ledelseskompas_migrations')
        .values({ name: '999-later' })
        .execute();
      expect(await openDatabase(place.options)).toMatchObject({
        ok: false,
        fault: expect.stringContaining('made by a newer version: its step "999-later"'),
      });
    });

    it('may be closed twice', async () => {
      await database.close();
      await database.close();
    });
  });
}

describe('opening SQLite', () => {
  it('waits for other writers, logs ahead, keeps what it acknowledged and leaves no trace of what is deleted', async () => {
    const place = await sqlite.create();
    const { db, close } = await open(place.options);
    const read = async (pragma: string) =>
      Object.values((await sql.raw<Record<string, unknown>>(`pragma ${pragma}`).execute(db)).rows[0] ?? {})[0];
    expect(await Promise.all(['busy_timeout', 'journal_mode', 'synchronous', 'secure_delete'].map(read))).toEqual([50, 'wal', 2, 1]);
    await close();
    await place.drop();
  });

  it('takes the write lock when a transaction begins, so that reading first never loses to another process', async () => {
    const place = await sqlite.create();
    const { db, close } = await open(place.options);
    const other = new Libsql(join(place.options.dataDir, 'ledelseskompas.db'));
    await db.transaction().execute(async (trx) => {
      await trx.selectFrom('people').selectAll().execute();
      expect(() => other.exec('begin immediate')).toThrow('locked');
    });
    other.exec('begin immediate; rollback');
    other.close();
    await close();
    await place.drop();
  });

  it('says what to do when the folder can not be made or the file is no database', async () => {
    const place = await sqlite.create();
    mkdirSync(place.options.dataDir);
    writeFileSync(join(place.options.dataDir, 'ledelseskompas.db'), 'this is text and no database'.repeat(200));
    expect(await openDatabase(place.options)).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/is damaged \(SQLITE_NOTADB\)\..*restore a copy/),
    });
    expect(await openDatabase({ dataDir: join(place.options.dataDir, 'ledelseskompas.db', 'x') })).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/\(ENOTDIR\)\. Set DATA_DIR/),
    });
    await place.drop();
  });

  it('keeps a database in memory to itself', async () => {
    const opened = await openStorage({ dataDir: ':memory:' });
    if (!opened.ok) throw new Error(opened.fault);
    const me = somebody();
    await opened.storage.profiles.save(me, { role: 'leder' }, at(0));
    expect(await opened.storage.profiles.load(me)).toEqual({ role: 'leder' });
    await opened.storage.close();
  });

  it('keeps notes and their key over a restart of local mode', async () => {
    const place = await sqlite.create();
    const me = somebody();
    const texts: unknown[] = [];
    for (let start = 0; start < 2; start += 1) {
      const opened = await openStorage(place.options);
      if (!opened.ok) throw new Error(opened.fault);
      await opened.storage.notes.add(me, { prompt: 'p', framework: 'f' }, `start ${start}`, at(start));
      texts.push(...(await opened.storage.notes.list(me)).notes.map(({ text }) => text.ok && text.text));
      await opened.storage.close();
    }
    expect(texts).toEqual(['start 0', 'start 1', 'start 0']);
    await place.drop();
  });
});

describe('reaching PostgreSQL', () => {
  it('says what to do when nobody answers, without the password', async () => {
    const opened = await openDatabase({ dataDir: 'unused', databaseUrl: 'postgres://bot:hemmeligt@127.0.0.1:1/kompas' });
    expect(opened).toMatchObject({
      ok: false,
      fault:
        'the database at 127.0.0.1:1 cannot be used (ECONNREFUSED). Check DATABASE_URL, DATABASE_AUTH and that the server lets this machine and user in',
    });
  });

  it('gives each new connection a token of its own for a password', async () => {
    const passwords: string[] = [];
    const { server, port } = await listen(passwords);
    const getToken = vi.fn(async (_scope: string) => ({ token: `token-${getToken.mock.calls.length}` }));
    const { dialect } = await openPostgres({
      url: `postgres://bot%40kommune@127.0.0.1:${port}/kompas`,
      auth: 'entra',
      credential: { getToken },
    });
    const db = new Kysely<Samples>({
      dialect: dialect({ isUp: () => true, trouble: () => undefined, suspect() {}, watch: async () => undefined }),
    });
    await Promise.all([1, 2].map(() => sql`select 1`.execute(db).catch(() => undefined)));
    await db.destroy();
    server.close();
    expect(passwords.sort()).toEqual(['token-1', 'token-2']);
    expect(getToken.mock.calls[0]).toEqual(['https://ossrdbms-aad.database.windows.net/.default']);
  });

  it('asks for the token of the managed identity that it is told', async () => {
    const passwords: string[] = [];
    const { server, port } = await listen(passwords);
    const host = await startIdentityHost('i1');
    for (const [name, value] of Object.entries(host.env)) vi.stubEnv(name, value);
    await openDatabase({
      dataDir: 'unused',
      databaseUrl: `postgres://bot@127.0.0.1:${port}/kompas`,
      databaseAuth: 'entra',
      databaseIdentity: 'i1',
    });
    vi.unstubAllEnvs();
    await host.close();
    server.close();
    expect(passwords[0]).toBe('vouched-1');
    expect(host.asked[0]).toEqual({ client: 'i1', resource: 'https://ossrdbms-aad.database.windows.net' });
  });

  it.each([
    ['gives none', async () => null],
    ['throws', () => Promise.reject(Object.assign(new Error('hemmeligt'), { name: 'AggregateAuthenticationError', errors: [] }))],
  ])('says that there was no token, and of which identity, where the login %s', async (_how, getToken) => {
    const { server, port } = await listen([]);
    const databaseUrl = `postgres://bot@127.0.0.1:${port}/kompas`;
    const opened = await openDatabase({ dataDir: 'unused', databaseUrl, databaseAuth: 'entra', credential: { getToken } });
    server.close();
    expect(opened).toEqual({
      ok: false,
      fault: `the database at 127.0.0.1:${port} cannot be used (NO_ENTRA_TOKEN): Entra gives no token for it. Check that the identity in MicrosoftAppIdentity is assigned to where the bot runs`,
    });
  });

  it('names the identity too where nobody answers and Entra is to sign in', async () => {
    const credential = { getToken: async () => ({ token: 'x' }) };
    const opened = await openDatabase({
      dataDir: 'unused',
      databaseUrl: 'postgres://bot@127.0.0.1:1/kompas',
      databaseAuth: 'entra',
      credential,
    });
    expect(opened).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/\(ECONNREFUSED\)\. Check DATABASE_URL, DATABASE_AUTH, that the identity/),
    });
  });
});

describe.skipIf(!postgres.isHere)('losing PostgreSQL', () => {
  const places: Place[] = [];
  afterAll(() => Promise.all(places.map((place) => place.drop())));

  /** A database and a way to cut all its connections, as a restart of the server does. */
  async function openToCut() {
    const place = await postgres.create();
    places.push(place);
    const lines: string[] = [];
    const { db, close } = await open({ ...place.options, log: createLog('warn', { write: (line) => lines.push(line) }) });
    const name = new URL(place.options.databaseUrl ?? '').pathname.slice(1);
    const mine = `from pg_stat_activity where datname = '${name}' and application_name = 'ledelseskompas'`;
    const cut = async () => {
      await administer(`select pg_terminate_backend(pid) ${mine}`);
      await vi.waitFor(async () => expect(await administer(`select 1 ${mine}`)).toEqual([]), 5_000);
    };
    const isSleeping = async () => (await administer(`select 1 ${mine} and query like '%pg_sleep%' and state = 'active'`)).length === 1;
    const worksAgain = () => vi.waitFor(async () => expect(await db.selectFrom('people').selectAll().execute()).toEqual([]), 5_000);
    return { db, close, cut, isSleeping, worksAgain, lines };
  }

  it('notes an idle connection, and the next query connects anew', async () => {
    const { close, cut, worksAgain, lines } = await openToCut();
    await cut();
    await vi.waitFor(() => expect(lines.join()).toContain('a database connection was lost'), 5_000);
    await worksAgain();
    await close();
  });

  it('fails the query that runs, and the next one connects anew', async () => {
    const { db, close, cut, isSleeping, worksAgain } = await openToCut();
    const running = sql`select pg_sleep(10)`.execute(db).catch((error: unknown) => error);
    await vi.waitFor(async () => expect(await isSleeping()).toBe(true), 5_000);
    await cut();
    expect(await running).toBeInstanceOf(Error);
    await worksAgain();
    await close();
  });

  it('fails the transaction that is between two queries, and never the process', async () => {
    const { db, close, cut, worksAgain } = await openToCut();
    const transaction = db.transaction().execute(async (trx) => {
      await trx.selectFrom('people').selectAll().execute();
      await cut();
      await trx.selectFrom('people').selectAll().execute();
    });
    await expect(transaction).rejects.toThrow();
    await worksAgain();
    await close();
  });

  it('takes the password from Entra on a real server', async () => {
    const place = await postgres.create();
    places.push(place);
    const opened = await openStorage({
      ...place.options,
      databaseAuth: 'entra',
      credential: { getToken: async () => ({ token: 'x' }) },
      reflectionKeys: keysOf('k1'),
    });
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.storage.close();
  });
});

async function listen(passwords: string[]) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => socket.write(Buffer.concat(answer(data, passwords))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as { port: number }).port };
}

/** A server that asks for a password, lets everyone in, and fails every query (PostgreSQL, "Message Formats"). */
function answer(data: Buffer, passwords: string[]): Buffer[] {
  const message = (kind: string, body: Buffer) =>
    Buffer.concat([Buffer.from(kind), Buffer.from(Uint32Array.of(body.length + 4).buffer).reverse(), body]);
  const ready = message('Z', Buffer.from('I'));
  if (data[0] === 0) return [message('R', Buffer.from([0, 0, 0, 3]))];
  if (data[0] !== 'p'.charCodeAt(0)) return [message('E', Buffer.from('SERROR\0C0A000\0Mno\0\0')), ready];
  passwords.push(data.subarray(5, -1).toString());
  return [message('R', Buffer.from([0, 0, 0, 0])), ready];
}
