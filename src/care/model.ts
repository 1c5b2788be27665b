/**
 * The trained weights, as they are read and written: features by their hash, each with a weight for every question.
 */
import type { Feature } from '../learning/features.js';
import { placeIn } from '../learning/rows.js';

/** Weights by feature for questions that a message answers with yes or no, and what each question begins with. */
export type YesNoModel<Q extends string> = {
  /** Hashes, ascending. */
  readonly hashes: Uint32Array;
  /** A weight for each hash, of each question. */
  readonly weights: Readonly<Record<Q, Float32Array>>;
  readonly bias: Readonly<Record<Q, number>>;
};

/** The first bytes of a file of weights; the number changes with what features are. */
const mark = Buffer.from('care1\n');
const steps = 127;

/** Writes a model: weights as steps of a 127th of the largest, so that each takes a byte. */
export function writeModel<Q extends string>({ hashes, weights, bias }: YesNoModel<Q>, questions: readonly Q[]): Buffer {
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

/** Reads what {@link writeModel} wrote for the same questions; undefined when it is something else, or cut. */
export function readModel<Q extends string>(file: Buffer, questions: readonly Q[]): YesNoModel<Q> | undefined {
  if (file.length < mark.length + 4 || !file.subarray(0, mark.length).equals(mark)) return undefined;
  const count = file.readUInt32LE(mark.length);
  if (file.length !== mark.length + 4 + count * 4 + questions.length * (8 + count)) return undefined;
  const start = mark.length + 4;
  // Numbers lie as every machine that Node runs on has them, so whole columns are taken at once.
  const bytes = (from: number, length: number) => file.buffer.slice(file.byteOffset + from, file.byteOffset + from + length) as ArrayBuffer;
  const hashes = new Uint32Array(bytes(start, count * 4));
  const columns = questions.map((question, at) => {
    const from = start + count * 4 + at * (8 + count);
    const step = file.readFloatLE(from + 4) / steps;
    const weights = new Float32Array(new Int8Array(bytes(from + 8, count))).map((weight) => weight * step);
    return { question, weights, bias: file.readFloatLE(from) };
  });
  return { hashes, ...toRecords(columns) };
}

/** What was found for each question, by the question. */
export function toRecords<Q extends string>(
  columns: readonly { readonly question: Q; readonly weights: Float32Array; readonly bias: number }[],
): Pick<YesNoModel<Q>, 'weights' | 'bias'> {
  return {
    weights: Object.fromEntries(columns.map(({ question, weights }) => [question, weights])) as Record<Q, Float32Array>,
    bias: Object.fromEntries(columns.map(({ question, bias }) => [question, bias])) as Record<Q, number>,
  };
}

/** The log-odds that the answer to a question is yes, by the part of the message that says so most: 0 is even, 2.2 nine to one. */
export function judgeYes<Q extends string>(
  { hashes, weights, bias }: YesNoModel<Q>,
  question: Q,
  parts: readonly (readonly Feature[])[],
): number {
  const scores = parts.map((part) =>
    part.reduce((sum, [hash, value]) => {
      const at = placeIn(hashes, hash);
      return at === -1 ? sum : sum + (weights[question][at] ?? 0) * value;
    }, bias[question]),
  );
  return Math.max(...scores);
}
