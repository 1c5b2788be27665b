/**
 * What the service goes through without harm: a disk that fills up, and callers who come in crowds and say nothing.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { library } from '../support/content.js';
import { recorded } from '../teams/activities.js';
import { copyTree, endAll, type Running, run, type Tree } from './tree.js';

const prompt = library.prompts[0]?.id;
let tree: Tree;
beforeAll(async () => {
  tree = await copyTree('built');
}, 180_000);
afterEach(endAll);
afterAll(() => tree.remove());

type Service = Running & { readonly port: number };

async function start(env: Record<string, string> = {}): Promise<Service> {
  const service = run(tree.folder, ['dist/service.js'], { PORT: '0', ...env });
  const [, port] = await service.says(/"port":(\d+).*"listening"/);
  return { ...service, port: Number(port) };
}

let serial = 0;
async function post({ port }: Service, name: string, changes: object): Promise<{ readonly status: number; readonly text: string }> {
  serial += 1;
  const body = JSON.stringify(recorded(name, { id: `h${serial}`, locale: 'da-DK', deliveryMode: 'expectReplies', ...changes }));
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text() };
}
const say = (service: Service, text: string) => post(service, 'message.personal', { text });
const save = (service: Service, note: string) => {
  const data = { do: 'act', act: { act: 'save-note', prompt }, language: 'da', note };
  return post(service, 'invoke.adaptiveCard-action.personal', { value: { action: { type: 'Action.Execute', verb: 'act', data } } });
};
const isLive = async ({ port }: Service) => (await fetch(`http://127.0.0.1:${port}/livez`)).status === 200;

/** A disk of a few megabytes, where this machine lets us have one. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kompas-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

/** Lazily: what read a file on it in this process may not have let go of it yet. */
function unmount(folder: string): void {
  spawnSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
}

/** Leaves no room; gives the name of what takes it. */
function fillUp(folder: string): string {
  const ballast = join(folder, 'ballast');
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  } catch (error) {
    // The service wrote meanwhile: what could be written of it has filled the disk.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
  return ballast;
}

describe('the service', () => {
  it('lives through a full disk, loses nothing that it acknowledged, and keeps notes again when there is room', async (test) => {
    const folder = mountSmallDisk();
    if (!folder) {
      console.warn('SKIPPED: the test of a full disk. It needs the right to mount a small one.');
      return test.skip('it needs the right to mount a small disk');
    }
    test.onTestFinished(() => unmount(folder));
    const service = await start({ DATA_DIR: folder });
    expect((await save(service, 'Før disken blev fuld')).text).toContain('Gemt');
    const ballast = fillUp(folder);
    let refused = 0;
    for (let each = 0; each < 40 && refused < 3; each += 1)
      refused += Number(!(await save(service, 'x'.repeat(4_000))).text.includes('Gemt'));
    expect(refused).toBe(3);
    expect(await isLive(service)).toBe(true);
    rmSync(ballast);
    expect((await save(service, 'Efter at der blev plads')).text).toContain('Gemt');
    const { text } = await say(service, 'mine noter');
    expect(text).toContain('Efter at der blev plads');
    service.child.kill();
    expect(await service.ended).toBe(0);
    const file = new Libsql(join(folder, 'ledelseskompas.db'));
    expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    file.close();
    const again = await start({ DATA_DIR: folder });
    const data = { do: 'act', act: { act: 'list-notes' }, language: 'da', search: 'disken' };
    const invoke = { value: { action: { type: 'Action.Execute', verb: 'act', data } } };
    expect((await post(again, 'invoke.adaptiveCard-action.personal', invoke)).text).toContain('Før disken blev fuld');
  });

  it('answers while hundreds hold connections open and say nothing, or half of something', async () => {
    const service = await start();
    const open = async (text: string): Promise<Socket> => {
      const socket = connect(service.port, '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      socket.resume().write(text);
      return socket;
    };
    const head = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
    const crowd = await Promise.all([
      ...Array.from({ length: 400 }, () => open('')),
      ...Array.from({ length: 100 }, () => open(head)),
      ...Array.from({ length: 100 }, () => open(`${head}Content-Length: 1000\r\n\r\n{"type":`)),
    ]);
    expect((await say(service, 'hvad forventes der af en kontorchef')).text).toContain('Kontorchefer');
    expect(await isLive(service)).toBe(true);
    for (const socket of crowd) socket.destroy();
    service.child.kill();
    expect(await service.ended).toBe(0);
  });
});
