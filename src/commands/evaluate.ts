/**
 * `npm run evaluate [-- file.jsonl …]`: how many labelled questions the bot answers right.
 *
 * Without files: all of `test/questions/`; exits 1 when a part falls below its recorded threshold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { type Compass, createCompass } from '../conversation/compass.js';
import { loadCare } from '../storage/care-file.js';
import { loadContent } from '../storage/content-files.js';
import { type AskRecord, ask } from './ask.js';
import { conversationSchema, findFaults, type Line, lineSchema } from './evaluation/score.js';
import type { Texts } from './strings/da.js';
import { faultLines } from './terminal/opening.js';
import { readLanguage, type Terminal, tell, terminal } from './terminal/terminal.js';

const FOLDER = 'test/questions';

type Result = { readonly line: Line; readonly record: AskRecord; readonly faults: readonly string[]; readonly ms: number };

/** The command; `--wrong` lists what went wrong. */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): number {
  const { say, rest } = readLanguage(args);
  const loaded = loadContent(env['CONTENT_DIR'] || 'content');
  if (!loaded.ok) {
    tell(faultLines(loaded.faults), to);
    return 1;
  }
  const read = loadCare('.');
  if (!read.ok) {
    tell([read.fault], to);
    return 1;
  }
  const compass = createCompass(loaded.library, loaded.lexicon, {}, undefined, read.care);
  const named = rest.filter((arg) => !arg.startsWith('--'));
  const files =
    named.length > 0
      ? named
      : readdirSync(FOLDER)
          .filter((name) => name.endsWith('.jsonl'))
          .sort()
          .map((name) => join(FOLDER, name));
  const wrong = rest.includes('--wrong');
  const parts = files.map((file) => ({ part: basename(file, '.jsonl'), results: evaluate(compass, file) }));
  for (const { part, results } of parts) tell(reportPart(part, results, wrong, say), to);
  tell(
    [
      '',
      latencyOf(
        parts.flatMap(({ results }) => results),
        say,
      ),
    ],
    to,
  );
  return named.length > 0 ? 0 : judge(parts, say, to);
}

function evaluate(compass: Compass, file: string): Result[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row));
  return rows.flatMap((row) =>
    'turns' in row ? converse(compass, conversationSchema.parse(row)) : [answer(compass, lineSchema.parse(row)).result],
  );
}

function answer(compass: Compass, line: Line, context?: Parameters<typeof ask>[3]): { result: Result; context: Parameters<typeof ask>[3] } {
  const start = performance.now();
  const { record, context: after } = ask(compass, line.text, line.context, context);
  return { result: { line, record, faults: findFaults(line, record), ms: performance.now() - start }, context: after };
}

function converse(compass: Compass, conversation: z.output<typeof conversationSchema>): Result[] {
  let context: Parameters<typeof ask>[3];
  return conversation.turns.map((turn, at) => {
    const turned = answer(compass, { ...turn, id: `${conversation.id}/${at + 1}`, context: conversation.context }, context);
    context = turned.context;
    return turned.result;
  });
}

function reportPart(part: string, results: readonly Result[], wrong: boolean, say: Texts): string[] {
  const { intents, goodRefused, outsideRefused, byIntent, byStyle } = say.evaluate;
  const shareOf = (among: readonly Result[], holds?: (result: Result) => boolean) => share(among, say, holds);
  const refused = ({ record }: Result) => record.intent === 'out-of-scope';
  const inScope = results.filter(({ line }) => line.intent !== 'out-of-scope');
  const outside = results.filter(({ line }) => line.intent === 'out-of-scope');
  const understood = shareOf(results, ({ faults }) => !faults.some((fault) => fault.startsWith('intent')));
  return [
    '',
    `${part}: ${shareOf(results)}`,
    `  ${intents(understood)}, ${goodRefused(shareOf(inScope, refused))}, ${outsideRefused(shareOf(outside, refused))}`,
    `  ${byIntent(grouped(results, ({ line }) => line.intent, say))}`,
    `  ${byStyle(grouped(results, ({ line }) => line.style, say))}`,
    ...confusedOf(results, say),
    ...(wrong ? results.filter(({ faults }) => faults.length > 0).map((result) => `    ${wrongLine(result, say)}`) : []),
  ];
}

/** Which kind of question was taken for which, the most often confused first; nothing when none was. */
function confusedOf(results: readonly Result[], say: Texts): string[] {
  const { confused, pair } = say.evaluate;
  const counts = new Map<string, { line: Line; record: AskRecord; times: number }>();
  for (const { line, record, faults } of results) {
    if (!faults[0]?.startsWith('intent')) continue;
    const key = `${line.intent} ${record.intent}`;
    counts.set(key, { line, record, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const pairs = [...counts.values()].sort((one, other) => other.times - one.times);
  if (pairs.length === 0) return [];
  return [`  ${confused(pairs.map(({ line, record, times }) => pair(line.intent, record.intent, times)).join(', '))}`];
}

function wrongLine({ line, record, faults }: Result, say: Texts): string {
  return [
    line.id,
    `[${faults.join(', ')}]`,
    JSON.stringify(line.text.slice(0, 140)),
    `(${line.context.framework ?? '-'}/${line.context.role ?? '-'})`,
    say.evaluate.wanted(line.intent),
    JSON.stringify(line.expect.contains.slice(0, 1)),
    say.evaluate.got(record.intent),
    record.role.slice(0, 2).join('|'),
    record.theme ?? record.section ?? '',
    record.statements.slice(0, 2).join(' '),
  ].join(' ');
}

function grouped(results: readonly Result[], key: (result: Result) => string, say: Texts): string {
  const keys = [...new Set(results.map(key))].sort();
  return keys
    .map(
      (each) =>
        `${each} ${share(
          results.filter((result) => key(result) === each),
          say,
        )}`,
    )
    .join(', ');
}

function share(results: readonly Result[], say: Texts, holds: (result: Result) => boolean = ({ faults }) => faults.length === 0): string {
  const right = results.filter(holds).length;
  return `${right}/${results.length}${results.length >= 20 ? ` (${say.decimal((100 * right) / results.length, 1)} %)` : ''}`;
}

function latencyOf(results: readonly Result[], say: Texts): string {
  const sorted = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (quantile: number) => say.decimal(sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? 0, 2);
  return say.evaluate.latency(at(0.5), at(0.99));
}

/** Compares each part with its recorded threshold: the least share of right answers, in percent. */
function judge(parts: readonly { part: string; results: readonly Result[] }[], say: Texts, to: Terminal): number {
  const thresholds = z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(join(FOLDER, 'thresholds.json'), 'utf8')));
  const below = parts.filter(
    ({ part, results }) => (100 * results.filter(({ faults }) => faults.length === 0).length) / results.length < (thresholds[part] ?? 0),
  );
  for (const { part } of below) tell([say.evaluate.below(part, thresholds[part])], to);
  return below.length > 0 ? 1 : 0;
}
