/**
 * A command said again with a change: "ja", "nej hellere ni", "nej undskyld, funktionsleder".
 */
import type { FollowUp } from './follow-up.js';
import { type PlainQuestion, type Weekday, weekdays } from './question.js';
import { type Scene, saysMore } from './scene.js';
import { readTimes } from './times.js';

/** Reads a message as the last command, confirmed or changed. */
export function findCorrected(scene: Scene, question: PlainQuestion): FollowUp | undefined {
  return findConfirmed(scene, question) ?? findRetimed(scene, question) ?? findOtherRole(scene, question);
}

/** "ja" to being asked whether everything is to be deleted. */
function findConfirmed({ reading }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (question.intent !== 'delete-data' || !reading.has('yes')) return undefined;
  return { question: { intent: 'delete-data', confirmed: true }, because: 'a yes to the last question' };
}

/** "nej hellere ni" after a reminder was spoken of: a bare number is a time then. */
function findRetimed({ reading, rest }: Scene, question: PlainQuestion): FollowUp | undefined {
  // "et andet" is no "kl. et".
  if (!question.intent.startsWith('nudge-') || reading.has('another') || saysMore({ rest })) return undefined;
  const times =
    reading.times.time || reading.times.days
      ? reading.times
      : readTimes(`kl. ${reading.text.replace(/^(nej|hellere|no|rather|eller|så|gerne|\s|,)+/i, '')}`);
  if (!times.time && !times.days) return undefined;
  // What is not said again stays as it was said.
  const before = question.intent === 'nudge-on' || question.intent === 'nudge-time' ? question : undefined;
  const time = times.time ?? before?.time;
  const days = times.days ? daysOf(times.days, reading.has('also') ? (before?.days ?? []) : []) : before?.days;
  return {
    question: {
      intent: 'nudge-time',
      ...(time && { time }),
      ...(days && { days: [...days] }),
      ...(times.unclear && { unclear: true }),
    },
    because: 'another time for the reminder',
  };
}

/** "og også om mandagen": the days said now beside those said before. */
function daysOf(said: readonly Weekday[], before: readonly Weekday[]): Weekday[] {
  return weekdays.filter((day) => said.includes(day) || before.includes(day));
}

/** "nej undskyld, funktionsleder" after saying which role is one's own. */
function findOtherRole({ slots, role, rest }: Scene, question: PlainQuestion): FollowUp | undefined {
  if (question.intent !== 'set-role' || slots.roles.length !== 1 || saysMore({ rest })) return undefined;
  const ref = role.refs.find(({ framework }) => framework.id === question.framework) ?? role.refs[0];
  if (!ref || role.how !== 'named') return undefined;
  return {
    question: { intent: 'set-role', framework: ref.framework.id, role: ref.role.id },
    because: 'another role than the one just said',
  };
}
