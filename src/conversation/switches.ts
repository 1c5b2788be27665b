/**
 * What a municipality turned off is not done, and said to be off. What shows, ends, takes away or puts right something goes on.
 */

import type { Command } from '../answers/answerer.js';
import type { Answer } from '../answers/kinds.js';
import type { Tenant } from '../tenants/tenants.js';
import type { PlainQuestion } from '../understanding/question.js';
import type { Doer, Doers, Nudges, People, Sharing } from './doers.js';

/** What switches turn off. */
export type Switched = { readonly people: People; readonly nudges: Nudges; readonly sharing: Sharing; readonly doers: Doers };

/** What a switch turns off of commands and of buttons. */
type Off = {
  readonly why: 'no-nudges' | 'no-sharing';
  readonly isOff: (question: PlainQuestion) => boolean;
  /** By what a button does (`do`), the acts that are off. */
  readonly acts: Readonly<Record<string, readonly string[]>>;
  /** What is said and done about daily questions by itself. */
  readonly nudges?: Pick<Nudges, 'wake' | 'follow'>;
};

const nudgesOff: Off = {
  why: 'no-nudges',
  isOff: (question) =>
    question.intent === 'remind' ||
    question.intent === 'agree' ||
    question.intent === 'nudge-time' ||
    (question.intent === 'nudge-on' && question.wish !== 'show') ||
    (question.intent === 'look-back' && question.wish === 'on'),
  acts: {
    plan: ['open-plan', 'save-plan', 'resume', 'keep-plan', 'use-zone'],
    appointment: ['new-agreement', 'save-appointment', 'set-appointment', 'put-off', 'not-yet'],
  },
  nudges: { wake: async () => undefined, follow: async () => [] },
};

const sharingOff: Off = {
  why: 'no-sharing',
  isOff: ({ intent }) => intent === 'share',
  acts: { share: ['share', 'post', 'answer'] },
};

/** The same, without what is off for a tenant. */
export function withSwitches({ nudges, sharing }: Pick<Tenant, 'nudges' | 'sharing'>, parts: Switched): Switched {
  const offs = [...(nudges ? [] : [nudgesOff]), ...(sharing ? [] : [sharingOff])];
  return offs.reduce(turnOff, parts);
}

function turnOff(parts: Switched, off: Off): Switched {
  const { people, nudges, sharing, doers } = parts;
  const say: readonly Answer[] = [{ kind: 'not-here', why: off.why, next: [] }];
  const wrap =
    (does: Doer<Command>): Doer<Command> =>
    async (question, speaker) =>
      off.isOff(question) ? say : does(question, speaker);
  const wrapAll = <All extends Doers>(all: All) =>
    Object.fromEntries(Object.entries(all).map(([name, does]) => [name, wrap(does as Doer<Command>)])) as unknown as All;
  const press = <Presser extends Pick<Sharing, 'press'>>(presser: Presser): Presser => ({
    ...presser,
    press: async (data, speaker) => (isOffAct(off, data) ? say : presser.press(data, speaker)),
  });
  return {
    people: { ...press(people), doers: wrapAll(people.doers) },
    nudges: { ...press(nudges), ...off.nudges },
    sharing: press(sharing),
    doers: wrapAll(doers),
  };
}

/** Whether a form puts something right that is kept already: that begins nothing, and what was written in it would be lost. */
export function changesWhatIsThere(act: { readonly act?: unknown; readonly appointment?: unknown }): boolean {
  return act.act === 'save-appointment' && act.appointment !== undefined;
}

/** Whether a button of ours does what is off; its data is untrusted. */
function isOffAct({ acts }: Off, data: unknown): boolean {
  const { do: sort, act } = (data ?? {}) as { do?: unknown; act?: { act?: unknown; how?: unknown } | null };
  if (typeof sort !== 'string' || !Object.hasOwn(acts, sort) || changesWhatIsThere(act ?? {})) return false;
  return [act?.act, act?.how].some((does) => acts[sort]?.includes(String(does)));
}
