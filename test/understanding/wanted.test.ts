import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompass } from '../../src/conversation/compass.js';
import type { Question } from '../../src/understanding/question.js';
import { care, dictionary, learned, lexicon, library } from '../support/content.js';

type Kind = 'once' | 'plan' | 'pause' | 'remark' | 'notes';

/** By six writers who had seen nothing of the product, and of whose messages the model learns nothing; a few rules were mended after each set was measured; said on Monday 30 November 2026, 9:00. */
const lines = readFileSync('test/understanding/wanted.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { readonly text: string; readonly kind: Kind });
const { understand } = createCompass(library, lexicon, { dictionary, care, learned });
const heard = lines.map((line) => ({ ...line, question: understand(line.text).question }));

/** Whether a question starts or changes the scheduled questions at once: it neither proposes that, nor asks back. */
function changesPlan(question: Question): boolean {
  switch (question.intent) {
    case 'nudge-on':
      return !question.wish && !question.offer && !question.unclear;
    case 'nudge-time':
      return !question.offer && !question.unclear && (question.days ?? question.time) !== undefined;
    case 'nudge-pause':
      return question.pause !== undefined && !question.offer;
    default:
      return question.intent === 'nudge-off';
  }
}

function isRight(kind: Kind, question: Question): boolean {
  const { intent } = question;
  switch (kind) {
    case 'once':
      return intent === 'remind';
    case 'plan':
      return intent === 'nudge-time' || (intent === 'nudge-on' && !question.wish);
    case 'pause':
      return intent === 'nudge-pause' || intent === 'nudge-off';
    case 'notes':
      return intent === 'reflections';
    case 'remark':
      return !changesPlan(question) && (intent !== 'remind' || question.offer === true);
  }
}

describe('1,080 messages by people the product never met', () => {
  it.each<[Kind, number]>([
    ['once', 0.93],
    ['plan', 0.9],
    ['pause', 0.93],
    ['remark', 0.97],
    ['notes', 0.93],
  ])('that want %s are read so', (kind, least) => {
    const own = heard.filter((line) => line.kind === kind);
    const wrong = own.filter(({ question }) => !isRight(kind, question));
    expect(wrong.length / own.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(1 - least);
  });

  it.each<Kind>(['once', 'remark'])('that want %s change no plan', (kind) => {
    expect(heard.filter((line) => line.kind === kind && changesPlan(line.question)).map(({ text }) => text)).toEqual([]);
  });
});
