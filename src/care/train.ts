/**
 * Training: logistic regression by AdaGrad, one for each question. A message counts by its most telling part; no word of
 * anybody's is kept but as the weight of a feature that several messages share.
 */
import { createRandom, shuffle } from '../learning/chance.js';
import { findCommon, type Row, toRow } from '../learning/rows.js';
import { readParts } from './features.js';
import { toRecords, type YesNoModel } from './model.js';
import { type CareQuestion, careQuestions, type OwnQuestion, ownQuestions } from './questions.js';

/** A message and what it is: its writer is unwell, it is about others who are, or neither. */
export type CareExample = { readonly text: string; readonly kind: 'unwell' | 'others' | 'well' };

/** A message, and whether it is about its writer. */
export type OwnExample = { readonly text: string; readonly own: boolean };

/** How it is trained, chosen by cross-validation over writers. */
const training = { epochs: 12, wholeEpochs: 2, rate: 0.25, biasRate: 0.1, decay: 2e-5, leastMessages: 3, leastWeight: 0.05, seed: 1 };

/** Trains the reading of who is not well; the same examples in the same order give the same model. */
export function trainCare(examples: readonly CareExample[]): YesNoModel<CareQuestion> {
  return train(examples, careQuestions, ({ kind }, question) => kind === question);
}

/** Trains the reading of what is about its writer; the same examples in the same order give the same model. */
export function trainOwn(examples: readonly OwnExample[]): YesNoModel<OwnQuestion> {
  return train(examples, ownQuestions, ({ own }) => own);
}

function train<E extends { readonly text: string }, Q extends string>(
  examples: readonly E[],
  questions: readonly Q[],
  isYes: (example: E, question: Q) => boolean,
): YesNoModel<Q> {
  const read = examples.map(({ text }) => readParts(text));
  const hashes = findCommon(
    read.map((parts) => parts.flat()),
    training.leastMessages,
  );
  const places = new Map([...hashes].map((hash, at) => [hash, at]));
  const rows = read.map((parts) => parts.map((part) => toRow(part, places)));
  const trained = questions.map((question) => ({
    question,
    ...descend(
      rows,
      examples.map((example) => isYes(example, question)),
      hashes.length,
    ),
  }));
  return prune(hashes, trained);
}

type Fitted = { readonly weights: Float32Array; readonly bias: number };

function descend(rows: readonly (readonly Row[])[], yes: readonly boolean[], size: number): Fitted {
  const state = { weights: new Float32Array(size), squares: new Float32Array(size).fill(1e-3), bias: 0, biasSquare: 1e-3 };
  const order = rows.map((_, at) => at);
  const random = createRandom(training.seed);
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const parts = rows[at] ?? [];
      const chosen = epoch < training.wholeEpochs ? parts.slice(0, 1) : mostTelling(parts, state);
      for (const part of chosen) learn(state, part, yes[at] === true, 1 / chosen.length);
    }
  }
  return state;
}

type State = { readonly weights: Float32Array; readonly squares: Float32Array; bias: number; biasSquare: number };

/** The whole message, and the sentence that says most where that is more than the whole says. */
function mostTelling(parts: readonly Row[], state: State): readonly Row[] {
  const scores = parts.map((part) => scoreOf(part, state));
  const best = scores.indexOf(Math.max(...scores));
  const [whole] = parts;
  const telling = parts[best];
  return whole && telling && best > 0 ? [whole, telling] : parts.slice(0, 1);
}

function scoreOf({ at, value }: Row, { weights, bias }: State): number {
  let score = bias;
  for (let index = 0; index < at.length; index += 1) score += (weights[at[index] ?? 0] ?? 0) * (value[index] ?? 0);
  return score;
}

function learn(state: State, part: Row, isYes: boolean, share: number): void {
  const { weights, squares } = state;
  const error = (1 / (1 + Math.exp(-scoreOf(part, state))) - Number(isYes)) * share;
  part.at.forEach((at, index) => {
    const weight = weights[at] ?? 0;
    const slope = error * (part.value[index] ?? 0) + training.decay * weight;
    const square = (squares[at] ?? 0) + slope * slope;
    squares[at] = square;
    weights[at] = weight - (training.rate * slope) / Math.sqrt(square);
  });
  state.biasSquare += error * error;
  state.bias -= (training.biasRate * error) / Math.sqrt(state.biasSquare);
}

/** Weights that move nothing are left out. */
function prune<Q extends string>(hashes: Uint32Array, trained: readonly (Fitted & { readonly question: Q })[]): YesNoModel<Q> {
  const kept = [...hashes.keys()].filter((at) => trained.some(({ weights }) => Math.abs(weights[at] ?? 0) >= training.leastWeight));
  const keep = (weights: Float32Array) => Float32Array.from(kept, (at) => weights[at] ?? 0);
  return {
    hashes: Uint32Array.from(kept, (at) => hashes[at] ?? 0),
    ...toRecords(trained.map(({ weights, ...each }) => ({ ...each, weights: keep(weights) }))),
  };
}
