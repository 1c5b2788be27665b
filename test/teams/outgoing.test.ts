import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/bot.js';
import { planActivities, sendActivities, toActivity } from '../../src/teams/outgoing.js';

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
    expect(outcome).toEqual({ ok: false, error: { name: 'SendFailed', code: 429 } });
  });

  it('sends many at a pace that Teams allows', async () => {
    const pauses: number[] = [];
    const context = { sendActivity: async () => undefined };
    const many = Array.from({ length: 20 }, () => toActivity(first));
    await sendActivities(context as never, many, async (ms) => pauses.push(ms));
    expect(pauses).toHaveLength(15);
    expect(pauses.every((ms) => ms >= 250)).toBe(true);
    await sendActivities(context as never, many.slice(0, 5), async (ms) => pauses.push(ms));
    expect(pauses).toHaveLength(15);
  });
});
