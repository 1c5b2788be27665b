import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompass } from '../../src/conversation/compass.js';
import { resolvePause } from '../../src/language/times/dates.js';
import { holidays } from '../../src/nudges/rules/holidays.js';
import { resolveOnce } from '../../src/nudges/rules/once.js';
import type { LastTurn } from '../../src/understanding/follow-up.js';
import type { Question } from '../../src/understanding/question.js';
import { care, dictionary, learned, lexicon, library } from '../support/content.js';

type Meant = 'once' | 'standing' | 'pause' | 'remark' | 'impossible';
type Line = {
  readonly text: string;
  readonly class: Meant;
  readonly expect: { date?: string; time?: string; days?: string[]; from?: string; until?: string };
};

/** By sixteen writers who had seen nothing of the product; said on Monday 30 November 2026, 9:00, to whom questions come on weekdays at 8. */
const lines = readFileSync('test/understanding/times.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Line);
const now = new Date('2026-11-30T09:00:00+01:00');
const zone = 'Europe/Copenhagen';
const findHoliday = await holidays();
const { understand } = createCompass(library, lexicon, { dictionary, care, learned });
const justSpoken: LastTurn = {
  question: { intent: 'nudge-on', time: '08:00', days: ['man', 'tir', 'ons', 'tor', 'fre'] },
  statements: [],
};

/** What a question does to the scheduled questions. */
function effectOf(question: Question): { readonly does: string; readonly [part: string]: unknown } {
  switch (question.intent) {
    case 'nudge-on':
    case 'nudge-time':
      if (
        ('wish' in question && question.wish) ||
        question.unclear ||
        (question.intent === 'nudge-time' && !question.days && !question.time)
      )
        return { does: 'ask' };
      return { does: question.offer ? 'offer' : 'change', days: question.days, time: question.time };
    case 'nudge-pause': {
      const pause = question.pause ? resolvePause(question.pause, now, zone, findHoliday) : 'unclear';
      return pause === 'unclear' ? { does: 'ask' } : { does: question.offer ? 'offer' : 'pause', ...pause };
    }
    case 'nudge-off':
      return { does: 'stop' };
    case 'remind': {
      const once = resolveOnce(question, { now, zone, planTime: undefined, findHoliday });
      if (question.offer) return { does: 'offer' };
      return once.kind === 'unclear'
        ? { does: 'ask' }
        : { does: 'once', date: once.date, time: once.from === 'said' ? once.time : undefined };
    }
    default:
      return { does: 'nothing' };
  }
}

const changes = (does: string) => ['change', 'pause', 'stop'].includes(does);

function isRight({ class: meant, expect: wanted }: Line, effect: ReturnType<typeof effectOf>): boolean {
  const has = (...parts: (keyof Line['expect'])[]) =>
    parts.every((part) => wanted[part] === undefined || JSON.stringify(wanted[part]) === JSON.stringify(effect[part]));
  switch (meant) {
    case 'once':
      return effect.does === 'once' && has('date', 'time');
    case 'standing':
      return effect.does === 'change' && has('days', 'time');
    case 'pause':
      return ['pause', 'offer'].includes(effect.does) && has('from', 'until');
    case 'remark':
      return ['nothing', 'offer'].includes(effect.does);
    case 'impossible':
      return effect.does === 'ask';
  }
}

describe('640 sentences with times in them', () => {
  it('are read as they were meant, 92 of 100', () => {
    const right = lines.filter((line) => isRight(line, effectOf(understand(line.text).question)));
    expect(lines).toHaveLength(640);
    expect(right.length / lines.length).toBeGreaterThanOrEqual(0.92);
  });

  it.each([
    ['alone', undefined],
    ['right after the plan was spoken of', justSpoken],
  ])('change no plan where nobody asked for it: %s', (_, context) => {
    const kept = lines.filter(({ class: meant }) => meant === 'remark' || meant === 'once' || meant === 'impossible');
    const changed = kept.filter(({ text }) => changes(effectOf(understand(text, {}, context).question).does));
    expect(changed.map(({ text }) => text)).toEqual([]);
  });
});
