/**
 * What a message probably wants: trained weights, and how they are used.
 */
import { type Intent, intents } from '../content/intents.js';
import type { Feature } from '../learning/features.js';
import { type Regression, softmax } from '../learning/regression.js';
import { placeIn } from '../learning/rows.js';
import { leastWeight } from './policy.js';

/** Trained weights, a byte each: a row for each feature, a column for each of {@link intents}. Plain data, so that a copy can be kept. */
export type IntentModel = {
  /** Features by their hash, ascending. */
  readonly hashes: Uint32Array;
  readonly weights: Int8Array;
  /** What a weight of one step is worth, by intent. */
  readonly steps: Float32Array;
  readonly bias: Float32Array;
};

/** An intent and how likely it is, 0 to 1. */
export type Likely = { readonly intent: Intent; readonly likelihood: number };

const mostSteps = 127;

/** Takes out of a fitted model what moves nothing, and writes the rest in bytes. */
export function compactModel({ classes, hashes, weights, bias }: Regression): IntentModel {
  const rows = [...hashes.keys()].filter((row) =>
    weights.subarray(row * classes, (row + 1) * classes).some((weight) => Math.abs(weight) >= leastWeight),
  );
  const steps = new Float32Array(classes).fill(1e-9);
  for (const row of rows)
    for (let column = 0; column < classes; column += 1)
      steps[column] = Math.max(steps[column] as number, Math.abs(weights[row * classes + column] as number));
  const bytes = new Int8Array(rows.length * classes);
  rows.forEach((row, at) => {
    for (let column = 0; column < classes; column += 1)
      bytes[at * classes + column] = Math.round(((weights[row * classes + column] as number) / (steps[column] as number)) * mostSteps);
  });
  return {
    hashes: Uint32Array.from(rows, (row) => hashes[row] as number),
    weights: bytes,
    steps: steps.map((most) => most / mostSteps),
    bias,
  };
}

/** All intents, the likeliest first. */
export function judge(model: IntentModel, features: readonly Feature[]): Likely[] {
  const sums = new Float32Array(intents.length);
  for (const [hash, value] of features) {
    const row = placeIn(model.hashes, hash);
    if (row < 0) continue;
    const start = row * intents.length;
    for (let column = 0; column < intents.length; column += 1)
      sums[column] = (sums[column] as number) + (model.weights[start + column] as number) * value;
  }
  const likely = softmax(sums.map((sum, column) => sum * (model.steps[column] as number) + (model.bias[column] as number)));
  return intents.map((intent, column) => ({ intent, likelihood: likely[column] as number })).sort((a, b) => b.likelihood - a.likelihood);
}

/** How much a feature speaks for an intent; 0 for one that is not known. */
export function weightOf(model: IntentModel, [hash, value]: Feature, intent: Intent): number {
  const row = placeIn(model.hashes, hash);
  const column = intents.indexOf(intent);
  return row < 0 ? 0 : (model.weights[row * intents.length + column] as number) * (model.steps[column] as number) * value;
}
