/**
 * What the bot does with one incoming thing.
 *
 * This file knows nothing of Teams: `teams/` turns activities into {@link Incoming} and sends {@link Reply}.
 */

import { z } from 'zod';
import { type Command, isAnswerable, type Occasion } from '../answers/answerer.js';
import { type Answer, type AnswerOf, kindOf } from '../answers/kinds.js';
import type { Trouble } from '../answers/simple.js';
import { type Doing, isPrivate, pressedSchema, readDoing } from '../cards/acts.js';
import type { ReadAs } from '../cards/desk.js';
import type { Message, Reply } from '../cards/message.js';
import type { Language } from '../content/language.js';
import type { Place } from '../content/place.js';
import { isMemoryGone } from '../errors.js';
import { currentTurn } from '../turn-id.js';
import { type PlainQuestion, type Question, questionSchema, type Tone } from '../understanding/question.js';
import { careAbout, careFor, isDistress } from './caring.js';
import { readingOf } from './compass.js';
import { countReading, countTurn } from './counting.js';
import type { BotParts, Doer, Doers } from './doers.js';
import type { Heard } from './hearing.js';
import { type Incoming, isInDialog } from './incoming.js';
import { remember } from './memory.js';
import { aboutOf, lastAbout } from './rating.js';
import { attempt, languageOf, type Met, meet, takeIn, toSpeaker } from './recall.js';
import { findObstacle, profileFor, type Speaker } from './speaker.js';
import { findTyped } from './typed.js';

/**
 * The whole bot as one function. It never throws for anything that a person wrote. Until `isOurs` says true nothing is noted or
 * done, only looked up; after false there is silence. Without it everything is ours.
 */
export type Bot = (incoming: Incoming, isOurs?: Promise<boolean>) => Promise<Reply>;

/** What a person is told when something broke, when there were too many messages, or one was too long; `locale` is their client's. */
export type Sorry = (locale: string | undefined, why?: Trouble) => Message;

/** The schema of what a button that asks something carries; untrusted when it comes back. */
export const askSchema = z.object({ do: z.literal('ask'), question: questionSchema, language: z.enum(['da', 'en']).catch('da') });

/** Every button of ours carries the language of its card. */
const languageSchema = z.object({ language: z.enum(['da', 'en']) });

/** Makes the bot, and the card it shows when a turn fails. */
export function createBot(parts: BotParts): { bot: Bot; sorry: Sorry } {
  const { compass, random } = parts;
  const sorry: Sorry = (locale, why = 'broken') => {
    const language = languageOf(locale);
    const answer = compass.answer.on(why, { group: false, random, language });
    return compass.cards(answer, { language, group: false, ...(hasFailed(answer) && { turn: currentTurn() }) });
  };
  const bot: Bot = async (incoming, isOurs = Promise.resolve(true)) => {
    const { what } = incoming;
    if (what.kind === 'removed') return (await isOurs) ? leave(incoming, parts) : [];
    const found = await meet(incoming, parts);
    if (!(await isOurs)) return [];
    const met = await takeIn(found, parts);
    try {
      return await respond(what, met, parts);
    } catch (error) {
      if (!isMemoryGone(error)) throw error;
      return what.kind === 'action' && what.auto ? [] : say('memory', met, parts);
    }
  };
  return { bot, sorry };
}

function respond(what: Exclude<Incoming['what'], { kind: 'removed' }>, met: Met, parts: BotParts): Reply | Promise<Reply> {
  switch (what.kind) {
    case 'installed':
      return welcome(met, parts);
    case 'attachment':
      return say('attachment', met, parts);
    case 'text':
      return hear(what.text, met, parts);
    case 'action':
      return press(what, met, parts);
    case 'rated':
      return rate(what, met, parts);
  }
}

async function leave(incoming: Incoming, { people, turns, nudges, sharing }: BotParts): Promise<Reply> {
  await turns.settle(incoming);
  await turns.leave(incoming.person, incoming.conversation);
  await sharing?.leave(incoming);
  await people.leave(incoming);
  await nudges?.leave(incoming);
  return [];
}

async function welcome(met: Met, parts: BotParts): Promise<Reply> {
  const { person, conversation, at } = met.incoming;
  await parts.turns.settle(met.incoming);
  // Welcomed twice is better than not at all.
  if (!met.forgetful && !(await parts.turns.greet(person, conversation, at))) return [];
  const speaker = toSpeaker(met, parts.random);
  const welcomes = parts.compass.answer.on('welcome', speaker.asker);
  const suggestion = met.forgetful ? undefined : await parts.people.suggest(speaker);
  return finish([suggestion && welcomes.kind === 'welcome' ? { ...welcomes, suggestion } : welcomes], speaker, parts);
}

