/**
 * The commands in both languages. That no text is missing in one of them, the types hold: English has the shape of Danish.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main as ask } from '../../src/commands/ask.js';
import { main as checkContent } from '../../src/commands/check-content.js';
import { main as editor } from '../../src/commands/editor.js';
import { main as evaluate } from '../../src/commands/evaluate.js';
import { main as exportPerson } from '../../src/commands/export.js';
import { main as guide } from '../../src/commands/guide.js';
import { main as licenses } from '../../src/commands/licenses.js';
import { main as moveData } from '../../src/commands/move-data.js';
import { main as nudges } from '../../src/commands/nudges.js';
import { main as offboard } from '../../src/commands/offboard.js';
import { main as packageApp } from '../../src/commands/package-app.js';
import { main as reseal } from '../../src/commands/reseal.js';
import { da } from '../../src/commands/strings/da.js';
import { en } from '../../src/commands/strings/en.js';
import { readSpeech, type Terminal } from '../../src/commands/terminal/terminal.js';
import { listen } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'kompas-language-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Main = (args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal) => number | Promise<number>;

async function run(main: Main, ...args: string[]) {
  const to = listen();
  const code = await main(args, { DATA_DIR: join(folder, 'data') }, to);
  return { code, out: to.out, err: to.err };
}

/** Every text, those with values in them filled with the same values, by where it stands. */
function textsIn(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]): [string, string][] => {
    const here = `${path}.${name}`;
    if (typeof text === 'string') return [[here, text]];
    return typeof text === 'object' ? textsIn(text, here) : [];
  });
}

describe('the language', () => {
  it.each([
    [[], en, []],
    [['--da'], da, []],
    [['--en'], en, []],
    [['--da', '--en'], en, []],
    [['--lost', 'k1', '--da'], da, ['--lost', 'k1']],
    [['hvad', '--', '--da'], en, ['hvad', '--', '--da']],
  ])('of %j is read, and taken out of what the command is told', (args, say, rest) => {
    const read = readSpeech(args);
    expect([read.say === say, read.rest]).toEqual([true, rest]);
  });

  it('is named in every usage, in both', () => {
    const usages = [en, da].flatMap((say) =>
      Object.values(say).flatMap((part) => (typeof part === 'object' && 'usage' in part ? [part.usage] : [])),
    );
    const texts = usages.map((usage) => (typeof usage === 'string' ? usage : usage('a|b', 'da|en')));
    expect(texts).toHaveLength(38);
    for (const text of texts) expect(text).toMatch(/--da .*--en|--en .*--da/);
  });

  it('is another one in every sentence', () => {
    const [danish, english] = [textsIn(da), textsIn(en)];
    expect(danish.map(([name]) => name)).toEqual(english.map(([name]) => name));
    const same = danish.filter(([name, text]) => english.some(([other, words]) => other === name && words === text));
    expect(same).toEqual([]);
  });
});

