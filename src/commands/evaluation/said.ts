/**
 * How well what people said can be learned: lines for each intent, what writers who were left out are taken for, and lines
 * that the understanding finds unlikely, which may be labelled wrongly.
 */
import { type Intent, intents } from '../../content/intents.js';
import type { Writer } from '../../language/said.js';
import type { Vocabulary } from '../../language/vocabulary.js';
import { createLikeness } from '../../search/likeness.js';
import { type ContentFault, toFault } from '../../storage/content-reading.js';
import type { ReadSaid } from '../../storage/said-files.js';
import { crossValidate, isRight, type Predicted } from '../../understanding/cross.js';
import { type IntentModel, judge } from '../../understanding/intent-model.js';
import { readLessons } from '../../understanding/train.js';
import type { Texts } from '../strings/da.js';
import { toTable } from '../terminal/table.js';

/** Writers whose lines every model learns from: the house's own, written to be learned and not to be met. */
const house = /^(eksempler|huset)/;
/** So many confusions, and unlikely lines, are shown. */
const mostConfusions = 12;
const mostUnlikely = 25;
/** A line is shown where its own intent is less likely than this to a model that never saw its writer. */
const unlikely = 0.02;
/** Thresholds that are laid beside each other. */
const refusals = [0.3, 0.35, 0.4, 0.5] as const;
const acts = [0.35, 0.45, 0.55] as const;

/** Trains five models, each without a fifth of the writers, and tells what they make of them: some seconds for each. */
export function reportSaid(vocabulary: Vocabulary, writers: readonly Writer[], say: Texts): string[] {
  const lessons = readLessons(vocabulary, createLikeness(vocabulary), writers);
  const predicted = crossValidate(lessons, (writer) => house.test(writer));
  const texts = new Map(lessons.map((lesson, at) => [lesson, writers.flatMap(({ said }) => said)[at]?.say ?? '']));
  const { saidHead, right, confusions, doubted, refuse, act } = say.checkContent;
  return [
    ...toTable([saidHead, ...rowsOf(predicted, writers, say)], 1),
    '',
    right(share(predicted.filter(isRight).length, predicted.length, say), predicted.length),
    ...refusals.map((from) => refuse(from, ...refusedFrom(predicted, from, say))),
    ...acts.map((from) => act(from, ...actedFrom(predicted, from, say))),
    '',
    confusions,
    ...confusionsOf(predicted).map(([pair, times]) => `  ${pair} ${times}`),
    '',
    doubted,
    ...doubtedOf(predicted).map(
      ({ lesson, likely }) => `  ${lesson.writer}: "${texts.get(lesson)}" ${intents[lesson.of]} -> ${likely[0]?.intent}`,
    ),
  ];
}

/** Lines that a model makes something else of than their writers, though it learned from them: remarks, the unlikeliest first. */
export function findUnlikely(
  vocabulary: Vocabulary,
  { writers, places }: Extract<ReadSaid, { ok: true }>,
  model: IntentModel,
): ContentFault[] {
  const lines = writers.flatMap(({ said }, writer) => said.map((line, at) => ({ line, writer, at })));
  return readLessons(vocabulary, createLikeness(vocabulary), writers)
    .map((lesson, index) => ({ ...lines[index], likely: judge(model, lesson.features), of: intents[lesson.of] }))
    .map((each) => ({ ...each, own: each.likely.find(({ intent }) => intent === each.of)?.likelihood ?? 0 }))
    .filter(({ own }) => own < unlikely)
    .sort((one, other) => one.own - other.own)
    .slice(0, mostUnlikely)
    .flatMap(({ line, writer = 0, at = 0, likely, of = 'help' }) => {
      const place = places[writer];
      if (!place || !line) return [];
      const facts = { stands: line.say, intent: of, likelier: likely[0]?.intent ?? of };
      return [toFault(place.file, place.lineOf(['said', at, 'intent']), { id: 'unlikely', facts })];
    });
}

function rowsOf(predicted: readonly Predicted[], writers: readonly Writer[], say: Texts): string[][] {
  return intents.map((intent) => {
    const lines = writers.flatMap(({ said }) => said).filter((line) => line.intent === intent).length;
    const own = predicted.filter(({ lesson }) => intents[lesson.of] === intent);
    return [intent, `${lines}`, share(own.filter(isRight).length, own.length, say)];
  });
}

/** The share of good questions that are refused, and of those out of scope. */
function refusedFrom(predicted: readonly Predicted[], from: number, say: Texts): [string, string] {
  const outside = ({ lesson }: Predicted) => intents[lesson.of] === 'out-of-scope';
  const isRefused = ({ likely }: Predicted) => (likely.find(({ intent }) => intent === 'out-of-scope')?.likelihood ?? 0) >= from;
  const shareOf = (among: readonly Predicted[]) => share(among.filter(isRefused).length, among.length, say);
  return [shareOf(predicted.filter((each) => !outside(each))), shareOf(predicted.filter(outside))];
}

/** The share that is done without asking, the right ones among them, and the right one of two among the rest. */
function actedFrom(predicted: readonly Predicted[], from: number, say: Texts): [string, string, string] {
  const acted = predicted.filter(({ likely }) => (likely[0]?.likelihood ?? 0) >= from);
  const offered = predicted.filter(({ likely }) => (likely[0]?.likelihood ?? 0) < from);
  const amongTwo = offered.filter(({ lesson, likely }) => likely.slice(0, 2).some(({ intent }) => intent === intents[lesson.of]));
  return [
    share(acted.length, predicted.length, say),
    share(acted.filter(isRight).length, acted.length, say),
    share(amongTwo.length, offered.length, say),
  ];
}

function confusionsOf(predicted: readonly Predicted[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { lesson, likely } of predicted.filter((each) => !isRight(each))) {
    const pair = `${intents[lesson.of] as Intent} -> ${likely[0]?.intent}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).slice(0, mostConfusions);
}

/** Lines whose label no other writer would give, the least likely first. */
function doubtedOf(predicted: readonly Predicted[]): Predicted[] {
  const own = ({ lesson, likely }: Predicted) => likely.find(({ intent }) => intent === intents[lesson.of])?.likelihood ?? 0;
  return predicted
    .filter((each) => own(each) < unlikely)
    .sort((one, other) => own(one) - own(other))
    .slice(0, mostUnlikely);
}

function share(some: number, all: number, say: Texts): string {
  return all === 0 ? '-' : `${say.decimal((100 * some) / all, 1)} %`;
}