function say(occasion: Occasion, met: Met, parts: BotParts): Reply {
  const speaker = toSpeaker(met, parts.random);
  return show([parts.compass.answer.on(occasion, speaker.asker)], speaker, parts);
}

async function hear(text: string, met: Met, parts: BotParts): Promise<Reply> {
  const typed = findTyped(text, toSpeaker(met, parts.random).asker, parts.compass, met.recall.context);
  if (typed) return answer(typed.question, toSpeaker(met, parts.random, typed.language), parts);
  const letters = met.forgetful ? undefined : await parts.people.letters?.hear(text, toSpeaker(met, parts.random));
  if (letters) return show(letters, toSpeaker(met, parts.random), parts);
  const understood = await understand(text, met, parts);
  if (understood.instead) return say(understood.instead, met, parts);
  countReading(understood.question, met.incoming.person.tenant, parts.metrics);
  const isMiss = understood.question.intent === 'out-of-scope' && !isDistress(understood.question) && !met.forgetful;
  if (isMiss) await miss(met, parts);
  const speaker = toSpeaker(met, parts.random, understood.language, isMiss && met.recall.misses > 0);
  return answer(understood.question, speaker, parts, { reading: readingOf(understood), place: understood.place, said: understood.said });
}

/** A message as the bot itself understood it, or as somebody else did who was asked where it was unsure. */
async function understand(
  text: string,
  { incoming, profile: known, recall: { context } }: Met,
  { compass, secondLook }: BotParts,
): Promise<Heard> {
  const profile = profileFor(incoming.conversation, known);
  const heard = compass.understand(text, profile, context);
  return secondLook ? secondLook(heard, { profile, context, at: incoming.at }) : heard;
}

/** One more in the row of messages that were not understood; what they may follow stays. */
async function miss({ incoming, recall: { context, language, misses } }: Met, { turns }: BotParts): Promise<void> {
  const turn = context && language && { context, language };
  await turns.keep(incoming, { context: { turn, misses: misses + 1 } });
}

/** A card that a client brings up to date by itself stays as it is where there is nothing better to show. */
async function press({ data, auto }: { readonly data: unknown; readonly auto?: boolean }, met: Met, parts: BotParts): Promise<Reply> {
  if (isInDialog(met.incoming) && met.incoming.conversation.kind !== 'personal') return notAmongOthers(met, parts);
  const asked = askSchema.safeParse(data).data;
  if (asked) return answer(asked.question, toSpeaker(met, parts.random, asked.language), parts);
  if (met.forgetful) return auto ? [] : say('memory', met, parts);
  await parts.turns.settle(met.incoming);
  const presser = toSpeaker(met, parts.random, languageSchema.safeParse(data).data?.language);
  const open = findDoor(data, presser, parts);
  if (open) return show([{ kind: 'in-dialog', open, next: [] }], presser, parts);
  const done =
    (await parts.sharing?.press(data, presser)) ?? (await parts.nudges?.press(data, presser)) ?? (await parts.people.press(data, presser));
  if (done) return show([...done, ...(await careAbout(data, 'round', presser, parts))], presser, parts);
  const written = await pressLetter(data, presser, parts);
  if (written) return written;
  const pressed = pressedSchema.safeParse(data).data;
  if (!pressed) return auto ? [] : show([parts.compass.answer.on('outdated', presser.asker)], presser, parts);
  const speaker = toSpeaker(met, parts.random, pressed.language);
  const answers = await parts.people.act(pressed, speaker);
  const care = await careAbout(data, 'note', speaker, parts);
  if (care.length === 0) return finish(answers, speaker, parts);
  // In a dialog only the first is seen at once.
  return show(isInDialog(speaker.incoming) ? [...care, ...answers] : [...answers, ...care], speaker, parts);
}

