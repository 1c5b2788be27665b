import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyTree, endAll, run } from './tree.js';

const tree = await copyTree('cloned');
afterAll(async () => {
  await endAll();
  tree.remove();
});

function npm(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: tree.folder,
    encoding: 'utf8',
  });
  expect(status, `npm ${args.join(' ')}: ${stderr}`).toBe(0);
}

it('runs from a clean checkout with only the packages it ships with', async () => {
  npm('ci', '--prefer-offline');
  npm('run', 'build');
  npm('prune', '--omit=dev', '--prefer-offline');
  expect(existsSync(join(tree.folder, 'node_modules/typescript'))).toBe(false);
  for (const args of [['dist/service.js'], ['src/commands/start.mjs']]) {
    const service = run(tree.folder, args, { PORT: '0' });
    const [, port] = await service.says(/"port":(\d+).*"listening"/);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    service.child.kill();
    expect(await service.ended).toBe(0);
  }
}, 120_000);
