import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { within } from '../../src/clock.js';
import { SendFailed } from '../../src/teams/connector-client.js';
import { planActivities, planSorry, sendActivities, toActivity, toBusyAnswer } from '../../src/teams/outgoing.js';
import { NoToken } from '../../src/teams/tokens.js';

const message = (word: string): Message => ({
  summary: word,
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: word }] },
});
const [first, second] = [message('en'), message('to')];

describe('planActivities', () => {
  it('makes one activity per message, in order, each with its card and summary', () => {
    expect(planActivities({ kind: 'text', text: '' }, [first, second])).toEqual([
      { type: 'message', summary: 'en', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: first.card }] },
      { type: 'message', summary: 'to', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: second.card }] },
    ]);
  });

  it('answers a submitted button with messages', () => {
    expect(planActivities({ kind: 'action', data: {}, invoke: false }, [first])).toEqual([toActivity(first)]);
  });

  it('answers an executed button with the card that replaces it, and sends the rest', () => {
    expect(planActivities({ kind: 'action', data: {}, invoke: true }, [first, second])).toEqual([
      {
        type: 'invokeResponse',
        value: { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: first.card } },
      },
      toActivity(second),
    ]);
  });

  it('leaves the card alone when there is nothing to say', () => {
    expect(planActivities({ kind: 'action', data: {}, invoke: true }, [])).toEqual([
      {
        type: 'invokeResponse',
        value: { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } },
      },
    ]);
    expect(planActivities({ kind: 'text', text: '' }, [])).toEqual([]);
  });
});

describe('a dialog', () => {
  const inDialog = { kind: 'action', data: {}, invoke: true, dialog: true } as const;

  it('is filled with the first card, and the rest goes into the chat', () => {
    const titled = { ...first, dialogTitle: 'Mine noter' } as Message;
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: titled.card };
    const value = { title: 'Mine noter', height: 'medium', width: 'medium', card };
    expect(planActivities(inDialog, [titled, second as Message])).toEqual([
      { type: 'invokeResponse', value: { status: 200, body: { task: { type: 'continue', value } } } },
      toActivity(second as Message),
    ]);
  });

  it('says what is brief in words, and what went wrong too', () => {
    const words = [{ type: 'invokeResponse', value: { status: 200, body: { task: { type: 'message', value: 'en' } } } }];
    expect(planActivities(inDialog, [{ ...(first as Message), brief: true }])).toEqual(words);
    expect(planSorry(inDialog, first as Message)).toEqual(words);
    expect(toBusyAnswer(first as Message, inDialog)).toEqual({ task: { type: 'message', value: 'en' } });
  });

  it('leaves a card of the chat as it is where words are all there is to say', () => {
    const stays = { ...(first as Message), stays: true } as const;
    const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'en' };
    expect(planActivities({ kind: 'action', data: {}, invoke: true }, [stays])).toEqual([
      { type: 'invokeResponse', value: { status: 200, body } },
    ]);
    expect(toActivity(stays)).toEqual({ type: 'message', text: 'en', textFormat: 'plain' });
  });
});

describe('sendActivities', () => {
  it('stops at the first that fails and tells which error, not what it said', async () => {
    const sent: unknown[] = [];
    const context = {
      sendActivity: async (activity: unknown) => {
        sent.push(activity);
        if (sent.length === 2) throw Object.assign(new Error('Mette skrev …'), { name: 'SendFailed', code: 429 });
        return undefined;
      },
    };
    const outcome = await sendActivities(context as never, [first, second, first].map(toActivity));
    expect(sent).toHaveLength(2);
    expect(outcome).toEqual({ ok: false, error: { name: 'SendFailed', code: 429 }, hasLeft: false });
  });

  it('sends many at a pace that Teams allows', async () => {
    const pauses: number[] = [];
    const pacing = { pause: async (ms: number) => pauses.push(ms), random: () => 0 };
    const context = { sendActivity: async () => undefined };
    const many = Array.from({ length: 20 }, () => toActivity(first));
    await sendActivities(context as never, many, pacing);
    expect(pauses).toHaveLength(15);
    expect(pauses.every((ms) => ms >= 250)).toBe(true);
    await sendActivities(context as never, many.slice(0, 5), pacing);
    expect(pauses).toHaveLength(15);
  });

  describe('what did not go through', () => {
    const attempt = async (failures: readonly Error[], random = 0) => {
      const [left, pauses] = [[...failures], [] as number[]];
      let calls = 0;
      const context = {
        sendActivity: async () => {
          calls += 1;
          const failure = left.shift();
          if (failure) throw failure;
        },
      };
      const outcome = await sendActivities(context as never, [toActivity(first)], {
        pause: async (ms) => pauses.push(ms),
        random: () => random,
      });
      return { calls, pauses, ok: outcome.ok };
    };

    it.each([
      ['429, when Teams says', new SendFailed(429, '3'), 3_000],
      ['429 without a word when', new SendFailed(429), 1_000],
      ['429 that asks for no wait', new SendFailed(429, '0'), 1_000],
      ['412', new SendFailed(412), 1_000],
    ])('is sent once more after a %s', async (_, failure, ms) => {
      expect(await attempt([failure])).toEqual({ calls: 2, pauses: [ms], ok: true });
      expect(await attempt([failure, failure])).toEqual({ calls: 2, pauses: [ms], ok: false });
    });

    it('is spread, so that many do not come back together', async () => {
      expect((await attempt([new SendFailed(429, '4')], 0.5)).pauses).toEqual([4_500]);
    });

    it('is sent once more at once after a 401, which drops the token', async () => {
      expect(await attempt([new SendFailed(401)])).toEqual({ calls: 2, pauses: [], ok: true });
    });

    it.each([
      ['a wait that is too long', new SendFailed(429, '8')],
      ['a 5xx', new SendFailed(502)],
      ['silence', new SendFailed('timeout')],
      ['a broken connection', new SendFailed('network')],
      ['a 403', new SendFailed(403)],
      ['no token', new NoToken('timeout')],
    ])('is left at that after %s', async (_, failure) => {
      expect(await attempt([failure])).toEqual({ calls: 1, pauses: [], ok: false });
    });

    it('is left at that where the deadline is nearer than the wait', async () => {
      expect(await within(2_000, () => attempt([new SendFailed(429, '3')]))).toEqual({ calls: 1, pauses: [], ok: false });
    });
  });
});
