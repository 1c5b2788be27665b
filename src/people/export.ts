/**
 * Everything that is stored about a person, ids and addresses included, as lines of a file that an operator hands to them;
 * in the chat it is told in words, see `told.ts`. A line that begins with "# " is a heading.
 */
import { z } from 'zod';
import type { Language } from '../content/language.js';
import { type Framework, type Library, roleOf, themeOf } from '../content/library.js';
import type { ExportedTable, PersonalTable } from './ports.js';
import { toldWords } from './strings/told.js';

type Both = { readonly da: string; readonly en: string };
type Row = ExportedTable['rows'][number];

const columns: Readonly<Record<string, Both>> = {
  framework: { da: 'Ledelsesgrundlag', en: 'Framework' },
  role: { da: 'Rolle', en: 'Role' },
  theme: { da: 'Tema', en: 'Theme' },
  language: { da: 'Sprog', en: 'Language' },
  time_zone: { da: 'Tidszone', en: 'Time zone' },
  zone: { da: 'Tidszone', en: 'Time zone' },
  prompt: { da: 'Spørgsmål', en: 'Question' },
  note: { da: 'Din note', en: 'Your note' },
  question: { da: 'Emne', en: 'Subject' },
  misses: { da: 'Beskeder i træk, jeg ikke forstod', en: 'Messages in a row that I did not understand' },
  created_at: { da: 'Skrevet', en: 'Written' },
  updated_at: { da: 'Sidst ændret', en: 'Last changed' },
  made_at: { da: 'Oprettet', en: 'Made' },
  shown_at: { da: 'Vist', en: 'Shown' },
  active_at: { da: 'Sidst aktiv', en: 'Last active' },
  statement: { da: 'Udsagn', en: 'Statement' },
  last_day: { da: 'Sidste dag', en: 'Last day' },
  last_seen: { da: 'Sidst her', en: 'Last here' },
  removed_at: { da: 'Botten fjernet', en: 'Bot removed' },
  unreachable_since: { da: 'Kan ikke nås siden', en: 'Unreachable since' },
  expires_at: { da: 'Glemmes', en: 'Forgotten' },
  welcomed_at: { da: 'Velkommen sagt', en: 'Welcomed' },
  is_on: { da: 'Slået til (1 er ja)', en: 'On (1 is yes)' },
  days: { da: 'Dage', en: 'Days' },
  time: { da: 'Tidspunkt', en: 'Time' },
  is_exact: { da: 'På minuttet (1 er ja)', en: 'On the minute (1 is yes)' },
  next_at: { da: 'Næste', en: 'Next' },
  pauses: { da: 'Pauser', en: 'Pauses' },
  seen: { da: 'Spørgsmål, du har fået', en: 'Questions you were sent' },
  name: { da: 'Navn', en: 'Name' },
  conversation: { da: 'Samtalens id i Teams', en: 'Conversation id in Teams' },
  recipient: { da: 'Til', en: 'To' },
  service_url: { da: 'Adresse i Teams', en: 'Address in Teams' },
  bot_id: { da: 'Bottens id', en: 'The bot’s id' },
  user_id: { da: 'Dit id i Teams', en: 'Your id in Teams' },
  slot: { da: 'Lovet tidspunkt', en: 'Promised time' },
  due_at: { da: 'Skulle sendes', en: 'Due' },
  tried_at: { da: 'Forsøgt sendt', en: 'Tried' },
  attempts: { da: 'Forsøg', en: 'Attempts' },
  stopped: { da: 'Stoppet fordi', en: 'Stopped because' },
  local_date: { da: 'Dato', en: 'Date' },
  state: { da: 'Hvordan det gik', en: 'How it went' },
  line: { da: 'Din linje', en: 'Your line' },
  answer: { da: 'Dit svar', en: 'Your answer' },
  answered_at: { da: 'Svaret', en: 'Answered' },
  talked_at: { da: 'Senest', en: 'Last time' },
  kind: { da: 'Slags', en: 'Kind' },
  words: { da: 'Dine ord', en: 'Your words' },
  date: { da: 'Dato', en: 'Date' },
  weekday: { da: 'Ugedag', en: 'Weekday' },
  rounds: { da: 'Udsat', en: 'Put off' },
  reason: { da: 'Hvorfor', en: 'Why' },
};

