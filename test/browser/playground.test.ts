/**
 * A newcomer's first minutes, in Microsoft's own test client. The pictures are in out/browser.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chat } from './chat.js';
import { openPlayground, type Playground } from './playground.js';

describe('a newcomer in the playground', () => {
  let playground: Playground;
  let chat: Chat;

  beforeAll(async () => {
    const startedAt = Date.now();
    playground = await openPlayground();
    console.info(`npm start and the page: ready after ${Date.now() - startedAt} ms`);
    chat = playground.chat;
  });
  afterAll(() => playground?.close());

  it('is welcomed', async () => {
    const card = await chat.welcome();
    await card.getByText('Ledelseskompas').first().waitFor();
    await chat.picture('1-welcome');
  });

  it('asks in Danish, and unfolds what the card keeps folded', async () => {
    const card = await chat.say('hvad forventes der af en kontorchef');
    await card.getByText('Kontorchefer', { exact: true }).waitFor();
    const folded = card.getByText('Jeg kommunikerer klart, tydeligt og rettidigt');
    expect(await folded.isVisible()).toBe(false);
    await chat.picture('2-expectations');
    await card.getByRole('button', { name: /^To temaer mere: vis/ }).click();
    await card.getByRole('button', { name: /^Det skal jeg kunne: vis/ }).click();
    await folded.waitFor();
    await chat.picture('3-unfolded');
  });

  it('presses a button for a question to think about, and another for the next', async () => {
    const card = await chat.say('giv mig et spørgsmål til en kontorchef');
    const first = await card.innerText();
    const next = await chat.press(card, 'Giv mig et andet spørgsmål');
    expect(await next.innerText()).not.toBe(first);
    await chat.picture('4-reflect');
    const role = await chat.press(next, 'Vis hele rollen');
    await role.getByText('Jeg skal lykkes med', { exact: true }).waitFor();
  });

  it('asks sloppily, and is told how it was read', async () => {
    const card = await chat.say('hva ska man ku som kontorcef');
    await card.getByText('Jeg læste »kontorcef« som »kontorchef«.').waitFor();
    await card.getByText('Jeg kommunikerer klart, tydeligt og rettidigt').waitFor();
    await chat.picture('5-sloppy');
  });

  it('asks in English', async () => {
    const card = await chat.say("what's expected of a kontorchef");
    await card.getByText('To think about').waitFor();
    await chat.picture('6-english');
  });

  it('is asked which framework, and types the answer', async () => {
    // Nothing said before tells whose director is meant.
    await chat.say('start forfra');
    const choice = await chat.say('hvad forventes der af en direktør');
    await choice.getByText('Hvilket tænker du på?').waitFor();
    await chat.picture('7-choice');
    const card = await chat.say('holstebro');
    await card.getByText('Direktør', { exact: true }).first().waitFor();
    await card
      .getByText(/Holstebro Social og Sundhed 2021/)
      .first()
      .waitFor();
    await chat.picture('8-chosen');
  });

  it('presses a thumb, and is told that what a field of the client’s own takes goes nowhere', async () => {
    await chat.say('hvad er ledestjernen');
    const thanks = await chat.after(async () => {
      await chat.page.getByRole('button', { name: 'Dislike' }).last().click();
      await chat.page.getByRole('textbox').last().fill('Det var ikke det, jeg spurgte om');
      await chat.page.getByRole('button', { name: 'Submit' }).last().click();
    });
    await thanks.getByText(/kom fra et felt, som ikke er mit/).waitFor();
    await chat.picture('9-thumb');
  });

  it('met no fault of the page', () => {
    expect(chat.faults).toEqual([]);
  });
});
