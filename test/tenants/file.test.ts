import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.js';
import { parseConfig } from '../../src/settings/config.js';
import { openTenants } from '../../src/settings/tenancy.js';
import { readTenants } from '../../src/storage/tenants-file.js';

const [one, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const frameworks = ['sammen', 'holstebro-sos-2021'];
const around = { frameworks, hasReader: false, hasGraph: false };
let folder: string;
let path: string;
let logged: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kompas-tenants-'));
  path = join(folder, 'tenants.yaml');
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (text: string) => writeFileSync(path, text);
const tenant = (id: string, name: string, more = '') => `  - id: ${id}\n    name: ${name}\n${more}`;
const open = (settings: Record<string, string> = {}) => {
  const parsed = parseConfig({ TENANTS_FILE: path, ...settings });
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const opened = openTenants({ config: parsed.config, frameworks, env: settings, log });
  if (!opened.ok) throw new Error(opened.faults.join('\n'));
  return opened;
};

describe('a file of tenants', () => {
  it('names file and line of every fault', () => {
    write(`tenants:\n${tenant(one, 'A', '    frameworks: [sammen, samen]\n    defaultFramework: holstebro-sos-2021\n')}`);
    const read = readTenants(path, around);
    expect(read.ok ? [] : read.faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '4: the framework "samen" is not in the content. Write one of: sammen, holstebro-sos-2021',
      '5: "holstebro-sos-2021" is none of its frameworks. Write one of: sammen, samen',
    ]);
  });

  it.each([
    ['is missing', undefined, 'the file is missing. Create it, or remove TENANTS_FILE'],
    ['is no YAML', 'tenants: [', 'this is not valid YAML'],
    [
      'has an alias of nothing',
      `tenants:\n${tenant(one, 'A', '    contact: *HR\n')}`,
      'the text begins with a sign that means something else: "contact: *HR"',
    ],
    ['is empty', '', 'the file is empty. Write something, or delete it'],
    ['misspells a switch', `tenants:\n${tenant(one, 'A', '    nudgs: off\n')}`, 'unknown key "nudgs"'],
  ])('that %s is refused with what to do', (_, text, fault) => {
    if (text !== undefined) write(text);
    const read = readTenants(path, around);
    expect(read.ok ? '' : read.faults.map(({ message }) => message).join('\n')).toContain(fault);
  });

  it('is read again: who is new is served, who is gone is not', () => {
    write(`tenants:\n${tenant(one, 'A')}`);
    const { tenants, reload } = open({ ...registered });
    expect(tenants.find(other)).toBeUndefined();
    write(`tenants:\n${tenant(other, 'B')}`);
    reload();
    expect([tenants.find(one), tenants.find(other)?.name]).toEqual([undefined, 'B']);
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([{ tenants: 1, changed: 1, gone: 1 }]);
  });

  it('with a fault changes nothing, and says so once', () => {
    write(`tenants:\n${tenant(one, 'A')}`);
    const { tenants, reload } = open({ ...registered });
    write(`tenants:\n${tenant(one, 'A', '    frameworks: [nothing]\n')}`);
    reload();
    reload();
    expect(tenants.find(one)).toMatchObject({ name: 'A', frameworks: undefined });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('the framework \\"nothing\\" is not in the content');
    write(`tenants:\n${tenant(one, 'A', '    frameworks: [sammen]\n')}`);
    reload();
    expect(tenants.find(one)?.frameworks).toEqual(['sammen']);
  });

  it('takes no keys while the service runs: whoever turns them on is told to restart', () => {
    write(`tenants:\n${tenant(one, 'A')}`);
    const { tenants, reload } = open(registered);
    write(`tenants:\n${tenant(one, 'A', '    keys: A\n')}`);
    reload();
    expect(tenants.find(one)?.keys).toBeUndefined();
    expect(logged[0]).toContain('A: keys are read when the service starts');
    const key = `a-1:${Buffer.alloc(32, 2).toString('base64')}`;
    const { tenantKeys } = open({ ...registered, REFLECTION_KEYS_A: key });
    expect([...(tenantKeys.get(one)?.keys() ?? [])]).toEqual(['a-1']);
    expect(() => open(registered)).toThrow('REFLECTION_KEYS_A is not set');
    const renamed = open({ ...registered, REFLECTION_KEYS_A: key });
    write(`tenants:\n${tenant(one, 'A', '    keys: B\n')}`);
    renamed.reload();
    expect(renamed.tenants.find(one)?.keys).toBe('A');
    write(`tenants:\n${tenant(other, 'B')}`);
    renamed.reload();
    expect(renamed.tenants.find(one)?.keys).toBe('A');
  });

  it('takes a stranger for one of the first on one’s own machine, and turns them away where the bot is registered', () => {
    write(`tenants:\n${tenant(one, 'A')}`);
    expect(open().tenants.find('playground')?.name).toBe('A');
    expect(open(registered).tenants.find('playground')).toBeUndefined();
  });
});

const registered = {
  MicrosoftAppId: one,
  MicrosoftAppPassword: 'x',
  MicrosoftAppTenantId: one,
  REFLECTION_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
};