describe('a command told --da, or one that speaks Danish by itself', () => {
  it('check-content counts what there is', async () => {
    const { code, out } = await run(checkContent, '--build', 'content');
    expect(code).toBe(0);
    expect(out).toMatch(/^grundlag +roller +udsagn +fælles +definitioner +spørgsmål +aftaler +fejl\n/);
    expect(out).toMatch(/\naarhus-bu-2024 +7 +94 +10 +0 +104\/104 +3\/3 +0\n/);
    expect(out).toMatch(/\n\n\d+ emner, \d+ titler og \d+ grupper af vendinger i ordbogen\. Ingen fejl fundet\.\n$/);
  });

  it('ask explains how a question was read', async () => {
    const { code, out } = await run(ask, '--explain', '--da', 'hva ska man ku som kontorcef');
    expect(code).toBe(0);
    expect(out).toMatch(/^ord: hvad skal man kunne som kontorchef\nlæst som:\n {2}kontorcef -> kontorchef\n[\s\S]*\nafgørelse: /);
    expect(out).toMatch(/\ndet, der kan være ønsket, og hvad der taler for det:\n {2}\d,\d\d part: /);
  });

  it('licenses lists what ships', async () => {
    const { code, out } = await run(licenses, '--da');
    expect(code).toBe(0);
    expect(out).toMatch(/^MIT: \d+ \(lempelig: behold copyrightmeddelelsen\)\n/);
    expect(out).toMatch(/\nKildeangivelser:\n {2}date-holidays: .*\/vilkaar/);
    expect(out).toMatch(/ \d+,\d MB {2}[\s\S]*\n\nAlle \d+ pakker må følge med\.\n$/);
  });

  it('guide says what to write instead', async () => {
    const { code, err } = await run(guide, '--framework', 'sammen', '--role', 'konge', '--da');
    expect([code, err]).toEqual([1, expect.stringMatching(/^»konge« er ikke en rolle, der findes\. Skriv --role .*chef \(Chef\).*\n$/)]);
  });

  it.each<[string, Main, string[], string]>([
    ['export', exportPerson, ['--tenant', 't1', '--person', 'nobody'], "Der er ikke gemt noget om den person. Tjek begge id'er.\n"],
    ['move-data', moveData, ['--to', 'mysql://x'], `${da.moveData.noAddress}\n`],
    ['offboard', offboard, ['--delete'], `${da.offboard.usage}\n`],
    ['editor', editor, ['--done', 'x'], '1 af id’erne hører ikke til noget brev, der venter. Krydset af: 0.\n'],
    ['reseal', reseal, ['--lost', 'k9'], 'intet er krypteret med en nøgle »k9«. Tjek navnet igen\n'],
    ['package-app', packageApp, ['--host', 'a.dk'], `--bot-id mangler. ${da.packageApp.botId}.\n${da.packageApp.usage}\n`],
  ])('%s says what is wrong', async (_name, main, args, fault) => {
    expect(await run(main, ...args, '--da')).toEqual({ code: 1, out: '', err: fault });
  });

  it('nudges tries a pass out', async () => {
    const { code, out } = await run(nudges, '--at', '2026-11-24T08:00Z', '--dry-run', '--da');
    expect([code, out]).toEqual([
      0,
      'Prøve, intet bliver sendt: en runde, som var det 2026-11-24T08:00:00.000Z\n\nDer var ikke noget at sende.\n',
    ]);
  });

  it('evaluate counts what is right', async () => {
    const { code, out } = await run(evaluate, 'test/questions/sample.jsonl', '--da');
    expect(code).toBe(0);
    expect(out).toMatch(/^\nsample: \d+\/\d+ .*\n {2}slags forstået .*, gode spørgsmål afvist .*\n {2}efter slags: /);
  });
});

describe('a command told nothing, or --en', () => {
  it.each([[[]], [['--en']]])('prints English, to the letter (%j)', async (language) => {
    const nothingDue = 'Dry run, nothing is sent: a pass as at 2026-11-24T08:00:00.000Z\n\nNothing was due.\n';
    expect(await run(nudges, '--at', '2026-11-24T08:00Z', '--dry-run', ...language)).toEqual({ code: 0, out: nothingDue, err: '' });
    const nobody = 'Nothing is stored about that person. Check both ids.\n';
    expect(await run(exportPerson, '--tenant', 't1', '--person', 'nobody', ...language)).toEqual({ code: 1, out: '', err: nobody });
    const unknown = 'unknown occasion "jul". Write --occasion with one of: review, onboarding, team, sparring\n';
    expect(await run(guide, '--framework', 'sammen', '--role', 'chef', '--occasion', 'jul', ...language)).toMatchObject({ err: unknown });
    const noAddress = '--to is not a PostgreSQL address. Write postgres://user:password@host:5432/database\n';
    expect(await run(moveData, '--to', 'mysql://x', ...language)).toEqual({ code: 1, out: '', err: noAddress });
    const { out } = await run(checkContent, '--build', '--en');
    expect(out).toMatch(/^framework +roles +statements +common +definitions +prompts +agreements +problems\n/);
    expect(out).toMatch(/\n\n\d+ topics, \d+ titles and \d+ groups of cues in the lexicon\. No problems found\.\n$/);
  });

  it('evaluate prints its report, to the letter', async () => {
    const { out } = await run(evaluate, 'test/questions/sample.jsonl');
    const share = String.raw`\d+\/\d+( \(\d+\.\d %\))?`;
    expect(out).toMatch(
      new RegExp(
        String.raw`^\nsample: ${share}\n  intents ${share}, good questions refused ${share}, out of scope refused ${share}\n  by intent: .*\n  by style:  .*\n(  confused:  .* as .* \d+\n)?\nwhole answer with its card: p50 \d+\.\d\d ms, p99 \d+\.\d\d ms\n$`,
      ),
    );
  });
});
