/**
 * The service's SQLite file, seen from outside.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import type { World } from './world.js';

const names = ['ledelseskompas.db', 'ledelseskompas.db-wal', 'ledelseskompas.db-shm'] as const;

/** The database's files that there are in a folder. */
export function listFiles(folder: string): string[] {
  return names.map((name) => join(folder, name)).filter((file) => existsSync(file));
}

/** Reads rows. */
export function readRows(folder: string, statement: string): Record<string, unknown>[] {
  const handle = new Libsql(join(folder, names[0]));
  try {
    handle.exec('pragma busy_timeout = 2000');
    return handle.prepare(statement).all() as Record<string, unknown>[];
  } finally {
    handle.close();
  }
}

/** The tables in which a text stands, in any column. */
export function findTables(folder: string, text: string): string[] {
  const tables = readRows(folder, `select name from sqlite_master where type = 'table' and name not like 'sqlite%'`).map(({ name }) =>
    String(name),
  );
  return tables.filter((table) => JSON.stringify(readRows(folder, `select * from "${table}"`)).includes(text));
}

/** The files in which the bytes of a text stand, also in what was deleted and in the log. */
export function findBytes(folder: string, text: string): string[] {
  return names.filter((name) => existsSync(join(folder, name)) && readFileSync(join(folder, name)).includes(Buffer.from(text)));
}

const holder = `
  const [, file] = process.argv;
  const { default: Libsql } = await import('libsql');
  const handle = new Libsql(file);
  handle.exec('pragma busy_timeout = 20000');
  handle.exec('begin immediate');
  process.stdout.write('locked');
  process.stdin.on('end', () => { handle.exec('rollback'); process.exit(0); }).resume();
`;

/** Has another process hold the file's write lock, as a backup tool or a forgotten shell does; gives what ends it. */
export async function lockFile(folder: string, world: World): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, join(folder, names[0])], {
    cwd: world.packageFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  world.defer(() => {
    child.kill('SIGKILL');
    return ended;
  });
  await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error('the file could not be locked')))]);
  return async () => {
    child.stdin.end();
    await ended;
  };
}
