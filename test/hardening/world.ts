/**
 * What a row is played in: services, hosts, lines and databases of its own, which all end with it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { appId, keys, tenant } from '../teams/registered.js';
import { type Connector, type IllHost, type KeyHost, startConnector, startKeyHost, startLoginHost } from './hosts.js';
import { type Line, openLine } from './proxy.js';
import { type Service, type Settings, type Start, startService } from './service.js';

/** What a row saw, in a few words, and whether it is as it should be. */
export type Seen = { readonly now: string; readonly ok: boolean };

/** One attack: what it is, what the first version did, and how it is played. */
export type Row = {
  readonly name: string;
  readonly before: string;
  /** Measures time: played with nothing beside it, and once more before it is called a fault. */
  readonly timed?: true;
  play(world: World): Promise<Seen>;
};

/** How a service is started in a world: all but the settings may be left out. */
export type WorldStart = Omit<Start, 'folder' | 'settings'> & { readonly settings?: Settings | undefined; readonly folder?: string };

/** What a row is played in. */
export type World = {
  /** A package as it is installed, without a `.env`. */
  readonly packageFolder: string;
  /** Calls a clean-up when the row is over. */
  defer(end: () => unknown): void;
  /** An empty folder of its own. */
  folder(): string;
  /** Starts a service, which may not come to listen. */
  launch(start?: WorldStart): Service;
  /** Starts a service that must listen. */
  start(start?: WorldStart): Promise<Service>;
  connector(): Promise<Connector>;
  keyHost(): Promise<KeyHost>;
  loginHost(): Promise<IllHost>;
  /** A PostgreSQL database of its own. */
  database(): Promise<string>;
  /** The same, behind a line that can fail. */
  databaseBehindLine(): Promise<{ readonly url: string; readonly line: Line }>;
};

const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A key of a keyring, always the same for the same letter. */
export function sealingKey(id: string, letter: string): string {
  return `${id}:${Buffer.alloc(32, letter).toString('base64')}`;
}

/** The settings of a registered bot that reads its keys from a host and answers to this machine. */
export function registration(keyHost?: Pick<IllHost, 'port'>): Settings {
  return {
    NODE_ENV: 'production',
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'hemmeligt',
    MicrosoftAppTenantId: tenant,
    ALLOWED_TENANTS: tenant,
    ALLOWED_SERVICE_HOSTS: '127.0.0.1',
    REFLECTION_KEYS: sealingKey('k1', 'a'),
    OPENID_METADATA_URL: `http://127.0.0.1:${keyHost?.port ?? 9}/.well-known/openidconfiguration`,
  };
}

/** Creates a world, and what ends everything in it, last things first. */
export function createWorld(packageFolder: string): { readonly world: World; end(): Promise<void> } {
  const ends: (() => unknown)[] = [];
  const defer = (end: () => unknown) => void ends.push(end);
  const keep = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const opened = await opening;
    defer(() => opened.close());
    return opened;
  };
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'kompas-hardening-'));
    defer(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  const launch: World['launch'] = ({ settings = {}, ...start } = {}) => {
    const service = startService({ folder: packageFolder, settings: { DATA_DIR: folder(), ...settings }, ...start });
    defer(() => service.kill());
    return service;
  };
  const world: World = {
    packageFolder,
    defer,
    folder,
    launch,
    async start(start) {
      const service = launch(start);
      if (!(await service.listens)) throw new Error(`the service did not start: ${service.output.stderr.trim()}`);
      return service;
    },
    connector: () => keep(startConnector()),
    keyHost: () => keep(startKeyHost(keys.good)),
    loginHost: () => keep(startLoginHost()),
    database: () => createDatabase(defer),
    async databaseBehindLine() {
      const url = new URL(await createDatabase(defer));
      const line = await keep(openLine({ host: url.hostname, port: Number(url.port || 5432) }));
      return { url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(line.port) }).href, line };
    },
  };
  return {
    world,
    async end() {
      for (const one of ends.splice(0).reverse()) await Promise.resolve(one()).catch(() => undefined);
    },
  };
}

async function createDatabase(defer: World['defer']): Promise<string> {
  const name = `kompas_hardening_${randomBytes(8).toString('hex')}`;
  await query(server, `create database ${name} template template0`);
  defer(async () => {
    await query(server, `drop database ${name} with (force)`);
    await query(server, `drop role if exists ${name}_turn`);
  });
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

/** Runs a statement on PostgreSQL. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
