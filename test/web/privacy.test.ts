/**
 * Whether the privacy page says what the service does. A failure here means: change src/web/stored.ts and its texts.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letterDays } from '../../src/answers/letter-form.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import { createTurns } from '../../src/conversation/memory.js';
import type { Conversation, Person } from '../../src/conversation/person.js';
import { noticeDays } from '../../src/people/ports.js';
import { impersonalSeals, impersonalTables, personalTables } from '../../src/storage/personal-data.js';
import { ratedDays } from '../../src/storage/rated-answers.js';
import { deliveryDays, sharingDays, tallyDays } from '../../src/storage/sweep.js';
import { createTakenIn } from '../../src/teams/duplicates.js';
import { strings } from '../../src/web/page.js';
import { findPage } from '../../src/web/pages.js';
import { type Keeping, listStored } from '../../src/web/stored.js';

const memory: Keeping = { in: 'memory' };
const database: Keeping = { in: 'database', retentionDays: 45, inactiveDays: 400 };
const endOf = (keeping: Keeping, id: string) =>
  listStored(keeping).find((each) => each.id === id)?.ends as { minutes: number; days: number };

describe('what the privacy page lists for the database', () => {
  const tables = listStored(database).map(({ table }) => table ?? '');

  it('is every table with personal data', () => {
    expect(Object.keys(personalTables).filter((table) => !tables.includes(table))).toEqual([]);
  });

  it('is no table that is gone, and none twice', () => {
    const all = [...Object.keys(personalTables), ...Object.keys(impersonalTables)];
    expect(tables.filter((table, at) => !all.includes(table) || tables.indexOf(table) !== at)).toEqual([]);
  });

  it('ends deliveries, counts and what was shared when the sweep does', () => {
    expect(endOf(database, 'deliveries').days).toBe(deliveryDays);
    expect(endOf(database, 'tallies').days).toBe(tallyDays);
    expect(endOf(database, 'letters').days).toBe(letterDays);
    expect(endOf(database, 'ratedAnswers').days).toBe(ratedDays);
    for (const id of ['talks', 'shares', 'roundAnswers']) expect(endOf(database, id).days).toBe(sharingDays);
  });

  it('calls encrypted what is encrypted, and nothing else', () => {
    for (const { table, sealed } of listStored(database)) {
      const isSealed = Object.entries({ ...personalTables, ...impersonalSeals }).some(
        ([name, column]) => name === table && column !== undefined,
      );
      expect([table, sealed === true]).toEqual([table, isSealed]);
    }
  });

  it('has no table while all is in memory', () => {
    expect(listStored(memory).filter(({ table }) => table !== undefined)).toEqual([]);
  });
});

describe('the service', () => {
  const main = readFileSync('src/main.ts', 'utf8');

  it('keeps people in memory, or tells the pages that it has a database', () => {
    const hasDatabase = /from '\.\/storage\/(?!content-files)/.test(main);
    expect(/in: 'database'/.test(main + readFileSync('src/http/server.ts', 'utf8'))).toBe(hasDatabase);
  });

  const person: Person = { tenant: 't', entraId: 'p', channelId: '29:p' };
  const conversation: Conversation = { id: 'c', kind: 'personal' };
  const start = new Date('2026-01-05T08:00:00Z');
  const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

  it('uses the last question no longer than the page says', async () => {
    const turns = createTurns();
    const saying = (minutes: number): Incoming => ({
      person,
      conversation,
      locale: undefined,
      timeZone: undefined,
      at: later(minutes),
      what: { kind: 'text', text: 'hjælp' },
    });
    const turn = { context: { question: { intent: 'help' }, statements: [] }, language: 'da' } as const;
    await turns.keep(saying(0), { context: { turn, misses: 0 } });
    const contextAt = async (minutes: number) => (await turns.load(saying(minutes))).context;
    expect(await contextAt(endOf(memory, 'question').minutes - 1)).toBeDefined();
    expect(await contextAt(endOf(memory, 'question').minutes)).toBeUndefined();
  });

  it('claims a message for as long as the page says', async () => {
    const seconds = Number(/activitySeconds = (\d+)/.exec(readFileSync('src/teams/turn.ts', 'utf8'))?.[1]);
    expect(seconds / 60).toBe(endOf(memory, 'messages').minutes);
    const isTakenIn = createTakenIn();
    expect([0, 9, 10].map((minutes) => isTakenIn('a', later(minutes), seconds))).toEqual([true, false, true]);
  });
});

describe('the privacy page', () => {
  it.each(['da', 'en'] as const)('in %s has one entry for each thing that is kept, with why, where and how long', (language) => {
    for (const keeping of [memory, database]) {
      const html = findPage('/privatliv', { language, keeping })?.html ?? '';
      expect(html.match(/class="entry"/g)).toHaveLength(listStored(keeping).length);
      expect(html.match(/<dt>/g)).toHaveLength(listStored(keeping).length * 3);
    }
  });

  it.each(['da', 'en'] as const)(
    'in %s says when the silent are told, what may remain, and for how long cards can be changed',
    (language) => {
      const html = findPage('/privatliv', { language, keeping: database })?.html ?? '';
      for (const words of [`${noticeDays} da`, 'PostgreSQL', 'vacuum', 'SQLite', `${sharingDays} da`]) expect(html).toContain(words);
      expect(findPage('/privatliv', { language, keeping: memory })?.html).not.toMatch(/SQLite|vacuum/);
    },
  );

  it.each([
    ['da', 'også de noter, du får vist i den', 'Dine noter åbner i et vindue for sig'],
    ['en', 'with the notes that you are shown in it', 'Your notes open in a window of their own'],
  ] as const)('in %s says where notes are read, as it was set', (language, inChat, inDialog) => {
    const says = (keeping: Keeping) => {
      const html = findPage('/privatliv', { language, keeping })?.html ?? '';
      return [html.includes(inChat), html.includes(inDialog)];
    };
    expect(says(database)).toEqual([true, false]);
    expect(says({ ...database, notesIn: 'chat' })).toEqual([true, false]);
    expect(says({ ...database, notesIn: 'dialog' })).toEqual([false, true]);
  });

  it.each([
    ['da', /sprogmodel/i, ['Azure OpenAI', 'tage fejl', 'højst et døgn', 'op til 30 dage', 'aftale med Microsoft']],
    ['en', /language model/i, ['Azure OpenAI', 'can be wrong', 'at most a day', 'up to 30 days', 'agreement with Microsoft']],
  ] as const)('in %s says what a language model is sent where one may be asked, and nowhere else', (language, word, said) => {
    for (const keeping of [memory, database]) {
      const read = (reader?: boolean) =>
        findPage('/privatliv', { language, keeping: { ...keeping, ...(reader !== undefined && { reader }) } });
      expect(read()?.html).not.toMatch(word);
      expect(read(false)?.html).toBe(read()?.html);
      expect(read(true)?.html).toMatch(word);
      for (const words of said) expect(read(true)?.html).toContain(words);
      const { passingTitle, reader } = strings[language].privacy;
      expect(read()?.html).toContain(`>${passingTitle}<`);
      // What may be kept elsewhere does not only pass.
      expect(read(true)?.html).not.toContain(`>${passingTitle}<`);
      expect(read(true)?.html).toContain(`>${reader.passingTitle}<`);
    }
  });

  it('names the days of the configuration', () => {
    const html = findPage('/privatliv', { language: 'da', keeping: database })?.html;
    expect(html).toContain('slettet efter 45 dage');
    expect(html).toContain('Har du ikke brugt Ledelseskompas i 400 dage');
    expect(findPage('/privatliv', { language: 'da', keeping: memory })?.html).not.toMatch(/\d+ dage|krypteret|I kommunens database/);
  });
});
