import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/tenants.js';
import { readTenants } from '../../src/storage/tenants-file.js';
import { library } from '../support/content.js';
import { listen } from './terminal.js';

const around = { frameworks: library.frameworks.map(({ id }) => id), hasReader: false, hasGraph: false };
const [nord, vester] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const fresh = '33333333-3333-4333-8333-333333333333';
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kompas-tenants-'));
  file = join(folder, 'tenants.yaml');
  copyFileSync('manifest/tenants.example.yaml', file);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...args: string[]) => {
  const to = listen();
  const code = await main(args, { TENANTS_FILE: file }, to);
  return { code, said: to.out + to.err };
};
const tenants = () => {
  const read = readTenants(file, around);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.file.tenants;
};

describe('npm run tenants', () => {
  it('lists those of the example file, which has no fault', async () => {
    const { code, said } = await run();
    expect(code).toBe(0);
    expect(said).toContain('Nordkøbing Kommune');
    expect(said.split('\n').at(-2)).toContain('sharing, graph, secondReader');
  });

  it('adds one, and keeps what was written beside the others', async () => {
    const comments = readFileSync(file, 'utf8').match(/#.*/g);
    const { code, said } = await run(
      '--add',
      fresh,
      '--name',
      'Ny Kommune',
      '--frameworks',
      'sammen, socialafdelingen',
      '--default',
      'sammen',
    );
    expect([code, said]).toEqual([0, expect.stringContaining('Ny Kommune is added')]);
    expect(tenants().at(-1)).toMatchObject({
      id: fresh,
      name: 'Ny Kommune',
      frameworks: ['sammen', 'socialafdelingen'],
      defaultFramework: 'sammen',
    });
    expect(readFileSync(file, 'utf8').match(/#.*/g)).toEqual(comments);
  });

  it('begins a file that is not there', async () => {
    rmSync(file);
    expect((await run('--add', fresh, '--name', 'Ny Kommune')).code).toBe(0);
    expect(tenants()).toEqual([{ id: fresh, name: 'Ny Kommune' }]);
  });

  it('leaves the file to those who could read it', async () => {
    chmodSync(file, 0o640);
    await run('--off', nord);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('turns one off and on again, as a whole or in part', async () => {
    expect((await run('--off', nord)).said).toContain('served is turned off');
    expect((await run('--off', nord, 'nudges')).code).toBe(0);
    expect(tenants()[0]).toMatchObject({ served: 'off', nudges: 'off' });
    await run('--on', nord);
    expect(tenants()[0]).toMatchObject({ served: 'on', nudges: 'off' });
  });

  it('removes one, and says where what people kept is', async () => {
    expect((await run('--remove', vester)).said).toContain('npm run offboard');
    expect(tenants().map(({ id }) => id)).toEqual([nord]);
    expect((await run('--remove', nord)).said).toContain('has keys of its own');
  });

  it.each([
    ['an id that is none', ['--add', 'nord', '--name', 'N'], 'is not an id like'],
    [
      'a framework that is not there',
      ['--add', fresh, '--name', 'N', '--frameworks', 'samen'],
      'the framework "samen" is not in the content',
    ],
    ['one that is there', ['--add', nord, '--name', 'N'], 'is there already'],
    ['one that is not', ['--off', fresh], 'is not in the file'],
    ['a switch that nobody has', ['--off', nord, 'lights'], 'Usage'],
    ['no name', ['--add', fresh], 'Usage'],
    ['two things at once', ['--off', nord, '--on', vester], 'Usage'],
  ])('changes nothing for %s, and says what to write', async (_, args, fault) => {
    const before = readFileSync(file, 'utf8');
    const { code, said } = await run(...args);
    expect([code, said]).toEqual([1, expect.stringContaining(fault)]);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(existsSync(`${file}.draft`)).toBe(false);
  });

  it('says that there is no file to change', async () => {
    const to = listen();
    expect(await main([], {}, to)).toBe(1);
    expect(to.err).toContain('TENANTS_FILE is not set');
  });
});
