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

const FOLDER = 'test/questions';

type Result = { readonly line: Line; readonly record: AskRecord; readonly faults: readonly string[]; readonly ms: number };

/** The command; `--wrong` lists what went wrong. */
export function main(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const loaded = loadContent(env['CONTENT_DIR'] || 'content');
  if (!loaded.ok) {
    for (const fault of loaded.faults) print(`${fault.file}:${fault.line}: ${fault.message}`);
    return 1;
  }
  const read = loadCare('.');
  if (!read.ok) {
    print(read.fault);
    return 1;
  }
  const compass = createCompass(loaded.library, loaded.lexicon, {}, undefined, read.care);
  const named = args.filter((arg) => !arg.startsWith('--'));
  const files =
    named.length > 0
      ? named
      : readdirSync(FOLDER)
          .filter((name) => name.endsWith('.jsonl'))
          .sort()
          .map((name) => join(FOLDER, name));
  const wrong = args.includes('--wrong');
  const parts = files.map((file) => ({ part: basename(file, '.jsonl'), results: evaluate(compass, file) }));
  for (const { part, results } of parts) report(part, results, wrong);
  reportLatency(parts.flatMap(({ results }) => results));
  return named.length > 0 ? 0 : judge(parts);
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

function report(part: string, results: readonly Result[], wrong: boolean): void {
  print(`\n${part}: ${share(results)}`);
  const inScope = results.filter(({ line }) => line.intent !== 'out-of-scope');
  const outside = results.filter(({ line }) => line.intent === 'out-of-scope');
  print(
    `  intents ${share(results, ({ faults }) => !faults.some((fault) => fault.startsWith('intent')))}, good questions refused ${share(inScope, ({ record }) => record.intent === 'out-of-scope')}, out of scope refused ${share(outside, ({ record }) => record.intent === 'out-of-scope')}`,
  );
  print(`  by intent: ${grouped(results, ({ line }) => line.intent)}`);
  print(`  by style:  ${grouped(results, ({ line }) => line.style)}`);
  const confused = count(
    results.filter(({ faults }) => faults[0]?.startsWith('intent')).map(({ line, record }) => `${line.intent} as ${record.intent}`),
  );
  if (confused.size > 0)
    print(
      `  confused:  ${[...confused]
        .sort((a, b) => b[1] - a[1])
        .map(([pair, times]) => `${pair} ${times}`)
        .join(', ')}`,
    );
  if (!wrong) return;
  for (const { line, record, faults } of results)
    if (faults.length > 0)
      print(
        `    ${line.id} [${faults.join(', ')}] ${JSON.stringify(line.text.slice(0, 140))} (${line.context.framework ?? '-'}/${line.context.role ?? '-'}) want ${line.intent} ${JSON.stringify(line.expect.contains.slice(0, 1))} got ${record.intent} ${record.role.slice(0, 2).join('|')} ${record.theme ?? record.section ?? ''} ${record.statements.slice(0, 2).join(' ')}`,
      );
}

function grouped(results: readonly Result[], key: (result: Result) => string): string {
  const keys = [...new Set(results.map(key))].sort();
  return keys.map((each) => `${each} ${share(results.filter((result) => key(result) === each))}`).join(', ');
}

function share(results: readonly Result[], holds: (result: Result) => boolean = ({ faults }) => faults.length === 0): string {
  const right = results.filter(holds).length;
  return `${right}/${results.length}${results.length >= 20 ? ` (${((100 * right) / results.length).toFixed(1)} %)` : ''}`;
}

function count(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function reportLatency(results: readonly Result[]): void {
  const sorted = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (quantile: number) => (sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? 0).toFixed(2);
  print(`\nwhole answer with its card: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

/** Compares each part with its recorded threshold: the least share of right answers, in percent. */
function judge(parts: readonly { part: string; results: readonly Result[] }[]): number {
  const thresholds = z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(join(FOLDER, 'thresholds.json'), 'utf8')));
  const below = parts.filter(
    ({ part, results }) => (100 * results.filter(({ faults }) => faults.length === 0).length) / results.length < (thresholds[part] ?? 0),
  );
  for (const { part } of below) print(`${part} is below its threshold of ${thresholds[part]} %`);
  return below.length > 0 ? 1 : 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
