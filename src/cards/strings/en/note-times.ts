/**
 * English texts of notes by period and by theme.
 */
import type { daNoteTimes } from '../da/note-times.js';
import { createLister } from '../lists.js';
import { createPeriodNames } from '../periods.js';

const listed = createLister('en');

const names = createPeriodNames('en', {
  before: {
    day: ['today', 'yesterday', 'the day before yesterday'],
    week: ['this week', 'last week'],
    month: ['this month', 'last month'],
    quarter: ['this quarter', 'last quarter'],
    year: ['this year', 'last year'],
  },
  last: {
    day: { one: 'today', many: (n) => `the last ${n} days` },
    week: { one: 'the last week', many: (n) => `the last ${n} weeks` },
    month: { one: 'the last month', many: (n) => `the last ${n} months` },
    year: { one: 'the last year', many: (n) => `the last ${n} years` },
  },
  weekend: 'the weekend',
  weekday: (day) => `last ${day}`,
  week: (week) => `week ${week}`,
});

/** The English texts. */
export const enNoteTimes: typeof daNoteTimes = {
  notePeriod: {
    ...names,
    from: (period) => `from ${period}`,
    fromDay: (date) => `from ${date}`,
    since: (date) => `since ${date}`,
    upTo: (date) => `up to ${date}`,
    title: (when) => `Your notes ${when}`,
    ownWords: 'I do not put words in your mouth. Here are your notes as you wrote them.',
  },
  noNotes: {
    title: {
      empty: (when) => `No notes ${when}`,
      ahead: 'That has not happened yet',
      unknown: 'When was that?',
      impossible: 'The calendar has no such day',
    },
    text: {
      empty: 'You saved no notes in those days. You can see all your notes or write one now.',
      ahead: 'I can show the notes that you have saved. You can see them all or write one now.',
      unknown: 'Only you know those days. Write them with dates, for example “my notes since 1 August”.',
      impossible: 'Try another date or week, for example “my notes from 3 November”.',
    },
    write: 'Write a note',
  },
  noteThemes: {
    title: 'What you write most about',
    titlePast: 'What you wrote most about',
    button: 'See your themes',
    most: (themes, n, total) =>
      themes.length === 1
        ? `Most about ${themes[0]}: ${n} of your ${total === 1 ? 'one note' : `${total} notes`}.`
        : `Most about ${listed(themes)}: ${n} each of your ${total} notes.`,
    even: (n) => `The same about ${n} themes.`,
    noTheme: 'None of your notes belong to a theme that the framework has now.',
    short: (themes) => `Most about ${listed(themes.map(({ label, count }) => `${label} (${count})`))}.`,
    others: (n) => (n === 1 ? 'One more theme' : `${n} more themes`),
    gone: 'Themes that are no longer there',
    without: 'Without a theme',
  },
};
