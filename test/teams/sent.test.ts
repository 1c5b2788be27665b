import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import { buttonsOf, textOf } from '../support/visitor.js';
import { sentMessages } from './sent.js';
import { type Served, serveProduct } from './served.js';

const folder = mkdtempSync(join(tmpdir(), 'kompas-sent-'));
let served: Served;
beforeAll(async () => {
  served = await serveProduct({ dataDir: folder }, () => new Date('2026-11-29T09:00:00Z'));
});
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

let serial = 0;

/** Posts a message as Teams does and takes the answer back in the response. */
async function post({ text, html, attachments = [], entities = [], channel }: (typeof sentMessages)[number]): Promise<Message[]> {
  serial += 1;
  const { text: body } = await served.post({
    type: 'message',
    id: `sent-${serial}`,
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:1',
    deliveryMode: 'expectReplies',
    from: { id: `29:${serial}`, aadObjectId: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}` },
    recipient: { id: '28:22222222-2222-4222-8222-222222222222', name: 'Ledelseskompas' },
    conversation: channel
      ? { id: `19:${serial}@thread.tacv2;messageid=1700000000001`, conversationType: 'channel', isGroup: true, tenantId: 't' }
      : { id: `a:${serial}`, conversationType: 'personal', tenantId: 't' },
    locale: 'da-DK',
    textFormat: html ? 'xml' : 'plain',
    text,
    entities,
    attachments: [...attachments, ...(html ? [{ contentType: 'text/html', content: html }] : [])],
  });
  const { activities } = JSON.parse(body) as {
    activities: readonly { summary: string; attachments: readonly { content: Message['card'] }[] }[];
  };
  return activities.map(({ summary, attachments: [card] }) => ({ summary, card: card?.content as Message['card'] }));
}

describe('a message as Teams sends it', () => {
  it.each(sentMessages)('is read as it was meant: $name', async (sent) => {
    const reply = await post(sent);
    const read = textOf(reply);
    if (process.env['SHOW'])
      console.log(
        `=== ${sent.name}\n${read}\n[${buttonsOf(reply)
          .map(({ title }) => title)
          .join('] [')}]`,
      );
    for (const shown of sent.shows) expect(read).toContain(shown);
    for (const hidden of sent.hides ?? []) expect(read).not.toContain(hidden);
    if (sent.button)
      expect(
        buttonsOf(reply)
          .map(({ title }) => title)
          .join('\n'),
      ).toContain(sent.button);
    expect(read.match(/^(Jeg læste »|I read “)/gm)?.length ?? 0).toBeLessThan(3);
  });
});
