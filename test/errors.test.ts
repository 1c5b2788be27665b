import { expect, it } from 'vitest';
import { traceError } from '../src/errors.js';

it.each([
  ['an error', new TypeError('Mette skrev …'), { name: 'TypeError' }],
  ['an error with a code', Object.assign(new Error('x'), { code: 'ECONNRESET' }), { name: 'Error', code: 'ECONNRESET' }],
  ['an error with a status', Object.assign(new Error('x'), { code: 429 }), { name: 'Error', code: 429 }],
  ['a name that is a sentence', Object.assign(new Error('x'), { name: 'Mette Sørensen skrev' }), { name: 'Error' }],
  ['a thrown text', 'Mette skrev …', { name: 'string' }],
])('traces %s by name and code only', (_name, error, trace) => {
  expect(traceError(error)).toEqual(trace);
});