/** Writes the lines. Columns without words of their own keep their technical name: nothing is left out. */
export function writeExport(tables: readonly ExportedTable[], library: Library, language: Language): string[] {
  const named = (Object.keys(toldWords[language].titles) as PersonalTable[]).flatMap(
    (table) => tables.find((each) => each.table === table) ?? [],
  );
  return named.flatMap(({ table, rows }) => [
    `# ${toldWords[language].titles[table]}`,
    ...[...rows].sort(newestFirst).flatMap((row) => writeRow(row, library, language)),
  ]);
}

function newestFirst(one: Row, other: Row): number {
  const age = (row: Row) => String(row['created_at'] ?? row['shown_at'] ?? row['due_at'] ?? '');
  return age(one) < age(other) ? 1 : -Number(age(one) > age(other));
}

function writeRow(row: Row, library: Library, language: Language): string[] {
  const pairs = Object.entries(row).filter(([, value]) => value !== null && value !== '' && value !== '[]');
  const short = pairs.filter(([column]) => column !== 'note');
  const line = short.map(([column, value]) => `${columns[column]?.[language] ?? column}: ${wordOf(column, value, row, library, language)}`);
  const note = pairs.flatMap(([column, value]) =>
    column === 'note' ? [`${columns['note']?.[language]}:`, ...String(value).split('\n')] : [],
  );
  return [line.join(' · '), ...note].map((each) => each.trim()).filter((each) => each !== '');
}

/** Ids of content as its words, instants so that people can read them. */
function wordOf(column: string, value: string | number | null, row: Row, library: Library, language: Language): string {
  const text = String(value);
  const framework = library.framework(String(row['framework'] ?? ''));
  if (column === 'seen')
    return listOf(text)
      .map((id) => library.prompt(String(id))?.[language] ?? id)
      .join(' ');
  if (column === 'pauses')
    return listOf(text)
      .map((pause) => Object.values(pause as object).join(' – '))
      .join(', ');
  if (column === 'question' && text.startsWith('{'))
    return wordsIn(JSON.parse(text), library, language)
      .filter((word, at, all) => all.indexOf(word) === at)
      .join(' · ');
  if (column === 'prompt') return library.prompt(text)?.[language] ?? toldWords[language].reserved[text] ?? text;
  if (column === 'statement') return library.statement(text)?.text ?? text;
  if (column === 'framework') return framework?.name ?? text;
  if (column === 'role') return (framework && roleOf(framework, text)?.label) ?? text;
  if (column === 'theme') return (framework && themeOf(framework, text)?.label.text) ?? text;
  return text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d{3}Z$/, '$1 $2 UTC');
}

/** Everything that stands in a remembered question, with the words of the content for its ids. */
function wordsIn(value: unknown, library: Library, language: Language, home?: Framework): string[] {
  if (typeof value === 'string') return [wordOfId(value, library, language, home)];
  if (typeof value !== 'object' || value === null) return [String(value)];
  const inside = 'framework' in value ? library.framework(String(value.framework)) : home;
  return Object.entries(value).flatMap(([key, each]) =>
    // Up to ten statements that everybody can read are a wall here; that they were shown is what is kept.
    key === 'statements' && Array.isArray(each) ? shownStatements(each.length)[language] : wordsIn(each, library, language, inside),
  );
}

function shownStatements(count: number): Both {
  return { da: `${count} udsagn vist`, en: `${count} ${count === 1 ? 'statement' : 'statements'} shown` };
}

function wordOfId(id: string, library: Library, language: Language, home: Framework | undefined): string {
  const role = home && roleOf(home, id)?.label;
  const theme = home && themeOf(home, id)?.label.text;
  return library.framework(id)?.name ?? role ?? theme ?? library.prompt(id)?.[language] ?? library.statement(id)?.text ?? id;
}

/** A list as it is stored. */
function listOf(text: string): unknown[] {
  return z.array(z.unknown()).parse(JSON.parse(text));
}

/**
 * Cuts lines into parts of at most `limit` bytes each, counting for each line what it costs as an element of a card.
 * A line that is longer by itself goes on in the next.
 */
export function cutParts(lines: readonly string[], limit: number): string[][] {
  const parts: string[][] = [[]];
  let size = 0;
  for (const line of lines.flatMap(cutLine)) {
    const cost = Buffer.byteLength(JSON.stringify(line)) + elementBytes;
    if (size + cost > limit && size > 0) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(line);
    size += cost;
  }
  return parts;
}

/** What the card adds around a line. */
const elementBytes = 120;
const longestLine = 2_000;

function cutLine(line: string): string[] {
  const letters = [...line];
  const pieces = Math.max(1, Math.ceil(letters.length / longestLine));
  return Array.from({ length: pieces }, (_, at) => letters.slice(at * longestLine, (at + 1) * longestLine).join(''));
}
