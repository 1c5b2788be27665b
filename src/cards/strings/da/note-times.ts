/**
 * Danish texts of notes by period and by theme.
 */
import { createPeriodNames } from '../periods.js';
import { listed } from './words.js';

const names = createPeriodNames('da', {
  before: {
    day: ['i dag', 'i går', 'i forgårs'],
    week: ['denne uge', 'sidste uge'],
    month: ['denne måned', 'sidste måned'],
    quarter: ['dette kvartal', 'sidste kvartal'],
    year: ['i år', 'sidste år'],
  },
  last: {
    day: { one: 'i dag', many: (n) => `de sidste ${n} dage` },
    week: { one: 'den sidste uge', many: (n) => `de sidste ${n} uger` },
    month: { one: 'den sidste måned', many: (n) => `de sidste ${n} måneder` },
    year: { one: 'det sidste år', many: (n) => `de sidste ${n} år` },
  },
  weekend: 'weekenden',
  weekday: (day) => `i ${day}s`,
  week: (week) => `uge ${week}`,
});

/** The Danish texts; the English ones have the same shape. */
export const daNoteTimes = {
  notePeriod: {
    ...names,
    from: (period: string) => `fra ${period}`,
    fromDay: (date: string) => `fra den ${date}`,
    since: (date: string) => `siden den ${date}`,
    upTo: (date: string) => `til og med den ${date}`,
    title: (when: string) => `Dine noter ${when}`,
    /** After a wish for a summary: the notes are shown as they were written. */
    ownWords: 'Jeg lægger dig ikke ord i munden. Her er dine noter, som du skrev dem.',
  },
  noNotes: {
    title: {
      empty: (when: string) => `Ingen noter ${when}`,
      ahead: 'Det er ikke sket endnu',
      unknown: 'Hvornår var det?',
      impossible: 'Den dag kender kalenderen ikke',
    },
    text: {
      empty: 'Du gemte ingen noter i de dage. Du kan se alle dine noter eller skrive en nu.',
      ahead: 'Jeg kan vise de noter, du allerede har gemt. Du kan se dem alle eller skrive en nu.',
      unknown: 'De dage er det kun dig, der kender. Skriv dem med datoer, for eksempel »mine noter siden 1. august«.',
      impossible: 'Prøv med en anden dato eller uge, for eksempel »mine noter fra den 3. november«.',
    },
    write: 'Skriv en note',
  },
  noteThemes: {
    title: 'Det skriver du mest om',
    /** With the period behind it: "Det skrev du mest om" and, below, "sidste uge". */
    titlePast: 'Det skrev du mest om',
    button: 'Se dine temaer',
    most: (themes: readonly string[], n: number, total: number) =>
      themes.length === 1
        ? `Mest om ${themes[0]}: ${n} af ${total === 1 ? 'din ene note' : `dine ${total} noter`}.`
        : `Mest om ${listed(themes)}: ${n} hver af dine ${total} noter.`,
    even: (n: number) => `Lige meget om ${n} temaer.`,
    noTheme: 'Ingen af dine noter hører til et tema, der står i grundlaget nu.',
    short: (themes: readonly { readonly label: string; readonly count: number }[]) =>
      `Mest om ${listed(themes.map(({ label, count }) => `${label} (${count})`))}.`,
    others: (n: number) => (n === 1 ? 'Ét tema mere' : `${n} temaer mere`),
    gone: 'Temaer, der ikke findes længere',
    without: 'Uden et tema',
  },
};
