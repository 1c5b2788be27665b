import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { PersonKey } from '../../src/conversation/person.js';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/storage/database.js';
import { type Keyring, parseKeys } from '../../src/storage/encryption.js';
import { nameTurnRole } from '../../src/storage/turn-role.js';

/** An empty database to open, and how to take it away again. */
export type Place = { readonly options: Pick<DatabaseOptions, 'dataDir' | 'databaseUrl'>; drop(): Promise<void> };

/** A database that the suites run on. */
export type Store = { readonly name: 'SQLite' | 'PostgreSQL'; readonly isHere: boolean; create(): Promise<Place> };

const url = process.env['TEST_DATABASE_URL'];
if (!url) console.warn('SKIPPED: every test on PostgreSQL. Set TEST_DATABASE_URL to a server where databases may be created.');

/** Runs a statement on the server that TEST_DATABASE_URL names. */
export async function administer(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Each place is a file of its own. */
export const sqlite: Store = {
  name: 'SQLite',
  isHere: true,
  async create() {
    const folder = mkdtempSync(join(tmpdir(), 'kompas-'));
    return { options: { dataDir: join(folder, 'data') }, drop: async () => rmSync(folder, { recursive: true, force: true }) };
  },
};

/** Each place is a database of its own. */
export const postgres: Store = {
  name: 'PostgreSQL',
  isHere: url !== undefined,
  async create() {
    const name = `kompas_${randomUUID().replaceAll('-', '')}`;
    await administer(`create database ${name} template template0`);
    const address = new URL(url ?? '');
    address.pathname = `/${name}`;
    return {
      options: { dataDir: 'unused', databaseUrl: address.href },
      async drop() {
        await administer(`drop database ${name} with (force)`);
        await administer(`drop role if exists ${nameTurnRole(name)}`);
      },
    };
  },
};

/** Both databases; suites skip those that are not here. */
export const stores: readonly Store[] = [sqlite, postgres];

/** Opens a database that must open. */
export async function open(options: DatabaseOptions): Promise<Database> {
  const opened = await openDatabase(options);
  if (!opened.ok) throw new Error(opened.fault);
  return opened.database;
}

/** A keyring of made-up keys; the same id is always the same key. */
export function keysOf(...ids: string[]): Keyring {
  const parsed = parseKeys(ids.map((id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`).join(','));
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.keys;
}

/** A person nobody has met. */
export function somebody(tenant: string = randomUUID()): PersonKey {
  return { tenant, entraId: randomUUID() };
}

/** An instant, minutes after the start of the tests' day. */
export function at(minutes: number): Date {
  return new Date(Date.UTC(2026, 10, 24, 8, minutes));
}
