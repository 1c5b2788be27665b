/**
 * English texts of the look back on the week.
 */
import type { daLookBack } from '../da/look-back.js';
import { daysOf, listed } from './words.js';

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const numberOf = (n: number) => words[n] ?? `${n}`;

/** The English texts. */
export const enLookBack: typeof daLookBack = {
  lookBack: {
    title: 'Look back on the week',
    dates: (from, until) => `From ${from} to ${until}`,
    notes: (n) => (n === 0 ? 'You wrote no notes this week.' : `You wrote ${numberOf(n)} ${n === 1 ? 'note' : 'notes'} this week.`),
    most: 'You wrote most to:',
    agreements: ({ done, partly, asked, open }) => {
      const parts = [
        ...(done > 0 ? [`${numberOf(done)} done`] : []),
        ...(partly > 0 ? [`${numberOf(partly)} done a little`] : []),
        ...(asked > 0 ? [`${numberOf(asked)} waiting for an answer`] : []),
        ...(open > 0 ? [`${numberOf(open)} to come`] : []),
      ];
      return parts.length === 0 ? 'You have no agreements with yourself right now.' : `Your agreements: ${listed(parts)}.`;
    },
    last: 'To end with',
    closing: [
      'What will you take with you into next week?',
      'What went well that you will do again?',
      'Who did you not get to talk to, and wanted to?',
      'What can you let go of before the weekend begins?',
      'What did you notice in yourself this week?',
    ],
    due: 'Here is your week in numbers, and a question to end it with. It takes a few minutes.',
    door: 'Your notes and agreements of the week, and a question to end it with.',
    show: 'Show my week',
    open: 'Open',
    button: { on: 'Get it every week', off: 'Stop looking back' },
    onTitle: 'You will get the look back on your week',
    on: (day, time, next) => `It comes ${daysOf([day])} at ${time}, in place of the day’s question. Next: ${next}.`,
    offTitle: 'You will get no more of them',
    off: 'Write “look back on my week” when you want to see it.',
  },
};
