import { describe, expect, test } from 'vitest';
import { isTired, reserved, type Shown } from '../../../src/nudges/rules/fatigue.js';

const day = 86_400_000;
const start = Date.parse('2026-11-02T07:00:00Z');
const on = (days: number) => new Date(start + days * day);
/** One prompt a day from the first day on, newest first. */
const daily = (count: number, from = 0): Shown[] =>
  Array.from({ length: count }, (_, at) => ({ prompt: `p${at}`, at: on(from + at) })).reverse();

describe('a person is asked whether the questions suit them', () => {
  test.each([
    ['nine in a row are unanswered', daily(9), on(-1), false],
    ['ten in a row are unanswered', daily(10), on(-1), true],
    ['they wrote after the first of ten', daily(10), new Date(start + 5 * 3_600_000), false],
    ['what was shown was within the hour of what they did', daily(10), on(0), false],
    ['nothing is known of what they did', daily(30), undefined, false],
    ['they were asked 59 days ago', [...daily(40, 20), { prompt: reserved.fit, at: on(1) }], on(-1), false],
    ['they were asked 60 days ago', [...daily(40, 20), { prompt: reserved.fit, at: on(0) }], on(-1), true],
  ])('where %s: %#', (_, shown, activeAt, tired) => {
    expect(isTired({ shown, activeAt }, on(60))).toBe(tired);
  });
});
