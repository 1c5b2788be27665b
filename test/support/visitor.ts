/**
 * People who write to the bot, and what they see of its answers.
 */
import { expect } from 'vitest';
import type { Act, fields } from '../../src/cards/acts.js';
import type { Message } from '../../src/cards/message.js';
import { textOfCard } from '../../src/cards/plain.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import type { PlainQuestion } from '../../src/understanding/question.js';
import type { Product } from './product.js';

/** Somebody with a personal chat. */
export type Visitor = {
  readonly key: { readonly tenant: string; readonly entraId: string };
  say(text: string, more?: Partial<Incoming>): Promise<readonly Message[]>;
  ask(question: PlainQuestion, more?: Partial<Incoming>): Promise<readonly Message[]>;
  /** Presses a button that does something; `typed` is what stands in the card's fields. */
  act(act: Act, typed?: Partial<Record<keyof typeof fields, string>>, more?: Partial<Incoming>): Promise<readonly Message[]>;
  /** Presses the button of that title on a card of the chat, with what stands in its fields; one that opens a dialog opens it. */
  press(reply: readonly Message[], title: string, typed?: Record<string, string>, more?: Partial<Incoming>): Promise<readonly Message[]>;
  /** The same on a card in a dialog. */
  submit(reply: readonly Message[], title: string, typed?: Record<string, string>, more?: Partial<Incoming>): Promise<readonly Message[]>;
  happen(what: Incoming['what'], more?: Partial<Incoming>): Promise<readonly Message[]>;
};

/** Makes somebody who writes to the bot, at the product's time. */
export function visit(product: Pick<Product, 'bot' | 'now'>, entraId: string | undefined = 'mette', tenant = 't1'): Visitor {
  const happen: Visitor['happen'] = (what, more = {}) =>
    product.bot({
      person: { tenant, entraId, channelId: `29:${entraId}` },
      conversation: { id: `chat-${tenant}-${entraId}`, kind: 'personal' },
      locale: 'da-DK',
      timeZone: 'Europe/Copenhagen',
      at: product.now,
      what,
      ...more,
    });
  return {
    key: { tenant, entraId: entraId ?? '' },
    happen,
    say: (text, more) => happen({ kind: 'text', text }, more),
    ask: (question, more) => happen({ kind: 'action', data: { do: 'ask', question, language: 'da' }, invoke: false }, more),
    act: (act, typed = {}, more = {}) => happen({ kind: 'action', data: { do: 'act', act, language: 'da', ...typed }, invoke: true }, more),
    press(reply, title, typed = {}, more = {}) {
      const { data, type } = buttonOf(reply, title);
      const opens = JSON.stringify((data as { msteams?: unknown }).msteams) === '{"type":"task/fetch"}';
      const how = opens ? ({ invoke: true, dialog: true } as const) : { invoke: type === 'Action.Execute' };
      return happen({ kind: 'action', data: { ...(data as object), ...typed }, ...how }, more);
    },
    submit(reply, title, typed = {}, more = {}) {
      const { data } = buttonOf(reply, title);
      return happen({ kind: 'action', data: { ...(data as object), ...typed }, invoke: true, dialog: true }, more);
    },
  };
}

/** All text of a reply that a reader sees. */
export const textOf = (reply: readonly Message[]): string => reply.map(({ card }) => textOfCard(card)).join('\n');

type Button = { readonly type: string; readonly title: string; readonly data: unknown };

/** The buttons of a reply, rows that are one included. */
export function buttonsOf(reply: readonly Message[]): Button[] {
  const find = (node: unknown): Button[] => {
    if (Array.isArray(node)) return node.flatMap(find);
    if (typeof node !== 'object' || node === null) return [];
    const { fallback: _, ...rest } = node as Record<string, unknown>;
    const own = /^Action\.(Submit|Execute)$/.test(String(rest['type'])) ? [rest as unknown as Button] : [];
    return [...own, ...Object.entries(rest).flatMap(([key, each]) => (key === 'data' ? [] : find(each)))];
  };
  return reply.flatMap(({ card }) => find(card));
}

/** The button with this title. */
export function buttonOf(reply: readonly Message[], title: string): Button {
  const buttons = buttonsOf(reply);
  const found = buttons.find((button) => button.title === title);
  expect(found, `a button "${title}" among ${buttons.map((button) => button.title).join(', ')}`).toBeDefined();
  return found as Button;
}

/** The value that stands in a field of a card. */
export function fieldOf(reply: readonly Message[], id: string): unknown {
  const inputs = reply.flatMap(({ card }) => (card['body'] as { id?: string; value?: unknown }[]).filter((each) => each.id === id));
  return inputs[0]?.value;
}
