/** What ships: a clean checkout with only the packages of production, and the image that is made of it (manifest/azure/Dockerfile). */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Image, makeImage, readDockerfile } from './image.js';
import { endAll, run } from './tree.js';

const recipe = readDockerfile('manifest/azure/Dockerfile');
const registration = {
  MicrosoftAppId: '22222222-2222-4222-8222-222222222222',
  MicrosoftAppIdentity: '44444444-4444-4444-8444-444444444444',
  MicrosoftAppTenantId: '11111111-1111-4111-8111-111111111111',
  ALLOWED_TENANTS: '11111111-1111-4111-8111-111111111111',
  REFLECTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
};
/** Somebody who owns nothing of the image. */
const nobody = '65534';

/** Installing and building takes a minute, and many where others build beside. */
const patienceMs = 600_000;

let image: Image;
const failed: string[] = [];
beforeAll(() => {
  image = makeImage(recipe, '.', (command, status, said) => status !== 0 && failed.push(`${command}: ${said}`));
}, patienceMs);
afterAll(async () => {
  await endAll();
  image.remove();
}, patienceMs);

describe('a clean checkout, built by the steps of the image', () => {
  it('runs with only the packages it ships with, and a start writes nothing', async () => {
    expect(failed).toEqual([]);
    const folder = join(image.root('build'), 'app');
    expect(existsSync(join(folder, 'node_modules/typescript'))).toBe(false);
    const startedAt = Date.now();
    const service = run(folder, ['dist/service.js'], { PORT: '0', DATA_DIR: join(image.root('build'), 'kept') });
    const [, port] = await service.says(/"port":(\d+).*"listening"/);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    service.child.kill();
    expect(await service.ended).toBe(0);
    const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => statSync(join(folder, 'dist', name)).mtimeMs >= startedAt)).toEqual([]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('is started by npm start too', async () => {
    const service = run(join(image.root('build'), 'app'), ['src/commands/start.mjs'], { PORT: '0' });
    await service.says(/"listening"/);
    service.child.kill();
    expect(await service.ended).toBe(0);
  });
});

/** Programs that run as nobody where nothing can be written but the image's data. */
function inside(top: string, command: readonly string[]): [string, string[]] {
  const data = join(top, 'data');
  const mounts = `mount --bind ${data} ${data} && mount -o remount,bind,ro ${mountOf(top)}`;
  const script = `${mounts} && exec setpriv --reuid=${nobody} --regid=${nobody} --clear-groups --no-new-privs "$@"`;
  return ['unshare', ['-m', 'sh', '-c', script, 'sh', ...command]];
}

/** The disk that a folder is on, by where it is mounted. */
function mountOf(folder: string): string {
  let at = folder;
  while (at !== '/' && statSync(at).dev === statSync(dirname(at)).dev) at = dirname(at);
  return at;
}

describe('the image', () => {
  it('starts as nobody with everything read-only but its data, answers its probes, and an operator can ask it', async (test) => {
    const top = image.root('');
    if (spawnSync(...inside(top, ['true'])).status !== 0) {
      console.warn('SKIPPED: the image as nobody, read-only. It needs root, and the right to mount.');
      return test.skip('it needs root, and the right to mount');
    }
    spawnSync('chown', [nobody, join(top, 'data')]);
    const [, ...start] = recipe.start;
    const env = { ...recipe.env, ...registration, DATA_DIR: join(top, recipe.env['DATA_DIR'] ?? ''), PORT: '0', HOST: '127.0.0.1' };
    const service = run(join(top, 'app'), start, env, (program) => inside(top, program));
    const [, port = ''] = await service.says(/"port":(\d+).*"listening"/);
    expect(service.output.stdout).toContain('"local":false');
    expect(service.output.stdout).not.toContain('learn');
    expect(readFileSync(`/proc/${service.child.pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\s${nobody}\\s`, 'm'));
    const probes = [...readFileSync('manifest/azure/modules/app.bicep', 'utf8').matchAll(/path: '(.*)'/g)].map(([, path]) => path);
    expect([...new Set(probes)]).toEqual(['/livez', '/readyz']);
    expect(spawnSync(...inside(top, ['touch', join(top, 'app/x')])).status).not.toBe(0);
    for (const path of probes) expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200);
    const [, ...health] = recipe.health;
    expect(await run(top, health, { PORT: port }).ended).toBe(0);
    expect(await run(top, health, { PORT: '1' }).ended).toBe(1);
    const asked = run(join(top, 'app'), ['src/commands/run.mjs', 'nudges', '--report'], env, (program) => inside(top, program));
    expect([await asked.ended, asked.output.stderr]).toEqual([0, '']);
    service.child.kill();
    expect(await service.ended).toBe(0);
    expect(service.output.stderr).toBe('');
    expect(readdirSync(join(top, 'data'))).toContain('ledelseskompas.db');
  });
});