/** A letter that is opened or sent: who is not well is shown where there is help first. */
async function pressLetter(data: unknown, presser: Speaker, parts: BotParts): Promise<Reply | undefined> {
  const answers = await parts.people.letters?.press(data, presser);
  if (!answers) return undefined;
  const care = [
    ...(await careAbout(data, 'letter', presser, parts)),
    ...(await careAbout(data, isLetterSent(answers) ? 'letter-sent' : 'letter-kept', presser, parts)),
  ];
  // In a dialog only the first is seen: a form that was not sent must not be gone behind it.
  const isFormFirst = isInDialog(presser.incoming) && answers[0]?.kind === 'letter-form' && answers[0].remark !== undefined;
  return show(isFormFirst ? [...answers, ...care] : [...care, ...answers], presser, parts);
}

/** Whether a letter has gone, and was not only written. */
function isLetterSent([first]: readonly Answer[]): boolean {
  return first?.kind === 'letter-sent' && (first.how === 'sent' || first.how === 'signed');
}

/** A thumb under an answer: it is counted, and whoever did not like it may write to those behind the document. */
async function rate(what: Extract<Incoming['what'], { kind: 'rated' }>, met: Met, parts: BotParts): Promise<Reply> {
  const speaker = toSpeaker(met, parts.random);
  if (met.forgetful) return show([notKept(what.sent, speaker, parts)], speaker, parts);
  const about = await attempt(async () => parts.ratings?.press(what, met.incoming), parts);
  const { letters } = parts.people;
  const wish = { reason: 'disliked', framework: about?.framework || speaker.asker.home } as const;
  const framework = parts.compass.library.framework(wish.framework ?? '');
  const thank = (how: AnswerOf<'rated'>['how']): AnswerOf<'rated'> => ({ kind: 'rated', how, framework, next: [] });
  if (what.sent !== undefined) {
    const sent = await letters?.sendRated(what.sent, wish, speaker);
    const care = sent ? await careAbout(what.sent, isLetterSent(sent) ? 'letter-sent' : 'letter-kept', speaker, parts) : [];
    return show(sent ? [...care, ...sent] : holdsWords(what.sent) ? [thank('unread')] : [], speaker, parts);
  }
  if (what.reaction === 'like') return show([thank('liked')], speaker, parts);
  return show(letters?.open(wish, speaker) ?? [thank(speaker.asker.group ? 'disliked-group' : 'disliked')], speaker, parts);
}

/** What is said of a thumb, or of the letter beside it, while nothing can be kept. */
function notKept(sent: unknown, { asker }: Speaker, { compass }: BotParts): Answer {
  const isLetter = typeof sent === 'object' && sent !== null && 'letter' in sent;
  return isLetter ? { kind: 'letter-sent', to: '', how: 'away', next: [] } : compass.answer.on('memory', asker);
}

/** Whether a client's own form came with words in it. */
function holdsWords(sent: unknown): boolean {
  return typeof sent === 'object' && sent !== null && Object.values(sent).some((each) => typeof each === 'string' && each.trim() !== '');
}

/** Dialogs are for what is private, and none is opened where others are. */
function notAmongOthers(met: Met, parts: BotParts): Reply {
  return show([{ kind: 'not-here', why: 'group', next: [] }], toSpeaker(met, parts.random), parts);
}

/**
 * What a press does that asks for something private where it is not shown: on a card from before dialogs, or in a client that opens
 * none. It is not done before the dialog is there: a note that is taken back would be gone, and its words nowhere.
 */
function findDoor(data: unknown, speaker: Speaker, { compass }: BotParts): Doing | undefined {
  if (compass.notesIn === 'chat' || isInDialog(speaker.incoming) || findObstacle(speaker)) return undefined;
  const doing = readDoing(data);
  return doing && isPrivate(doing) ? doing : undefined;
}

/** How a message was read, and the place that it names by its address. */
type Read = {
  readonly reading?: ReadAs;
  readonly place?: Place | undefined;
  /** What its sender wrote. */
  readonly said?: string | undefined;
};

async function answer(question: Question, speaker: Speaker, parts: BotParts, { reading, place, said }: Read = {}): Promise<Reply> {
  if (isDistress(question)) return show(await careFor('message', speaker, parts), speaker, parts);
  const answers = place ? [parts.compass.answer.at(place, speaker.asker.language)] : await think(question, speaker, parts);
  if (!speaker.forgetful) await remember(question, answers, speaker, parts);
  countTurn(question, answers, speaker, parts, reading);
  // What may be about somebody's health is not counted or asked about, and not put into a letter.
  const isHealth = reading?.mayBeUnwell ?? reading?.aboutOthers ?? false;
  if (question.intent === 'smalltalk' && !isHealth) countWords(question.tone, speaker, parts);
  return finish(answers, speaker, parts, { reading, question: isHealth ? undefined : question, said: isHealth ? undefined : said });
}

