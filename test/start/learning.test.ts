import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { recorded } from '../teams/activities.js';
import { copyTree, endAll, run, type Tree } from './tree.js';

let tree: Tree;
beforeAll(async () => {
  tree = await copyTree('built');
}, 180_000);
afterEach(endAll);
afterAll(() => tree.remove());

/** Content that the service was not built with: one writer says one line more. */
function copyContent(name: string, line: string): string {
  const folder = join(tree.folder, name);
  cpSync(join(tree.folder, 'content'), folder, { recursive: true });
  const file = join(folder, 'lexicon/said/huset.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}${line}`);
  return folder;
}

describe('content that was not built with the service', () => {
  it('is learned while the probes are answered; until then nobody is sent here, and no message is answered wrongly', async () => {
    const folder = copyContent('egen', '  - say: hvad er dagens ret\n    intent: out-of-scope\n');
    const service = run(tree.folder, ['dist/service.js'], { PORT: '0', CONTENT_DIR: folder });
    const [, port] = await service.says(/"port":(\d+).*"listening"/);
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'learning' }]);
    expect((await get('/livez')).status).toBe(200);
    const message = {
      method: 'POST',
      body: JSON.stringify(recorded('message.personal', { id: 'early' })),
      headers: { 'content-type': 'application/json' },
    };
    expect((await fetch(`http://127.0.0.1:${port}/api/messages`, message)).status).toBe(503);
    await service.says(/"msg":"learned"/);
    await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(200));

    // What was learned is kept for the next start.
    service.child.kill();
    await service.ended;
    const again = run(tree.folder, ['dist/service.js'], { PORT: '0', CONTENT_DIR: folder });
    const [, second] = await again.says(/"port":(\d+).*"listening"/);
    expect((await fetch(`http://127.0.0.1:${second}/readyz`)).status).toBe(200);
  }, 180_000);

  it('with a fault in what people said stops the start, with file, line and remedy', async () => {
    const folder = copyContent('fejl', '  - say: hvad er dagens ret\n    intent: frokost\n');
    const service = run(tree.folder, ['dist/service.js'], { PORT: '0', CONTENT_DIR: folder });
    expect(await service.ended).toBe(1);
    expect(service.output.stderr).toMatch(/huset\.yaml:\d+: "intent" must be one of: expectations, /);
  }, 60_000);
});
