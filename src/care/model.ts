/**
 * The trained weights, as they are read and written: features by their hash, each with a weight for either question.
 */
import type { Feature } from '../learning/features.js';
import { placeIn } from '../learning/rows.js';

/** What is asked of a message: whether its writer is not well, and whether it is about others who are not. */
export const questions = ['unwell', 'others'] as const;

/** One of {@link questions}. */
export type CareQuestion = (typeof questions)[number];

/** Weights by feature, and what each question begins with. */
export type CareModel = {
  /** Hashes, ascending. */
  readonly hashes: Uint32Array;
  /** A weight for each hash, of either question. */
  readonly weights: Readonly<Record<CareQuestion, Float32Array>>;
  readonly bias: Readonly<Record<CareQuestion, number>>;
};

/** The first bytes of a file of weights; the number changes with what features are. */
const mark = Buffer.from('care1\n');
const steps = 127;

/** Writes a model: weights as steps of a 127th of the largest, so that each takes a byte. */
export function writeModel({ hashes, weights, bias }: CareModel): Buffer {
  const parts = questions.flatMap((question) => {
    const largest = weights[question].reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
    const head = Buffer.alloc(8);
    head.writeFloatLE(bias[question], 0);
    head.writeFloatLE(largest, 4);
    return [head, Buffer.from(Int8Array.from(weights[question], (weight) => Math.round((weight / largest) * steps)).buffer)];
  });
  const count = Buffer.alloc(4);
  count.writeUInt32LE(hashes.length);
  const body = Buffer.alloc(hashes.length * 4);
  hashes.forEach((hash, at) => {
    body.writeUInt32LE(hash, at * 4);
  });
  return Buffer.concat([mark, count, body, ...parts]);
}

/** Reads what {@link writeModel} wrote; undefined when it is something else, or cut. */
export function readModel(file: Buffer): CareModel | undefined {
  if (file.length < mark.length + 4 || !file.subarray(0, mark.length).equals(mark)) return undefined;
  const count = file.readUInt32LE(mark.length);
  if (file.length !== mark.length + 4 + count * 4 + questions.length * (8 + count)) return undefined;
  const start = mark.length + 4;
  // Numbers lie as every machine that Node runs on has them, so whole columns are taken at once.
  const bytes = (from: number, length: number) => file.buffer.slice(file.byteOffset + from, file.byteOffset + from + length) as ArrayBuffer;
  const hashes = new Uint32Array(bytes(start, count * 4));
  const read = (question: CareQuestion) => {
    const from = start + count * 4 + questions.indexOf(question) * (8 + count);
    const step = file.readFloatLE(from + 4) / steps;
    return {
      bias: file.readFloatLE(from),
      weights: new Float32Array(new Int8Array(bytes(from + 8, count))).map((weight) => weight * step),
    };
  };
  const [unwell, others] = [read('unwell'), read('others')];
  return {
    hashes,
    weights: { unwell: unwell.weights, others: others.weights },
    bias: { unwell: unwell.bias, others: others.bias },
  };
}

/** The log-odds that the answer to a question is yes, by the part of the message that says so most: 0 is even, 2.2 nine to one. */
export function judgeCare({ hashes, weights, bias }: CareModel, question: CareQuestion, parts: readonly (readonly Feature[])[]): number {
  const scores = parts.map((part) =>
    part.reduce((sum, [hash, value]) => {
      const at = placeIn(hashes, hash);
      return at === -1 ? sum : sum + (weights[question][at] ?? 0) * value;
    }, bias[question]),
  );
  return Math.max(...scores);
}
