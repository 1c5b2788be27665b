/**
 * What the bot leaves to others: commands, and what buttons do. Each port is implemented by a room of its own.
 */

import type { Command } from '../answers/answerer.js';
import type { Answer } from '../answers/kinds.js';
import type { Suggestion } from '../answers/own-role.js';
import type { LetterReason, Pressed } from '../cards/acts.js';
import type { LettersView } from '../cards/desk.js';
import type { Message } from '../cards/message.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Compass } from './compass.js';
import type { Incoming } from './incoming.js';
import type { PersonKey } from './person.js';
import type { Counting, Turns } from './ports.js';
import type { Ratings } from './rating.js';
import type { Woken } from './reminding.js';
import type { SecondLook } from './second-look.js';
import type { Speaker } from './speaker.js';

/** Does what a command asks for, and gives what to show for it. */
export type Doer<C extends Command> = (question: Extract<PlainQuestion, { intent: C }>, speaker: Speaker) => Promise<readonly Answer[]>;

/** What carries out each command; one that is missing gets an honest "not yet". */
export type Doers = { readonly [C in Command]?: Doer<C> };

/** Everything that concerns one person. */
export type People = {
  /** A role to say yes to, from the directory, for an owner who has none. */
  suggest(speaker: Speaker): Promise<Suggestion | undefined>;
  /** Nobody can be written to when left out. */
  readonly letters?: LetterDesk | undefined;
  /** The bot was taken away. Out of a personal chat, reminders stop, and the clock of retention starts. */
  leave(incoming: Incoming): Promise<void>;
  /** Does what a button of a personal card says. */
  act(pressed: Pressed, speaker: Speaker): Promise<readonly Answer[]>;
  /** Does what a button about an appointment says; undefined for the data of other buttons. */
  press(data: unknown, speaker: Speaker): Promise<readonly Answer[] | undefined>;
  readonly doers: Pick<
    Required<Doers>,
    | 'set-role'
    | 'profile'
    | 'reflections'
    | 'remind'
    | 'agree'
    | 'agreements'
    | 'look-back'
    | 'focus'
    | 'to-editor'
    | 'export-data'
    | 'delete-data'
  >;
};

/** Letters to whoever stands behind the documents. */
export type LetterDesk = {
  /** How cards offer the speaker to write; undefined where they can't: among others, or where nobody takes letters. */
  viewFor(speaker: Speaker): LettersView | undefined;
  /** The form, where somebody takes letters about a document; undefined elsewhere. */
  open(wanted: LetterWish, speaker: Speaker): readonly Answer[] | undefined;
  /** Sends what stands in the fields of the form that stands behind a thumb; that form has closed. Undefined for the fields of another form. */
  sendRated(fields: unknown, wanted: LetterWish, speaker: Speaker): Promise<readonly Answer[] | undefined>;
  /** Does what a button about letters says; undefined for the data of other buttons. */
  press(data: unknown, speaker: Speaker): Promise<readonly Answer[] | undefined>;
  /** The letters, to their editor who asks for them; undefined for everybody else, and other words. */
  hear(text: string, speaker: Speaker): Promise<readonly Answer[] | undefined>;
};

/** What a letter is about, and what stands in it to begin with. */
export type LetterWish = { readonly reason: LetterReason; readonly framework?: string | undefined; readonly said?: string | undefined };

/** Does what a button about sharing says, and gives what to show; undefined for the data of other buttons. */
export type Sharing = {
  press(data: unknown, speaker: Speaker): Promise<readonly Answer[] | undefined>;
  /** The bot was taken out of a conversation. */
  leave(incoming: Incoming): Promise<void>;
};

/** What the bot does about daily questions, a person's or a conversation's, besides carrying out commands. */
export type Nudges = Sharing & {
  /** Questions that stopped because nothing could be delivered start again: their recipient is heard of. */
  wake(incoming: Incoming): Promise<Woken | undefined>;
  /** What is to be said beside an answer. */
  follow(speaker: Speaker, answers: readonly Answer[]): Promise<readonly Answer[]>;
  /** Leaves out today's question of a person; false where none is to come today. */
  rest(person: PersonKey, now: Date): Promise<boolean>;
};

/** What the bot is made of. */
export type BotParts = {
  readonly compass: Compass;
  readonly turns: Turns;
  /** Counts what is thought of answers; nothing is when left out. */
  readonly ratings?: Ratings | undefined;
  /** Looks again at what was not surely understood; nobody does when left out. */
  readonly secondLook?: SecondLook | undefined;
  readonly people: People;
  /** What carries out commands besides those that `people` does; the rest gets an honest "not yet". */
  readonly doers?: Doers;
  /** What the buttons about sharing do; undefined for other data. Without it there is no sharing. */
  readonly sharing?: Sharing | undefined;
  /** What is done about daily questions besides commands. Without it there are none. */
  readonly nudges?: Nudges | undefined;
  /** What is asked is counted; nothing is when left out. */
  readonly counting?: Counting | undefined;
  /** How messages were read is counted for operators; it is not when left out. */
  readonly metrics?: Pick<Metrics, 'count'> | undefined;
  /** A whole number from 0 up to but not including `n`. */
  readonly random: (n: number) => number;
  readonly log?: Pick<Log, 'warn'> | undefined;
  /** Says something in a person's own chat; false where that can't be reached. Nobody can be told anything in private when left out. */
  readonly whisper?: ((person: PersonKey, message: Message) => Promise<boolean>) | undefined;
};
