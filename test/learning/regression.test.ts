import { describe, expect, it } from 'vitest';
import { createRandom, shuffle } from '../../src/learning/chance.js';
import { hash, weigh } from '../../src/learning/features.js';
import { type Example, type Fitting, fitRegression, softmax } from '../../src/learning/regression.js';

const fitting: Fitting = { epochs: 12, rate: 0.25, biasRate: 0.1, decay: 2e-5, leastExamples: 2, seed: 1 };

/** Messages of three classes: each has some words of its own and some that all share. */
function makeExamples(seed: number): Example[] {
  const random = createRandom(seed);
  const any = (most: number) => Math.floor(random() * most);
  return Array.from({ length: 240 }, (_, at) => {
    const of = at % 3;
    const words = Array.from({ length: 6 }, () => (random() < 0.4 ? `own ${of} ${any(20)}` : `shared ${any(60)}`));
    return { features: weigh(words, 2.2), of };
  });
}

function predict(examples: readonly Example[], fitted = fitRegression(examples, 3, fitting)): Float32Array[] {
  const rows = new Map([...fitted.hashes].map((each, at) => [each, at]));
  return examples.map(({ features }) => {
    const sums = Float32Array.from(fitted.bias);
    for (const [each, value] of features) {
      const row = rows.get(each);
      if (row !== undefined) for (let of = 0; of < 3; of += 1) sums[of] = (sums[of] ?? 0) + (fitted.weights[row * 3 + of] ?? 0) * value;
    }
    return softmax(sums);
  });
}

const best = (likely: Float32Array) => likely.indexOf(Math.max(...likely));

describe('logistic regression', () => {
  it('tells classes apart that it has not seen the examples of', () => {
    const fitted = fitRegression(makeExamples(1), 3, fitting);
    const others = makeExamples(2);
    const right = predict(others, fitted).filter((likely, at) => best(likely) === others[at]?.of).length;
    expect(right).toBeGreaterThan(216);
  });

  it('gives the same probabilities on every Node, to three digits', () => {
    const digits = predict(makeExamples(1)).map((likely) => [...likely].map((each) => each.toFixed(3)).join(' '));
    expect(hash(digits.join('\n'))).toBe(3875073483);
  });

  it('learns nothing from what only one example shows', () => {
    const lone: Example[] = [
      { features: weigh(['once'], 1), of: 0 },
      { features: weigh(['twice'], 1), of: 1 },
      { features: weigh(['twice'], 1), of: 1 },
    ];
    expect([...fitRegression(lone, 2, fitting).hashes]).toEqual([hash('twice')]);
  });
});

describe('softmax', () => {
  it.each([[[0, 0, 0, 0]], [[1000, -1000, 0, 5]], [[-3e38, 3e38, 1, 2]]])('of %j adds up to 1', (sums) => {
    expect(softmax(Float32Array.from(sums)).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
  });
});

describe('features', () => {
  it('count each name once, all together of one length', () => {
    const features = weigh(['a', 'b', 'a', 'c'], 2.2);
    expect(features.map(([each]) => each)).toEqual(['a', 'b', 'c'].map(hash));
    expect(Math.hypot(...features.map(([, value]) => value))).toBeCloseTo(2.2);
    expect(weigh([], 2.2)).toEqual([]);
  });
});

describe('chance', () => {
  it('is the same each time, and keeps every number when it shuffles', () => {
    const order = Array.from({ length: 50 }, (_, at) => at);
    shuffle(order, createRandom(7));
    const again = Array.from({ length: 50 }, (_, at) => at);
    shuffle(again, createRandom(7));
    expect(order).toEqual(again);
    expect([...order].sort((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect(order).not.toEqual([...order].sort((one, other) => one - other));
  });
});
