import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/content.js';
import { da } from '../../src/commands/strings/da.js';
import type { Terminal } from '../../src/commands/terminal/terminal.js';
import { changesSince } from '../../src/commands/writing/changes.js';
import { lookAt } from '../../src/commands/writing/round.js';
import { watchContent } from '../../src/commands/writing/watching.js';
import { loadContent } from '../../src/storage/content-files.js';
import { openStorage } from '../../src/storage/storage.js';
import { dictionary } from '../support/content.js';
import { listen } from './terminal.js';

let folder = '';
const frameworks = (name: string) => join(folder, 'frameworks', name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kompas-content-'));
  cpSync('content', folder, { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A terminal that says when some words have been printed. */
function hear(): Terminal & { readonly all: string; said(words: string): Promise<void> } {
  let all = '';
  let look = () => {};
  const add = (text: string) => {
    all += text;
    look();
  };
  return {
    print: add,
    complain: add,
    get all() {
      return all;
    },
    said: (words) =>
      new Promise((resolve) => {
        look = () => all.includes(words) && resolve();
        look();
      }),
  };
}

function timesIn(text: string, words: string): number {
  return text.split(words).length - 1;
}

describe('a watch of a folder', () => {
  it('tells of one save once, though the file is emptied, written in parts, and put in place of another', async () => {
    const saves: string[][] = [];
    let heard = () => {};
    const next = () => new Promise<void>((resolve) => (heard = resolve));
    const watching = watchContent(
      folder,
      async (paths) => {
        saves.push([...paths]);
        heard();
      },
      () => undefined,
    );
    const file = join(folder, 'prompts', 'sammen.yaml');
    const text = readFileSync(file, 'utf8');
    const first = next();
    writeFileSync(file, '');
    writeFileSync(file, text.slice(0, 40));
    writeFileSync(file, `${text}# en ny linje\n`);
    await first;
    const second = next();
    writeFileSync(join(folder, 'prompts', '.sammen.yaml.swp'), 'x');
    writeFileSync(join(folder, 'prompts', 'sammen.yaml~'), text);
    writeFileSync(join(folder, 'prompts', 'ny'), text);
    renameSync(join(folder, 'prompts', 'ny'), file);
    await second;
    // A save of the same words is none; the one after it is.
    const third = next();
    writeFileSync(file, text);
    writeFileSync(frameworks('ny.yaml'), 'id: ny\n');
    await third;
    const fourth = next();
    rmSync(frameworks('ny.yaml'));
    await fourth;
    watching.close();
    expect(saves).toEqual([['prompts/sammen.yaml'], ['prompts/sammen.yaml'], ['frameworks/ny.yaml'], ['frameworks/ny.yaml']]);
  });
});

describe('npm run content', () => {
  it('is not troubled by what programs leave beside a file', () => {
    const links = ['.#sammen.yaml', '._sammen.yaml'].map((name) => join(folder, 'frameworks', name));
    for (const link of links) symlinkSync('nobody@nowhere.1', link);
    expect(loadContent(folder).ok).toBe(true);
    for (const link of links) rmSync(link);
  });

  it('finds what a start would take, such as a lost comma', async () => {
    const file = join(folder, 'lexicon', 'topics.yaml');
    const good = readFileSync(file, 'utf8');
    const [, word = ''] = /words: \[([^,\]]+),/.exec(good) ?? [];
    writeFileSync(file, good.replace(`words: [${word},`, `words: [${word} "kassekredit",`));
    const to = hear();
    const model = async () => undefined;
    const desk = { folder, language: 'da', out: join(folder, 'out'), say: da, to, dictionary, model } as const;
    expect(await lookAt(['lexicon/topics.yaml'], desk)).toBeUndefined();
    expect(to.all).toMatch(/topics\.yaml:\d+: Der mangler et komma i /);
    writeFileSync(file, good);
  });

  it('looks at what there is and at each save once, answers three questions, refreshes the page, and ends at Ctrl-C', async () => {
    const to = hear();
    const ending = new AbortController();
    const running = main(['--folder', folder, '--port', '0'], {}, to, ending.signal);
    await to.said('Kortene: http://');
    const address = /Kortene: (\S+)/.exec(to.all)?.[1] ?? '';
    expect(timesIn(to.all, da.content.noFaults)).toBe(1);

    const [changes] = await once(get(`${address}changes`), 'response');
    const file = frameworks('sammen.yaml');
    const good = readFileSync(file, 'utf8');
    const refreshed = once(changes, 'data');
    writeFileSync(file, good.replace('themeKind: theme', 'themeKind: tema'));
    await to.said('En fejl. Ret den, og gem igen:');
    expect(`${(await refreshed)[0]}`).toBe('data: saved\n\n');
    expect(to.all).toMatch(/\n\d\d:\d\d:\d\d {2}frameworks\/sammen\.yaml\nEn fejl\. .*\n\S*sammen\.yaml:\d+: /);

    const echoing = once(changes, 'data');
    writeFileSync(file, good.replaceAll(/\b(role|theme): (\w)/g, '$1: x$2'));
    await echoing;
    // So many at once are cut short.
    const many = to.all.slice(to.all.lastIndexOf('frameworks/sammen.yaml\n'));
    expect(many.match(/frameworks\/sammen\.yaml:\d+: /g)).toHaveLength(5);
    expect(many).toMatch(/^… og \d+ til\. De kan være ekko/m);

    const again = once(changes, 'data');
    writeFileSync(file, good.replace('name: Sammen-grundlaget', 'name: Det nye Sammen'));
    await again;
    expect(to.all).toContain('Tre spørgsmål til sammen:');
    expect(to.all).toMatch(/\n {2}Hvad forventes der af en medarbejder\?\n {4}Medarbejder\n {4}Det nye Sammen\n/);
    expect(to.all).toMatch(/\n {2}Hvad står der om Sammen sikrer vi driften\?\n {4}\S/);
    expect(to.all).toMatch(/\n {2}Giv mig et spørgsmål til eftertanke\n {4}Et spørgsmål til dig\n/);
    // The first look, and the third save; those before it had faults.
    expect([timesIn(to.all, da.content.noFaults), timesIn(to.all, 'frameworks/sammen.yaml\n')]).toEqual([2, 3]);

    const page = await (await fetch(address)).text();
    expect(page).toContain('<option selected>sammen</option>');
    expect(page).toMatch(/new EventSource\('\/changes'\)[\s\S]*<\/body>\n<\/html>\n$/);
    expect([(await fetch(`${address}etc/passwd`)).status, await statusFor(address, 'example.org')]).toEqual([404, 421]);
    ending.abort();
    writeFileSync(file, good);
    expect(await running).toBe(0);
    expect(to.all).toMatch(/\nStoppet\.\n$/);
    await expect(fetch(address)).rejects.toThrow();
  });

  it.each<[string[], string]>([
    [['--port', 'x'], da.content.noPort('x')],
    [['--folder', '/nowhere'], da.content.noFolder('/nowhere')],
    [['--out', 'x.html'], da.content.usage],
    [['--report', '--since', '2026-02-30'], da.content.noDate('2026-02-30')],
    [['--hvad'], da.content.usage],
  ])('refuses %j kindly', async (args, said) => {
    const to = listen();
    expect([await main(args, {}, to), to.err.startsWith(`${said}\n`)]).toEqual([1, true]);
  });
});

describe('the report of the content', () => {
  const report = async (env: NodeJS.ProcessEnv, ...more: string[]) => {
    const out = join(folder, 'out', 'report.html');
    const to = listen();
    const code = await main(['--report', '--folder', folder, '--out', out, '--since', '2020-01-01', ...more], env, to);
    expect([code, to.err]).toEqual([0, '']);
    expect(to.out).toBe(`${more.length > 0 ? `${out}: open it in a browser` : da.content.reported(out)}\n`);
    return readFileSync(out, 'utf8').replace(/<style>[\s\S]*<\/style>/, '');
  };

  it('has its parts: ages, statements without a question, themes without a word, and what was changed', async () => {
    const prompts = join(folder, 'prompts', 'sammen.yaml');
    const text = readFileSync(prompts, 'utf8');
    writeFileSync(prompts, text.replaceAll('statement: common-faglighed-og-erfaringer-i-spil', 'theme: driften'));
    const page = await report({ DATA_DIR: join(folder, 'none') });
    writeFileSync(prompts, text);
    expect([...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual([
      'Hvor gamle grundlagene er',
      'Udsagn uden spørgsmål til eftertanke',
      'Temaer uden et emneord',
      'Det, folk har spurgt om uden at få svar',
      'Ændret siden 1. januar 2020',
    ]);
    expect(page).toMatch(/Aarhus Børn og Unge 2021: fra 2021, \d+ år gammelt\. Afløst af Aarhus Børn og Unge 2024/);
    expect(page).toContain('Sammen-grundlaget: dokumentet siger ikke, hvilket år det er fra');
    expect(page).toMatch(
      /<h3>Sammen-grundlaget<\/h3>\n<ul><li>Vi sætter faglighed og erfaringer i spil .*\(common-faglighed-og-erfaringer-i-spil\)<\/li><\/ul>/,
    );
    expect(page).toMatch(/<h3>Socialafdelingen<\/h3>\n<ul><li>Personaleledelse<\/li><\/ul>/);
    expect(page).toContain('Tallene er ikke med: der er ingen database her.');
    expect(page).toContain('Efter filernes tid på disken');
    expect(page).not.toMatch(/\.swp|yaml~/);
    expect(page).toMatch(/<li>lexicon\/topics\.yaml: \d+\. /);
    expect(page).not.toMatch(/<script|src=/);
  });

  it('tells what had no answer by the numbers of the database, and hides the small ones', async () => {
    const dataDir = join(folder, 'data');
    const opened = await openStorage({ dataDir, mode: 'local' });
    if (!opened.ok) throw new Error(opened.fault);
    const refused = (kind: string, times: number) =>
      Array.from({ length: times }, () => ({ tenant: 't1', measure: 'refused' as const, kind }));
    const tallies = [...refused('terms', 12), ...refused('people', 9), ...refused('writing', 2)];
    await opened.storage.tallies.add(tallies, new Date());
    await opened.storage.close();
    const page = await report({ DATA_DIR: dataDir }, '--en');
    const part = /What people asked without an answer<\/h2>([\s\S]*?)<\/section>\n<section>/.exec(page)?.[1] ?? '';
    expect(part).toMatch(/>12</);
    expect(part).toMatch(/&lt;5/);
    expect(part).not.toMatch(/>2</);
  });
});

describe('what was changed', () => {
  it('is told by git with how often and when, and what is not in git yet beside it', () => {
    const home = mkdtempSync(join(tmpdir(), 'kompas-git-'));
    const git = (...args: string[]) => {
      const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
      const dates = { GIT_AUTHOR_DATE: '2026-09-02T10:00:00Z', GIT_COMMITTER_DATE: '2026-09-02T10:00:00Z' };
      expect(spawnSync('git', ['-C', home, ...identity, ...args], { env: { ...process.env, ...dates } }).status).toBe(0);
    };
    cpSync('content/prompts', join(home, 'content', 'prompts'), { recursive: true });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    writeFileSync(join(home, 'content', 'prompts', 'sammen.yaml'), 'x');
    git('commit', '-qam', 'b');
    writeFileSync(join(home, 'content', 'prompts', 'blåbær.yaml'), 'x');
    writeFileSync(join(home, 'other.txt'), 'x');
    const { by, files } = changesSince(join(home, 'content'), '2026-09-01');
    expect([by, files.length]).toEqual(['git', 6]);
    expect(files).toContainEqual({ file: 'prompts/sammen.yaml', times: 2, last: '2026-09-02' });
    expect(files).toContainEqual({ file: 'prompts/blåbær.yaml' });
    expect(changesSince(join(home, 'content'), '2026-09-03').files).toEqual([{ file: 'prompts/blåbær.yaml' }]);
    rmSync(home, { recursive: true });
  });
});

/** What the server says to whoever calls it by another name. */
async function statusFor(address: string, host: string): Promise<number | undefined> {
  const [response] = await once(get(address, { headers: { host } }), 'response');
  response.resume();
  return response.statusCode;
}
