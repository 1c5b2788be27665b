import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/evaluate.js';
import { completion } from '../azure/support/model-server.js';
import { told } from '../support/told.js';
import { listen } from './terminal.js';

/** Hand-made, of no model: what a batch would answer to each of these questions. None has this answer unless a reader chooses it. */
const answers = 'test/commands/reader-answers.jsonl';
const lines = [...told, 'mine noter'].map((text, at) => ({
  id: `r${at}`,
  text,
  context: { framework: 'sammen', role: 'Chef' },
  intent: 'topic',
  expect: { contains: ['Jeg er optaget af at dele succeshistorier'] },
}));

let folder: string;
let questions: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reader-'));
  questions = join(folder, 'questions.jsonl');
  writeJsonl(questions, lines);
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeJsonl(file: string, rows: readonly object[]): void {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

async function evaluate(...args: string[]) {
  const terminal = listen();
  const code = await main([questions, ...args, '--en'], {}, terminal);
  return { code, out: terminal.out, right: Number(/questions: (\d+)\//.exec(terminal.out)?.[1]) };
}

type Request = {
  readonly custom_id: string;
  readonly method: string;
  readonly url: string;
  readonly body: { readonly messages: object[] };
};

function requestsIn(file: string): Request[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row));
}

describe('npm run evaluate with a second reader', () => {
  it('writes what it would be asked as a batch, and reads the answers back', async () => {
    const requests = join(folder, 'requests.jsonl');
    const before = await evaluate('--reader-requests', requests);
    expect(before.code).toBe(0);
    const asked = requestsIn(requests);
    expect(asked.length).toBeGreaterThan(1);
    // What is private is not among them.
    expect(JSON.stringify(asked)).not.toContain('mine noter');
    for (const request of asked) {
      expect(request).toMatchObject({ custom_id: expect.stringMatching(/^r\d+ /), method: 'POST', url: '/chat/completions' });
      expect(request.body).toMatchObject({ model: 'DEPLOYMENT', response_format: { type: 'json_schema', json_schema: { strict: true } } });
    }
    const after = await evaluate('--reader-answers', answers);
    expect(after.right - before.right).toBe(asked.length);
    expect(after.out).toContain(`the second reader: ${asked.length} questions, ${asked.length} answered`);
  });

  it('leaves what an answer with an error, or to another question, was about as it was', async () => {
    const others = join(folder, 'answers.jsonl');
    writeJsonl(others, [
      { custom_id: 'r0 00000000', response: { body: completion('{}') } },
      { custom_id: 'r1 00000000', response: null },
    ]);
    expect(await evaluate('--reader-answers', others)).toMatchObject({ code: 0, right: 0, out: expect.stringContaining(' 0 answered') });
  });

  it('says how it is used to whoever asks for something else', async () => {
    expect(await evaluate('--reader')).toMatchObject({ code: 1, out: '' });
  });

  it('tells what each threshold of being sure would mean: the more are asked about, the more may be right', async () => {
    const { out } = await evaluate('--reader-requests', join(folder, 'requests.jsonl'));
    const curve = [...out.matchAll(/asked about (\d+)\/\d+.*right in all (\d+)\//g)].map(([, asked, right]) => [
      Number(asked),
      Number(right),
    ]);
    expect(curve).toHaveLength(8);
    expect(curve).toEqual([...curve].sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0)));
    for (const [asked, right] of curve) expect(right).toBe(asked);
  });
});
