/**
 * English texts of a focus, and of what comes in the place of a question.
 */
import type { daFocus } from '../da/focus.js';

const quoted = (name: string) => `“${name}”`;

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

const word = (n: number) => numbers[n] ?? `${n}`;

const weeks = (n: number) => `${word(n)} weeks`;

/** The English texts. */
export const enFocus: typeof daFocus = {
  focus: {
    title: (name) => `Your focus: ${name}`,
    statementTitle: 'Your focus is a statement',
    until: (date) => `until ${date}`,
    share: 'At least three in five of your scheduled questions are about it while it lasts.',
    statementShare: (theme) =>
      `At least three in five of your scheduled questions are about it. When there are no more, they come from ${quoted(theme)}.`,
    replaced: (name) => `It replaces your focus on ${quoted(name)}.`,
    replacedStatement: 'It replaces the focus you had.',
    noDaily: 'You do not get scheduled questions yet. When should they come?',
    change: 'Change focus',
    stop: 'Stop focus',
    stopped: { title: 'Your focus has stopped', text: 'Your scheduled questions are about your whole role again.' },
    none: { title: 'You have no focus', text: 'Choose a theme, and most of your scheduled questions are about it for some weeks.' },
    choose: 'Choose a focus',
    button: 'My focus',
    on: (name) => `Focus on ${name}`,
    onStatement: 'Focus on the statement',
    formTitle: 'What would you like to work on?',
    formNote: 'Most of your scheduled questions are about it while it lasts.',
    theme: 'Theme',
    weeks: 'For how long',
    weeksOf: weeks,
    pick: 'Choose',
    save: 'Begin',
    missing: 'Choose a theme.',
    notFound: (text) => `I find no theme about ${quoted(text)}. Choose the one that is nearest.`,
    length: {
      title: (least, most) => `A focus lasts from ${word(least)} to ${weeks(most)}`,
      short: (n) => `In less time not much will change. Shall it be ${weeks(n)}?`,
      long: (n) => `A focus seldom holds for longer than that. Shall it be ${weeks(n)}? You can renew it afterwards.`,
      unclear: (n) => `I am not sure how long you mean. Shall it be ${weeks(n)}?`,
      yes: (n) => `Yes, ${weeks(n)}`,
      other: 'Choose yourself',
    },
    why: (cadence) => `From your focus. You get it ${cadence}.`,
    closing: {
      title: 'Your focus has ended',
      question: (name) => `What has your focus on ${quoted(name)} changed in the way you lead?`,
      statementQuestion: 'What has your focus changed in the way you lead?',
      after: 'From now on your questions are about everything again. You can also choose something new.',
      again: 'Choose a new focus',
    },
    fit: {
      title: 'Do the questions suit you?',
      text: 'I have sent you a number of them without hearing from you, and that is quite all right. If you would like them less often, about something else or not at all, just say so. Otherwise they go on as now.',
      keep: 'Keep them as they are',
      theme: 'Another theme',
      stop: 'Stop them',
    },
  },
};
