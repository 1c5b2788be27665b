/**
 * What a person wants the bot to do, rather than to know: reminders, sharing, help, small talk.
 */
import type { Weekday } from '../language/times/words.js';
import type { Mentions } from './mentions.js';
import type { PlainQuestion, Tone } from './question.js';

/** A reading of the message as a command, and how sure it is (0 to 1). */
export type Candidate = { readonly question: PlainQuestion; readonly score: number; readonly because: string };

const NUDGES = ['nudge-on', 'nudge-time', 'nudge-off', 'nudge-pause'] as const;
const SERVICES = ['privacy', 'share', 'help'] as const;
const TONES: readonly Tone[] = ['hello', 'thanks', 'bye', 'how-are-you', 'praise', 'complaint', 'who-are-you'];

/** Finds reminders and their times: start, change, stop, pause. */
export function findNudge({ reading, slots, rest: evidence, votes }: Mentions): Candidate[] {
  const { times } = reading;
  const object = reading.has('nudge.object');
  const remind = reading.has('nudge.remind');
  const timed = times.time !== undefined || times.days !== undefined || times.unclear !== undefined;
  const busy =
    slots.roles.length > 0 || slots.themes.some((theme) => theme.label) || evidence.filter((item) => item.strength >= 0.5).length > 1;
  const leans = NUDGES.find((intent) => votes.leans(intent));
  const show = reading.has('nudge.show');
  const resume = reading.has('nudge.resume') && !timed;
  if (
    !show &&
    !resume &&
    !object &&
    !remind &&
    !timed &&
    times.pause === undefined &&
    !leans &&
    !reading.has('nudge.stop.alone', 'nudge.pause')
  )
    return [];
  const timing = {
    ...(times.time !== undefined && { time: times.time }),
    ...(times.days !== undefined && { days: [...times.days] as Weekday[] }),
    ...(times.unclear !== undefined && { unclear: true }),
    ...(reading.has('for-me') && !reading.has('for-us') && { forMe: true }),
  };
  const found: Candidate[] = [];
  if (show) found.push({ question: { intent: 'nudge-on', wish: 'show' }, score: 1.1, because: 'to know when reminders come' });
  if (resume) found.push({ question: { intent: 'nudge-on', wish: 'resume' }, score: 1.1, because: 'to end a pause' });
  /** No reminders: for good, or for as long as was said. */
  const quiet = (intent: 'nudge-off' | 'nudge-pause'): PlainQuestion =>
    times.pause === undefined ? { intent } : { intent: 'nudge-pause', pause: times.pause };
  if (leans && !evidence.some((item) => item.strength >= 0.9))
    found.push({
      question: leans === 'nudge-off' || leans === 'nudge-pause' ? quiet(leans) : { intent: leans, ...timing },
      score: 0.62 + 0.25 * votes.share(leans),
      because: 'like other messages about reminders',
    });
  const add = (question: PlainQuestion, score: number, because: string) =>
    found.push({ question, score: busy && !object && !remind ? score - 0.5 : score, because });
  const stop = reading.has('nudge.stop.alone') || (reading.has('nudge.stop') && (object || remind));
  // "mind mig i morgen kl. 10" names a day to be reminded on, not one without reminders.
  const spared = times.pause !== undefined && !(remind && timed && !reading.has('nudge.pause', 'nudge.stop'));
  const paused = reading.has('nudge.pause') || (spared && reading.has('nudge.stop') && evidence.length === 0);
  if ((spared || paused) && (object || remind || paused))
    add(quiet('nudge-pause'), spared ? 0.92 : object || remind ? 0.86 : 0.55, 'a pause');
  if (stop) add(quiet('nudge-off'), 0.9, 'to stop reminders');
  if (remind) add({ intent: 'nudge-on', ...timing }, 0.9, 'to be reminded');
  if (object && reading.has('nudge.change') && !stop) add({ intent: 'nudge-time', ...timing }, 0.91, 'to change reminders');
  if (object && (reading.has('nudge.start') || timed) && !stop) add({ intent: 'nudge-on', ...timing }, 0.88, 'to start reminders');
  if (timed && !object && !remind)
    add(
      { intent: reading.has('nudge.start') && !reading.has('nudge.change') ? 'nudge-on' : 'nudge-time', ...timing },
      reading.has('nudge.change') ? 0.85 : evidence.length === 0 ? 0.7 : 0.4,
      'a time and nothing else',
    );
  if (object && found.length === 0 && evidence.length === 0) add({ intent: 'nudge-on' }, 0.6, 'reminders, no more');
  return found;
}

