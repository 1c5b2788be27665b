/**
 * Multinomial logistic regression over sparse features, fitted by AdaGrad: the plainest learner that gives probabilities.
 */
import { createRandom, shuffle } from './chance.js';
import type { Feature } from './features.js';
import { findCommon, type Row, toRow } from './rows.js';

/** An example: its features, and which class it is of. */
export type Example = { readonly features: readonly Feature[]; readonly of: number };

/** How a model is fitted. `decay` pulls weights to 0; `leastExamples` have a feature, or it is left out. */
export type Fitting = {
  readonly epochs: number;
  readonly rate: number;
  readonly biasRate: number;
  readonly decay: number;
  readonly leastExamples: number;
  readonly seed: number;
};

/** A fitted model: a row of weights for each feature (`hashes` ascending), a column for each class. */
export type Regression = {
  readonly classes: number;
  readonly hashes: Uint32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

/** A slope this small moves nothing that shows. */
const leastSlope = 1e-4;

/** Fits a model; the same examples in the same order give the same one. */
export function fitRegression(examples: readonly Example[], classes: number, fitting: Fitting): Regression {
  const hashes = findCommon(
    examples.map(({ features }) => features),
    fitting.leastExamples,
  );
  const places = new Map([...hashes].map((each, at) => [each, at]));
  const rows = examples.map(({ features }) => toRow(features, places));
  const state = createState(hashes.length, classes);
  const order = rows.map((_, at) => at);
  const random = createRandom(fitting.seed);
  for (let epoch = 0; epoch < fitting.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) learn(state, rows[at] as Row, examples[at]?.of ?? 0, fitting);
  }
  return { classes, hashes, weights: state.weights, bias: state.bias };
}

/** How likely each class is, given the sum of its weights. */
export function softmax(sums: Float32Array): Float32Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  const likely = Float32Array.from(sums, (sum) => Math.exp(sum - most));
  let total = 0;
  for (const each of likely) total += each;
  return likely.map((each) => each / total);
}

type State = {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float32Array;
  readonly biasSquares: Float32Array;
};

function createState(size: number, classes: number): State {
  return {
    classes,
    weights: new Float32Array(size * classes),
    squares: new Float32Array(size * classes).fill(1e-3),
    bias: new Float32Array(classes),
    biasSquares: new Float32Array(classes).fill(1e-3),
  };
}

function sum({ at, value }: Row, { classes, weights, bias }: State): Float32Array {
  const sums = Float32Array.from(bias);
  for (let index = 0; index < at.length; index += 1) {
    const row = (at[index] as number) * classes;
    const much = value[index] as number;
    for (let each = 0; each < classes; each += 1) sums[each] = (sums[each] as number) + (weights[row + each] as number) * much;
  }
  return sums;
}

function learn(state: State, row: Row, of: number, { rate, biasRate, decay }: Fitting): void {
  const { classes, weights, squares, bias, biasSquares } = state;
  const errors = softmax(sum(row, state));
  for (let each = 0; each < classes; each += 1) errors[each] = (errors[each] as number) - Number(each === of);
  for (let index = 0; index < row.at.length; index += 1) {
    const start = (row.at[index] as number) * classes;
    const much = row.value[index] as number;
    for (let each = 0; each < classes; each += 1) {
      const place = start + each;
      const slope = (errors[each] as number) * much + decay * (weights[place] as number);
      if (slope > -leastSlope && slope < leastSlope) continue;
      squares[place] = (squares[place] as number) + slope * slope;
      weights[place] = (weights[place] as number) - (rate * slope) / Math.sqrt(squares[place] as number);
    }
  }
  for (let each = 0; each < classes; each += 1) {
    const slope = errors[each] as number;
    biasSquares[each] = (biasSquares[each] as number) + slope * slope;
    bias[each] = (bias[each] as number) - (biasRate * slope) / Math.sqrt(biasSquares[each] as number);
  }
}
