import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/guide.js';
import { listen } from './terminal.js';

let folder: string;
let to: ReturnType<typeof listen>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledelseskompas-guide-'));
  to = listen();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('npm run guide', () => {
  it.each(['kontorchef', 'Kontorchefer', 'leder af et kontor', 'head of office'])('writes the sheet for "%s"', (role) => {
    const out = join(folder, 'new', 'guide.html');
    expect(main(['--framework', 'aarhus-bu-2024', '--role', role, '--out', out], {}, to)).toBe(0);
    expect(to.out).toBe(`${out}: open it in a browser and print it\n`);
    expect(readFileSync(out, 'utf8')).toContain('Guide til lederudviklingssamtalen');
  });

  it('writes in English and for another occasion', () => {
    const out = join(folder, 'guide.html');
    expect(main(['--framework', 'sammen', '--role', 'chef', '--language', 'en', '--occasion', 'sparring', '--out', out], {}, to)).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('Guide to peer coaching');
  });

  it.each([
    [[], /^no framework is named\. Write --framework with one of: aarhus-bu-2021, .*\n$/],
    [['--framework', 'aarhus'], /^unknown framework "aarhus"\. Write --framework with one of: .*socialafdelingen\n$/],
    [['--framework', 'sammen'], /^no role is named\. Write --role with one of: .*\n$/],
    [['--framework', 'sammen', '--role', 'konge'], /^unknown role "konge"\. Write --role with one of: .*chef \(Chef\).*\n$/],
    [
      ['--framework', 'sammen', '--role', 'chef', '--occasion', 'jul'],
      /^unknown occasion "jul"\. .* review, onboarding, team, sparring\n$/,
    ],
    [['--framework', 'sammen', '--role', 'chef', '--language', 'de'], /^unknown language "de"\. .* da, en\n$/],
    [['--nonsense'], /^Usage: npm run guide -- /],
  ])('says what to write instead of %j', (args, fault) => {
    expect(main(args, {}, to)).toBe(1);
    expect([to.out, to.err]).toEqual(['', expect.stringMatching(fault)]);
  });
});
