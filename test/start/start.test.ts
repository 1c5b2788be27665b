import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
// @ts-expect-error plain JavaScript, which runs before any build
import { findNodeFault } from '../../src/commands/build.mjs';
import { copyTree, endAll, run, type Tree, takePort } from './tree.js';

const playgroundPort = 56150;
vi.setConfig({ testTimeout: 60_000 });
let tree: Tree;

beforeAll(async () => {
  tree = await copyTree('installed');
}, 180_000);
afterEach(endAll);
afterAll(() => tree.remove());

const start = (env: Record<string, string> = {}) => run(tree.folder, ['src/commands/start.mjs'], env);

/** Someone who works here may have a playground open; the port is fixed, so what needs it has to wait for another day. */
async function isPlaygroundOpen(): Promise<boolean> {
  const taken = await takePort(playgroundPort).catch(() => undefined);
  await taken?.free();
  return taken === undefined;
}

async function freePort(): Promise<number> {
  const taken = await takePort();
  await taken.free();
  return taken.port;
}

it.each([
  ['18.20.4', true],
  ['20.9.0', true],
  ['20.19.9', true],
  ['20.20.0', false],
  ['22.1.0', false],
  ['26.0.0', false],
])('finds Node %s too old: %s', (version, isOld) => {
  expect(findNodeFault(version) !== undefined).toBe(isOld);
});

describe('npm start', () => {
  it('builds, starts the service and stops it with exit code 0', async () => {
    const service = start({ PORT: '0' });
    await service.says(/"listening"/);
    service.child.kill();
    expect(await service.ended).toBe(0);
    expect(service.output.stderr).toBe('');
  });

  it('starts the playground when told, names both addresses and stops both', async ({ skip }) => {
    if (await isPlaygroundOpen()) skip(`port ${playgroundPort} is in use by another program`);
    const port = await freePort();
    const service = start({ PORT: String(port), PLAYGROUND: 'on' });
    await service.says(/andre på dit netværk/);
    expect(service.output.stdout).toContain(`http://localhost:${playgroundPort} `);
    expect(service.output.stdout).toContain(`http://127.0.0.1:${port}/api/messages`);
    expect(service.output.stdout).toContain('andre på dit netværk');
    const answer = await fetch(`http://127.0.0.1:${playgroundPort}/_internal/v1/testConfig`);
    const { config } = (await answer.json()) as { config: { bot: { name: string }; currentUser: { name: string }; users: unknown[] } };
    expect(config.bot.name).toBe('Ledelseskompas');
    expect([config.currentUser.name, config.users.length]).toEqual(['Mette Sørensen', 5]);
    service.child.kill();
    expect(await service.ended).toBe(0);
    await expect.poll(async () => (await takePort(playgroundPort)).free().then(() => true), { timeout: 5_000 }).toBe(true);
  });

  it('reads .env, and lets the environment win', async () => {
    const [inFile, inEnvironment] = [await freePort(), await freePort()];
    writeFileSync(join(tree.folder, '.env'), `PORT=${inFile}\n`);
    const [first, second] = [start(), start({ PORT: String(inEnvironment) })];
    await Promise.all([first.says(new RegExp(`"port":${inFile},`)), second.says(new RegExp(`"port":${inEnvironment},`))]);
    rmSync(join(tree.folder, '.env'));
    for (const { child, ended } of [first, second]) {
      child.kill();
      await ended;
    }
  });
});

describe('npm start says in one line what to do', () => {
  it('when the port is taken', async () => {
    const taken = await takePort();
    const service = start({ PORT: String(taken.port) });
    expect(await service.ended).toBe(1);
    expect(service.output.stderr).toMatch(/^Ledelseskompas cannot start: port \d+ is taken\..* set PORT .*\n$/);
    await taken.free();
  });

  it('when the playground’s port is taken', async () => {
    const taken = await takePort(playgroundPort).catch(() => undefined);
    const service = start({ PORT: String(await freePort()), PLAYGROUND: 'on' });
    expect(await service.ended).toBe(1);
    expect(service.output.stderr).toMatch(/^Ledelseskompas cannot start: port 56150, .* is taken\..*PLAYGROUND=off\n$/);
    await taken?.free();
  });

  it('when the content folder is missing, and the playground does not stay behind', async ({ skip }) => {
    if (await isPlaygroundOpen()) skip(`port ${playgroundPort} is in use by another program`);
    const service = start({ CONTENT_DIR: 'no-such-folder', PORT: String(await freePort()), PLAYGROUND: 'on' });
    expect(await service.ended).toBe(1);
    expect(service.output.stderr).toMatch(/^Ledelseskompas cannot start: the content folder .* is missing\..*\n$/);
    await expect.poll(async () => (await takePort(playgroundPort)).free().then(() => true), { timeout: 5_000 }).toBe(true);
  });

  it('when the playground is wanted beside a registration', async () => {
    const service = start({ PLAYGROUND: 'on', MicrosoftAppId: '22222222-2222-4222-8222-222222222222' });
    expect(await service.ended).toBe(1);
    expect(service.output.stderr).toMatch(/^Ledelseskompas cannot start: PLAYGROUND=on, but .*\n$/);
  });
});

describe('sources that do not compile', () => {
  const clock = () => join(tree.folder, 'src/clock.ts');
  let original: string;
  beforeEach(() => {
    original = readFileSync(clock(), 'utf8');
  });
  afterEach(() => writeFileSync(clock(), original));

  it('are never started from an older build, however often one tries', async () => {
    appendFileSync(clock(), 'export const broken: number = "text";\n');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const service = start({ PORT: '0' });
      expect(await service.ended).toBe(1);
      expect(service.output.stderr).toContain('src/clock.ts');
    }
  });
});

describe('a command', () => {
  it('gets its arguments and stdout to itself, and gives the exit code', async () => {
    writeFileSync(
      join(tree.folder, 'src/commands/echo.ts'),
      'export async function main(args: readonly string[]): Promise<number> {\n  process.stdout.write(JSON.stringify(args));\n  return 3;\n}\n',
    );
    const command = run(tree.folder, ['src/commands/run.mjs', 'echo', 'hvad nu', '--x']);
    expect([await command.ended, command.output.stdout, command.output.stderr]).toEqual([3, '["hvad nu","--x"]', '']);
  });

  it.each([
    ['doctor', 3],
    ['echo', 1],
  ])('named %s that breaks down, or whose Node is too old, ends with %i', async (name, code) => {
    // Newer than its source: it is not built again.
    writeFileSync(join(tree.folder, `dist/commands/${name}.js`), "export async function main() {\n  throw new Error('broken');\n}\n");
    const broken = run(tree.folder, ['src/commands/run.mjs', name]);
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.4'}})`;
    const aged = run(tree.folder, ['--import', old, 'src/commands/run.mjs', name]);
    expect([await broken.ended, await aged.ended]).toEqual([code, code]);
    expect([broken.output.stderr, aged.output.stderr]).toEqual([
      expect.stringContaining('Error: broken'),
      'Node 18.20.4 is too old. Install Node 20.20 or newer\n',
    ]);
  });

  it.each([['../main'], ['nonsense'], []])('named %s does not exist, and the others are listed', async (...name) => {
    const command = run(tree.folder, ['src/commands/run.mjs', ...name]);
    expect([await command.ended, command.output.stdout]).toEqual([1, '']);
    expect(command.output.stderr).toMatch(/^There is no command ".*"\. Use one of: .*echo.*\n$/);
    expect(command.output.stderr).not.toMatch(/strings|terminal|evaluation/);
  });
});
