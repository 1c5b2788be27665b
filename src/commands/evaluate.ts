/**
 * `npm run evaluate [-- file.jsonl …]`: how many labelled questions the bot answers right.
 *
 * Without files: all of `test/questions/`, whose lines nothing is ever learned from; exits 1 when they fall below the bars.
 * `--reader-requests FILE` writes what a second reader would be asked about them, as a batch; `--reader-answers FILE` reads the
 * batch's answers back, and what is measured is the two readers together.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Compass } from '../conversation/compass.js';
import { loadOwn } from '../storage/care-file.js';
import type { LastTurn } from '../understanding/follow-up.js';
import { type AskRecord, ask } from './ask.js';
import { openTrial, type ReaderTrial } from './evaluation/reader.js';
import { conversationSchema, findFaults, type Line, lineSchema } from './evaluation/score.js';
import type { Texts } from './strings/da.js';
import { withCompass } from './terminal/opening.js';
import { readSpeech, refuse, type Terminal, tell, terminal } from './terminal/terminal.js';

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = 'test/questions';
const OUTSIDE = 'out-of-scope';

type Result = {
  readonly line: Line;
  readonly record: AskRecord;
  readonly faults: readonly string[];
  readonly ms: number;
  readonly turn?: boolean;
};
type Part = { readonly part: string; readonly results: readonly Result[] };

/** The command; `--wrong` lists what went wrong. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, to: Terminal = terminal): Promise<number> {
  const { say, rest } = readSpeech(args);
  const parsed = parse(rest);
  if (!parsed) return refuse([say.evaluate.usage], to);
  const { wrong, requests, answers, named } = parsed;
  return await withCompass(env['CONTENT_DIR'] || 'content', {}, say, to, async (compass) => {
    const loaded = requests || answers ? loadOwn(packageFolder) : undefined;
    if (loaded && !loaded.ok) return refuse([loaded.fault], to);
    const trial = loaded && openTrial(compass, loaded.own, { requests, answers });
    const files =
      named.length > 0
        ? named
        : readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
            .filter((name) => name.endsWith('.jsonl'))
            .sort()
            .map((name) => join(FOLDER, name));
    const parts = files.map((file) => ({ part: basename(file, '.jsonl'), results: evaluate(compass, file, trial) }));
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
    if (trial) tell(['', ...(await trial.finish(say)), ...curveOf(parts, trial, say)], to);
    return named.length > 0 ? 0 : judge(parts, say, to);
  });
}

/** Undefined where an option is none of these. */
function parse(args: readonly string[]) {
  const options = { wrong: { type: 'boolean' }, 'reader-requests': { type: 'string' }, 'reader-answers': { type: 'string' } } as const;
  try {
    const { values, positionals: named } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { wrong: values.wrong === true, requests: values['reader-requests'], answers: values['reader-answers'], named };
  } catch {
    return undefined;
  }
}

/**
 * What each threshold of being sure would mean: the share of messages that a reader is asked about, and how many are right in all
 * if it reads every one of those right.
 */
function curveOf(parts: readonly Part[], trial: ReaderTrial, say: Texts): string[] {
  const results = parts.flatMap(({ results: each }) => each);
  const judged = results.map(({ line, faults }) => ({ id: line.id, isRight: faults.length === 0 }));
  return trial
    .curve(judged)
    .map(({ sure, asked, right }) =>
      say.evaluate.readerCurve(sure, countOf(asked, judged.length, say), countOf(right, judged.length, say)),
    );
}

function evaluate(compass: Compass, file: string, trial?: ReaderTrial): Result[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row));
  return rows.flatMap((row) =>
    'turns' in row ? converse(compass, conversationSchema.parse(row), trial) : [answer(compass, lineSchema.parse(row), trial).result],
  );
}

function answer(
  compass: Compass,
  line: Line,
  trial?: ReaderTrial,
  context?: LastTurn,
): { readonly result: Result; readonly context: LastTurn | undefined } {
  const start = performance.now();
  const { record, context: after } = ask(compass, line.text, line.context, context, trial?.again(line.id));
  return { result: { line, record, faults: findFaults(line, record), ms: performance.now() - start }, context: after };
}

function converse(compass: Compass, conversation: z.output<typeof conversationSchema>, trial?: ReaderTrial): Result[] {
  let context: LastTurn | undefined;
  return conversation.turns.map((turn, at) => {
    const turned = answer(compass, { ...turn, id: `${conversation.id}/${at + 1}`, context: conversation.context }, trial, context);
    context = turned.context;
    return { ...turned.result, turn: true };
  });
}

function reportPart(part: string, results: readonly Result[], wrong: boolean, say: Texts): string[] {
  const { intents, goodRefused, outsideRefused, byIntent, byStyle } = say.evaluate;
  const shareOf = (among: readonly Result[], holds?: (result: Result) => boolean) => share(among, say, holds);
  const refused = ({ record }: Result) => record.intent === OUTSIDE;
  const inScope = results.filter(({ line }) => line.intent !== OUTSIDE);
  const outside = results.filter(({ line }) => line.intent === OUTSIDE);
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
  return countOf(results.filter(holds).length, results.length, say);
}

function countOf(some: number, all: number, say: Texts): string {
  return `${some}/${all}${all >= 20 ? ` (${say.decimal((100 * some) / all, 1)} %)` : ''}`;
}

function latencyOf(results: readonly Result[], say: Texts): string {
  const sorted = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (quantile: number) => say.decimal(sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? 0, 2);
  return say.evaluate.latency(at(0.5), at(0.99));
}

/** What all parts together must hold, in percent: chosen a little below what was measured, so that a real loss shows. */
const barsSchema = z.object({ lines: z.number(), turns: z.number(), goodRefused: z.number(), outsideRefused: z.number() });

/** Compares all single questions, and all turns of conversations, with the bars. */
function judge(parts: readonly Part[], say: Texts, to: Terminal): number {
  const bars = barsSchema.parse(JSON.parse(readFileSync(join(FOLDER, 'bars.json'), 'utf8')));
  const all = parts.flatMap(({ results }) => results);
  const [lines, turns] = [all.filter(({ turn }) => !turn), all.filter(({ turn }) => turn)];
  const [good, outside] = [lines.filter(({ line }) => line.intent !== OUTSIDE), lines.filter(({ line }) => line.intent === OUTSIDE)];
  const isRight = ({ faults }: Result) => faults.length === 0;
  const refused = ({ record }: Result) => record.intent === OUTSIDE;
  // What may be refused as well was not refused wrongly.
  const wrongly = (result: Result) => refused(result) && !result.line.intent_also.includes(OUTSIDE);
  const { pooled, below } = say.evaluate;
  tell(['', pooled(share(lines, say), share(turns, say), share(good, say, wrongly), share(outside, say, refused))], to);
  const fallen = [
    ...(percent(lines, isRight) < bars.lines ? ['lines'] : []),
    ...(percent(turns, isRight) < bars.turns ? ['turns'] : []),
    ...(percent(good, wrongly) > bars.goodRefused ? ['goodRefused'] : []),
    ...(percent(outside, refused) < bars.outsideRefused ? ['outsideRefused'] : []),
  ] as const;
  for (const bar of fallen) tell([below(bar, bars[bar as keyof typeof bars])], to);
  return fallen.length > 0 ? 1 : 0;
}

function percent(results: readonly Result[], holds: (result: Result) => boolean): number {
  return results.length === 0 ? 0 : (100 * results.filter(holds).length) / results.length;
}
