/**
 * What somebody who is not well is told, wherever they write it, and what nobody else is told.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal } from '../../src/conversation/person.js';
import { createLog } from '../../src/log.js';
import type { Plans } from '../../src/nudges/plans.js';
import type { Storage } from '../../src/storage/storage.js';
import { at } from '../storage/stores.js';
import { heard } from '../storage/visits.js';
import { library } from '../support/content.js';
import { createOutside, type Outside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';

const cry = 'jeg kan ikke mere. jeg græder hver aften og sover ikke';
const helped = 'Det skal du ikke stå alene med.';
const chat = { id: '19:gruppe@thread.v2', kind: 'groupChat' } as const;
const [prompt] = library.prompts.filter(({ statements }) => statements.length > 0);

let product: Product;
let storage: Storage;
let plans: Plans;
let mette: Visitor;
let outside: Outside;
let lines: string[];

beforeEach(async () => {
  [outside, lines] = [createOutside(), []];
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  product = await openProduct(undefined, { outside, log });
  ({ storage } = product);
  ({ plans } = product.nudging);
  mette = visit(product);
});
afterEach(() => product.close());

const know = (conversation = 'chat-t1-mette') => heard(storage, personal(mette.key), { serviceUrl: 'https://x', conversation }, at(0));

describe('somebody who is not well', () => {
  it.each([
    cry,
    'hvad forventes der af en kontorchef? jeg spørger, fordi jeg græder hver aften og ikke kan mere',
    'I cannot cope any more, I cry every night and I do not sleep',
  ])('is met before anything else: %s', async (text) => {
    const reply = await mette.say(text);
    expect(reply).toHaveLength(1);
    const shown = textOf(reply);
    for (const place of ['70\u00a0201\u00a0201', '112', 'HR']) expect(shown).toContain(place);
    expect(shown).toMatch(/Din læge|Your doctor/);
    expect(shown).not.toMatch(/Til eftertanke|kontorchef|egen leder|Spørg for eksempel/);
    expect(buttonsOf(reply)).toHaveLength(1);
  });

  it('leaves no trace: no context, no word in the log, and not how often', async () => {
    await mette.say('hvad forventes der af en kontorchef?');
    await mette.say(cry);
    await mette.say(cry);
    expect(await product.database.db.selectFrom('contexts').select('misses').execute()).toEqual([{ misses: 0 }]);
    expect(textOf(await mette.say('og for en direktør?'))).toContain('Direktør');
    expect(lines.join()).not.toMatch(/græder|distress|unwell|care/);
  });

  it('gets no daily question that day, and the next day one again', async () => {
    const plan = await plans.save(personal(mette.key), { days: ['tir', 'ons'], time: '15:00', zone: 'Europe/Copenhagen' }, at(0));
    expect(plan.next?.localDate).toBe('2026-11-24');
    expect(textOf(await mette.say(cry))).toContain('Dagens spørgsmål springer jeg over i dag.');
    expect((await plans.load(personal(mette.key), at(1)))?.next?.localDate).toBe('2026-11-25');
    expect(textOf(await mette.say(cry))).not.toContain('springer jeg over');
  });

  it('is met beside a note that is kept, also one under a daily question', async () => {
    const reply = await mette.act({ act: 'save-note', prompt: prompt?.id ?? '' }, { note: cry });
    expect(textOf(reply.slice(0, 1))).toContain('Din note er gemt');
    expect(textOf(reply.slice(1))).toContain(helped);
    expect(textOf(reply.slice(1))).toContain('Din note er kun din.');
    const calm = await mette.act({ act: 'save-note', prompt: prompt?.id ?? '' }, { note: 'Husk at rose teamet på mandag' });
    expect(textOf(calm)).not.toContain(helped);
  });

  it('is told in their own chat when they wrote among others, who see nothing of it', async () => {
    await know();
    expect(await mette.say(cry, { conversation: chat })).toEqual([]);
    expect(outside.posted.map(({ address }) => address.conversation)).toEqual(['chat-t1-mette']);
    expect(textOf(outside.posted.map(({ message }) => message))).toContain(helped);
  });

  it('is told in their own chat when they answer in a team’s round', async () => {
    await know();
    await heard(
      storage,
      { kind: 'conversation', tenant: 't1', conversation: chat.id },
      { serviceUrl: 'https://x', conversation: chat.id },
      at(0),
    );
    const subject = JSON.stringify({ framework: prompt?.framework, statement: prompt?.statements[0], prompt: prompt?.id });
    await storage.shares.add(
      { tenant: 't1', entraId: 'otto' },
      { id: 's1', conversation: chat.id, subject, isRound: true, name: 'Otto', line: undefined },
      at(0),
    );
    const data = { do: 'share', act: { act: 'answer', share: 's1' }, language: 'da', answer: cry };
    const reply = await mette.happen({ kind: 'action', data, invoke: true }, { conversation: chat });
    expect(await storage.shares.findAnswer(mette.key, 's1')).toBe(cry);
    expect(textOf(reply)).not.toContain(helped);
    const told = outside.posted.filter(({ address }) => address.conversation === 'chat-t1-mette');
    expect(textOf(told.map(({ message }) => message))).toContain('Dit svar står på kortet');
  });

  it('is sent to their own chat, without a word why, where that is not known', async () => {
    const reply = await mette.say(cry, { conversation: chat });
    expect(textOf(reply)).toContain('Det hører til i din private chat');
    expect(textOf(reply)).not.toContain(helped);
    expect(outside.posted).toEqual([]);
  });
});

describe('somebody who asks about others', () => {
  it.each([
    'min medarbejder er sygemeldt med stress, hvad gør jeg som leder',
    'min souschef er gået ned m stress hva gør jeg',
    'one of my employees is off sick with stress, what do I do',
  ])('gets what is said of well-being, and where one person’s case belongs: %s', async (text) => {
    const shown = textOf(await mette.say(text));
    expect(shown).toMatch(/tag det med HR|take it to HR/);
    expect(shown).not.toContain(helped);
    expect(shown).toMatch(/trivsel/i);
  });

  it.each(['min kollega drikker på jobbet, skal jeg melde ham', 'hvad skal min souschef have i løn nu hun er sygemeldt m stress'])(
    'is told who takes a matter of staff, and is shown no wording as if it settled that: %s',
    async (text) => {
      const shown = textOf(await mette.say(text));
      expect(shown).toMatch(/HR/);
      expect(shown).not.toContain(helped);
      expect(shown).not.toMatch(/trivsel/i);
    },
  );
});

describe('a colour of speech', () => {
  it.each([
    'jeg dør af grin',
    'det er da til at blive skør af',
    'stresset uge, men fint',
    'hvad står der om stress',
    'mind mig hver dag kl. 8',
    'giv mig et spørgsmål til eftertanke',
  ])('is none: %s', async (text) => expect(textOf(await mette.say(text))).not.toContain(helped));
});