/** "godt svar" and "det passer ikke" are about the answer before. */
function countWords(tone: Tone, speaker: Speaker, parts: BotParts): void {
  const reaction = tone === 'praise' ? 'like' : tone === 'complaint' ? 'dislike' : undefined;
  const about = reaction && !speaker.forgetful ? lastAbout(speaker, parts.compass) : undefined;
  const { person, at } = speaker.incoming;
  if (reaction && about) parts.ratings?.say(person.tenant, about, reaction, at);
}

/** Shows answers, and what is to be said beside them. */
async function finish(answers: readonly Answer[], speaker: Speaker, parts: BotParts, shown: Shown = {}): Promise<Reply> {
  const more = speaker.forgetful ? [] : ((await attempt(async () => parts.nudges?.follow(speaker, answers), parts)) ?? []);
  return show([...answers, ...more], speaker, parts, shown);
}

/** What the first answer shows besides: how the message was read, which question it answers and may be liked for, and what was written. */
type Shown = {
  readonly reading?: ReadAs | undefined;
  readonly question?: Question | undefined;
  readonly said?: string | undefined;
};

/** Several readings that are each personal are no matter for a group either. */
async function think(question: Question, speaker: Speaker, parts: BotParts): Promise<readonly Answer[]> {
  const [first] = question.intent === 'ambiguous' ? question.choices : [];
  if (first && first.intent in parts.people.doers && (speaker.forgetful || findObstacle(speaker))) return think(first, speaker, parts);
  // Where nobody takes letters, whom to ask is all there is to say.
  if (question.intent === 'to-editor' && !speaker.forgetful && !findObstacle(speaker) && !parts.people.letters?.viewFor(speaker))
    return think({ intent: 'service', about: 'contact' }, speaker, parts);
  const answers = isAnswerable(question) ? [parts.compass.answer(question, speaker.asker)] : await carryOut(question, speaker, parts);
  // Somebody takes letters about another document than this one.
  return question.intent === 'to-editor' && answers.length === 0 ? think({ intent: 'service', about: 'contact' }, speaker, parts) : answers;
}

/** Commands change something for a person or a conversation: each is done by the function that was given for it. */
async function carryOut(
  question: Extract<PlainQuestion, { intent: Command }>,
  speaker: Speaker,
  parts: BotParts,
): Promise<readonly Answer[]> {
  if (speaker.forgetful) return [parts.compass.answer.on('memory', speaker.asker)];
  await parts.turns.settle(speaker.incoming);
  const doers: Doers = { ...parts.people.doers, ...parts.doers };
  const does = doers[question.intent] as Doer<Command> | undefined;
  return does ? does(question, speaker) : [{ kind: 'not-here', why: 'not-yet', next: [] }];
}

function show(answers: readonly Answer[], speaker: Speaker, parts: BotParts, shown: Shown = {}): Reply {
  const { compass, people } = parts;
  const { reading, question, said } = shown;
  const { group, language } = speaker.asker;
  const { forgetful } = speaker;
  const notes = !forgetful && findObstacle(speaker) === undefined;
  const letters = forgetful ? undefined : people.letters?.viewFor(speaker);
  return answers.map((each, at) => {
    const failed = hasFailed(each);
    const drawn = compass.cards(each, {
      language: wishedBy(each) ?? language,
      group,
      notes,
      ...(letters && { letters: { ...letters, ...(at === 0 && said && { said }) } }),
      ...(at === 0 && reading && { reading }),
      ...(at === 0 && isInDialog(speaker.incoming) && { surface: 'dialog' }),
      ...(forgetful && each.kind !== 'sorry' && { forgetful }),
      ...(failed && { turn: currentTurn() }),
    });
    const message: Message = failed ? { ...drawn, failed } : drawn;
    const about = at === 0 && question && parts.ratings ? aboutOf(compass.library, question, each) : undefined;
    return about ? { ...message, about } : message;
  });
}

/** Whether an answer says that something went wrong here: it names the turn, and counts as failed. */
function hasFailed(answer: Answer): boolean {
  return kindOf(answer).failed?.(answer) === true;
}

/** A person who has just chosen a language reads that at once. */
function wishedBy(each: Answer): Language | undefined {
  return each.kind === 'profile' && each.changed === 'language' ? each.language : undefined;
}
