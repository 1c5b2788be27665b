/**
 * While a pilot group alone is answered, everybody else is told so kindly, and nothing of theirs is noted. What ends, deletes, shows or
 * puts right what is kept of them goes on, and so does the way to where there are people for who is not well.
 */
import { answerCare } from '../answers/care.js';
import { type Doing, readDoing } from '../cards/acts.js';
import type { Reply } from '../cards/message.js';
import { isUnwell } from '../care/care.js';
import { isAnswered } from '../tenants/switches.js';
import type { Tenant } from '../tenants/tenants.js';
import type { PlainQuestion, Question } from '../understanding/question.js';
import { askSchema, type Bot } from './bot.js';
import { isDistress, readWritten } from './caring.js';
import type { Compass } from './compass.js';
import type { Incoming } from './incoming.js';
import { keyOf, type PersonKey } from './person.js';
import { languageOf } from './recall.js';
import { changesWhatIsThere } from './switches.js';

type Act = Doing['act']['act'];

/** What a municipality that is tried by some is answered with. */
export type PilotParts = {
  readonly tenant: Tenant;
  readonly compass: Pick<Compass, 'cards' | 'understand' | 'care'>;
  /** Answers the pilot group. */
  readonly bot: Bot;
  /** The same bot, which notes nothing of whoever sends something, and begins nothing. */
  readonly quiet: Bot;
  /** Whether anything is kept of somebody. May reject: then it may be. */
  readonly isKnown: (person: PersonKey) => Promise<boolean>;
  /** True for the first who asks for a conversation within a day, of all instances. May reject: then it is told once more. */
  readonly claimDay: (conversation: string, now: Date) => Promise<boolean>;
};

/** Goes on for everybody: they may not even know whether something is kept of them. */
const always: readonly PlainQuestion['intent'][] = ['delete-data', 'export-data', 'privacy'];
/** Goes on for whoever has used the bot before. */
const forKnown: readonly PlainQuestion['intent'][] = ['nudge-off', 'reflections', 'agreements', 'profile'];
/** Acts that go on for everybody: what the answers to {@link always} lead on to, and the button of the last word. */
const alwaysActs: readonly Act[] = ['read-data', 'keep-data'];
/**
 * Acts that go on for whoever has used the bot before: with every form that is shown here what keeps it, so that no words are lost.
 * A note is not taken back: its words would stand in a form whose keeping begins something.
 */
const forKnownActs: readonly Act[] = [
  ...(['list-notes', 'open-note', 'edit-note', 'delete-note', 'pick-language'] as const),
  ...(['show-plan', 'not-today', 'list-appointments', 'open-appointment', 'delete-appointment'] as const),
  ...(['own', 'unanswer', 'close'] as const),
];

/** The bot of such a municipality. */
export function amongPilots(parts: PilotParts): Bot {
  const { tenant, bot, quiet } = parts;
  return async (incoming, isOurs = Promise.resolve(true)) => {
    const { what } = incoming;
    if (what.kind === 'removed' || isAnswered(tenant, incoming.person.entraId)) return bot(incoming, isOurs);
    const isUnasked = what.kind === 'installed' || (what.kind === 'action' && what.auto === true);
    if (!isUnasked && (await goesOn(incoming, parts))) return quiet(incoming, isOurs);
    return !isUnasked && (await isOurs) ? tell(incoming, parts) : [];
  };
}

async function goesOn(incoming: Incoming, { compass, isKnown }: PilotParts): Promise<boolean> {
  const { what, person, conversation } = incoming;
  const question = questionIn(what, compass);
  const intents = question?.intent === 'ambiguous' ? question.choices.map(({ intent }) => intent) : question ? [question.intent] : [];
  if (question && (isDistress(question) || intents.some((intent) => always.includes(intent)))) return true;
  const doing = question ? undefined : readDoing(dataOf(what));
  if (doing && alwaysActs.includes(doing.act.act)) return true;
  const isOwn = question ? isEnding(question) || intents.some((intent) => forKnown.includes(intent)) : isOwnAct(doing);
  if (!isOwn || conversation.kind !== 'personal') return isOwn;
  const key = keyOf(person);
  return key !== undefined && isKnown(key).catch(() => true);
}

/** What a message or a button asks; undefined for what does something, and for what is no question. Its data is untrusted. */
function questionIn(what: Incoming['what'], { understand }: PilotParts['compass']): Question | undefined {
  if (what.kind === 'text') return understand(what.text).question;
  return askSchema.safeParse(dataOf(what)).data?.question;
}

/** What ends something by a wish of its own. */
function isEnding(question: Question): boolean {
  if (question.intent === 'look-back') return question.wish === 'off';
  if (question.intent === 'focus') return question.wish === 'stop';
  if (question.intent === 'set-role') return question.forget === true;
  return question.intent === 'nudge-on' && question.wish === 'show';
}

function isOwnAct(doing: Doing | undefined): boolean {
  if (!doing) return false;
  const { act } = doing;
  if (act.act === 'answer-appointment') return act.how === 'drop' || act.how === 'take-back';
  return forKnownActs.includes(act.act) || changesWhatIsThere(act);
}

function dataOf(what: Incoming['what']): object {
  return what.kind === 'action' && typeof what.data === 'object' && what.data !== null ? what.data : {};
}

/** Among others once a day, since all read it; what a button shows is seen by whoever pressed alone. */
async function tell(incoming: Incoming, { tenant, compass, claimDay }: PilotParts): Promise<Reply> {
  const { what, locale, conversation, person, at } = incoming;
  const group = conversation.kind !== 'personal';
  const isSeenAlone = what.kind === 'rated' || (what.kind === 'action' && what.invoke);
  const key = JSON.stringify(['pilot', person.tenant.toLowerCase(), conversation.id]);
  if (group && !isSeenAlone && !(await claimDay(key, at).catch(() => true))) return [];
  const view = { language: languageOf(locale), group };
  const isCaring = !group && readWritten(what.kind === 'rated' ? what.sent : dataOf(what)).some((text) => isUnwell(compass.care(text)));
  const care = isCaring ? [compass.cards(answerCare('message'), view)] : [];
  return [...care, compass.cards({ kind: 'pilot', municipality: tenant.name, next: [] }, view)];
}
