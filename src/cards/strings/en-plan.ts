/**
 * English texts of daily questions.
 */
import type { Weekday } from '../../questions/question.js';
import { type daPlan, isRow } from './da-plan.js';

const dayNames: Record<Weekday, string> = {
  man: 'Monday',
  tir: 'Tuesday',
  ons: 'Wednesday',
  tor: 'Thursday',
  fre: 'Friday',
  lør: 'Saturday',
  søn: 'Sunday',
};

function daysOf(days: readonly Weekday[]): string {
  const names = days.map((day) => dayNames[day]);
  if (names.length === 7) return 'every day';
  if (names.length === 1) return `every ${names[0]}`;
  if (isRow(days)) return `${names[0]} to ${names.at(-1)}`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const clock = (time: string) => time.replace(/^0/, '');
const article = (noun: string) => (/^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`);

/** The English texts. */
export const enPlan: typeof daPlan = {
  plan: {
    title: {
      saved: 'That is agreed',
      moved: 'That is agreed',
      paused: 'There is a pause',
      stopped: 'Your daily questions have stopped',
      resumed: 'The pause is over',
      restarted: 'Your daily questions are on again',
      'not-today': 'That is fine',
      shown: 'Your daily questions',
    },
    teamTitle: {
      saved: 'That is agreed',
      moved: 'The questions here have changed',
      paused: 'There is a pause',
      stopped: 'The questions here have stopped',
      resumed: 'The pause is over',
      restarted: 'The questions here are on again',
      'not-today': 'That is fine',
      shown: 'Questions in this conversation',
    },
    cadence: (days, time) => `${daysOf(days)} at ${clock(time)}`,
    next: (when) => `Next: ${when}.`,
    today: 'today',
    tomorrow: 'tomorrow',
    noNext: 'There is no day within the next year on which it can come.',
    off: 'No more will come.',
    pauseUntil: (date) => `Pause until the end of ${date}.`,
    pauseOn: (date) => `Pause on ${date}.`,
    pauseBetween: (from, until) => `Pause from ${from} until the end of ${until}.`,
    zone: (city) => `The time is that of ${city}.`,
    cities: {},
    restarted: 'I could not reach you for a while, and so I stopped.',
    restartedTeam: 'I could not write here for a while, and so I stopped.',
    how: 'Write “stop” when you want no more, or for example “pause until Monday”.',
    howTeam:
      'Anyone in the conversation can stop or move them: mention me with @ before my name, and write “stop the questions” or “send a question every Tuesday at 9”.',
    again: 'Write for example “remind me every morning at 8” when you want them again.',
    againTeam: 'Mention me with @ before my name, and write for example “send a question every Monday at 9” when you want them again.',
    maker: (name) => [name, ' asked for them, for everyone here.'],
    someMaker: 'One of you asked for them, for everyone here.',
    doer: {
      moved: (name) => [name, ' changed them.'],
      paused: (name) => [name, ' paused them.'],
      resumed: (name) => [name, ' ended the pause.'],
      stopped: (name) => [name, ' stopped them.'],
    },
    aMember: 'A member',
    own: 'If you want questions for yourself, say so in our own chat.',
    roleless: 'Set your role, and the questions will be about it.',
    settings: 'Settings',
    stop: 'Stop',
    stopTeam: 'Stop the questions here',
    start: 'Start them again',
    startTeam: 'Start a question every Monday',
    resume: 'End the pause now',
    oneWeek: 'Pause for one week',
    twoWeeks: 'Pause for two weeks',
    noneTitle: 'You get no daily questions',
    none: 'Write for example “remind me every morning at 8”, and they begin.',
    noneTeamTitle: 'No questions come here by themselves',
    noneTeam: 'Mention me with @ before my name, and write for example “send a question every Monday at 9”.',
    unclear: {
      time: {
        title: 'When shall it be?',
        text: 'I am not sure which time you mean. Write for example “every weekday at 8:15” or “Tuesday and Thursday at 14:00”.',
      },
      pause: {
        title: 'How long shall the pause be?',
        text: 'I am not sure which days you mean. Write for example “pause until Monday”, “pause in week 42” or “pause for two weeks”.',
      },
    },
    halves: (early, late) => `Do you mean ${clock(early)} or ${clock(late)}?`,
    half: (time) => `At ${clock(time)}`,
    unchanged: 'Until then it is as before:',
    choose: 'Choose days and time',
    formTitle: 'Settings for your daily questions',
    onLabel: 'Daily questions',
    on: 'Send me questions',
    days: 'Days',
    day: dayNames,
    time: 'Time',
    until: 'Pause until the end of (optional)',
    save: 'Save settings',
    undo: 'Undo',
    remark: {
      days: 'Choose at least one day.',
      time: 'Write a time between 00:00 and 23:59, for example 8:00.',
      until: 'Choose a date from today and at most a year ahead.',
    },
    zoneTitle: 'Which time shall they follow?',
    zoneText: (planned, reported, time) =>
      `Your daily questions come at ${clock(time)}, as clocks show it in ${planned}. Your Teams now shows the time of ${reported}.`,
    followZone: (city) => `Follow the time of ${city}`,
    followPlanned: 'Keep the time',
    followReported: 'Change to the time here',
  },
  nudge: {
    title: 'Today’s question',
    teamTitle: 'A question for you all',
    summary: (role) => `Today’s question for you as ${article(role)}`,
    why: (cadence) => `You get it ${cadence}, because you asked for it.`,
    whyTeam: (name, cadence) => [name, ` asked for it. It comes ${cadence}.`],
    whySomeTeam: (cadence) => `One of you asked for it. It comes ${cadence}.`,
    stop: 'Write “stop” when you want no more.',
    stopTeam: 'Anyone here can stop or move it: mention me with @, and write for example “stop the questions”.',
    another: 'Another',
    notToday: 'Not today',
  },
};