/** Finds sharing, privacy, help and small talk. */
export function findService({ reading, slots, rest: evidence, evidence: all, votes }: Mentions): Candidate[] {
  const named = slots.roles.some((role) => !role.generic) || slots.themes.some((theme) => theme.label) ? 1 : 0;
  const found: Candidate[] = [];
  const add = (question: PlainQuestion, score: number, because: string) => found.push({ question, score, because });
  /** A cue is the surer, the less of the message lies outside it. */
  const weigh = (cue: string, question: PlainQuestion, score: number, because: string, cost = 0.25) => {
    const hits = reading.cues.filter((hit) => hit.cue === cue);
    if (hits.length === 0) return;
    const used = new Set(hits.flatMap((hit) => hit.used));
    const others = evidence.filter((item) => !used.has(item.at));
    const strong = others.filter((item) => item.strength >= 0.6).length;
    const unknown = others.filter((item) => item.strength === 0).length;
    add(question, score * Math.max(0, 1 - cost * strong - Math.min(0.3, 0.08 * unknown) - 0.3 * named), because);
  };
  weigh('export-data', { intent: 'export-data' }, 0.97, 'to have a copy of what is stored', 0.12);
  weigh('delete-data', { intent: 'delete-data' }, 0.98, 'to have everything deleted', 0.12);
  const asksWho = reading.has('privacy') ? 0.55 : 0;
  weigh('reflections', { intent: 'reflections', ...sought(reading, all) }, 1.15 - asksWho, 'to see the notes', 0.02);
  if (slots.roles.length === 0) weigh('profile', { intent: 'profile' }, 0.95, 'to see the profile');
  weigh('privacy', { intent: 'privacy' }, 0.95, 'what is stored', 0.12);
  weigh('share', { intent: 'share' }, 0.96, 'to pass something on', 0.06);
  weigh('help', { intent: 'help' }, 0.9, 'what the bot can do');
  const known = (votes.asks[0]?.likeness ?? 0) >= 0.5;
  // "am I allowed to ask for help": the frameworks speak of that.
  const subjects = evidence.filter((item) => item.strength >= 0.9).length;
  for (const intent of SERVICES)
    if (!known && votes.leans(intent))
      add({ intent }, 0.62 + 0.25 * votes.share(intent) - (subjects > (intent === 'help' ? 0 : 1) ? 0.3 : 0), 'like other messages');
  const tone = TONES.find((candidate) => reading.has(`smalltalk.${candidate}`));
  if (tone) {
    const rest = evidence.length + slots.roles.length + (reading.has('expect', 'define') ? 1 : 0);
    const nothingNamed = slots.roles.length + slots.themes.length + slots.frameworks.length === 0;
    const asks = reading.has('wants-answer.strict') || (tone !== 'thanks' && reading.has('wants-answer'));
    const thanked = tone === 'thanks' && !reading.has('topic');
    const greets = tone === 'hello' && !reading.has('wants-answer', 'topic') && evidence.every((item) => item.strength < 0.9);
    const sure = tone === 'who-are-you' ? 0.95 : 0.85;
    const closing = (tone !== 'hello' || greets) && nothingNamed && !asks && (rest <= 3 || thanked);
    add(
      { intent: 'smalltalk', tone },
      // "ikke i dag tak" wants something.
      reading.has('nudge.pause', 'nudge.stop.alone')
        ? 0.3
        : rest === 0 || closing || (nothingNamed && rest === 1 && reading.tokens.length <= 3)
          ? sure
          : rest === 1 && tone !== 'hello'
            ? 0.5
            : 0.2,
      'small talk',
    );
  }
  return found;
}

/** What to look for in the notes: the telling words beside those that ask for them. */
function sought(reading: Mentions['reading'], evidence: Mentions['rest']): { text?: string } {
  const used = new Set(reading.cues.filter((hit) => hit.cue === 'reflections').flatMap((hit) => hit.used));
  const words = evidence.filter((item) => item.strength >= 0.5 && !used.has(item.at)).map((item) => reading.tokens[item.at]?.raw);
  return words.length > 0 ? { text: words.join(' ') } : {};
}
