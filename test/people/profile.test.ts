import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal } from '../../src/conversation/person.js';
import type { Directory } from '../../src/people/ports.js';
import { at } from '../storage/stores.js';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, fieldOf, textOf, type Visitor, visit } from '../support/visitor.js';
import { openWith } from './stand-in.js';

let product: Product;
let mette: Visitor;

beforeEach(async () => {
  product = await openProduct();
  mette = visit(product);
});
afterEach(() => product.close());

const profileOf = (visitor: Visitor) => product.storage.profiles.load(visitor.key);

describe('a role', () => {
  it.each([
    ['jeg er kontorchef i Aarhus', 'aarhus-bu-2024', 'kontorchef'],
    ['min rolle er centerleder', 'socialafdelingen', 'centerleder'],
    ["I'm a chef in Holstebro", 'holstebro-sos-2021', 'chef'],
  ])('is set by saying "%s"', async (text, framework, role) => {
    await mette.say(text);
    expect(await profileOf(mette)).toMatchObject({ framework, role, timeZone: 'Europe/Copenhagen' });
  });

  it('makes "hvad forventes der af mig?" and a follow-up work, and sets no other on the way', async () => {
    await mette.say('jeg er kontorchef i Aarhus');
    expect((await mette.say('og for forvaltningschefer?'))[0]?.summary).toContain('forvaltningschef');
    expect((await mette.say('hvad forventes der af mig?', { at: at(30) }))[0]?.summary).toContain('kontorchef');
    expect(await profileOf(mette)).toMatchObject({ role: 'kontorchef' });
  });

  it('that stands in several frameworks is set by the one pressed, or typed', async () => {
    const choice = await mette.say('jeg er chef');
    expect(await profileOf(mette)).toEqual({});
    await mette.press(choice, 'Sammen-grundlaget');
    expect(await profileOf(mette)).toMatchObject({ framework: 'sammen', role: 'chef' });
    const lars = visit(product, 'lars');
    await lars.say('jeg er chef');
    expect(textOf(await lars.say('holstebro'))).toContain('Din rolle er gemt');
    expect(await profileOf(lars)).toMatchObject({ framework: 'holstebro-sos-2021', role: 'chef' });
  });

  it('is set on a card in two steps, which need no memory between them', async () => {
    const first = await mette.ask({ intent: 'set-role' });
    const second = await mette.press(first, 'Videre til roller', { framework: 'holstebro-sos-2021' });
    expect(textOf(second)).toContain('Din rolle i Holstebro Social og Sundhed 2021');
    const done = await mette.press(second, 'Gem min rolle', { role: 'chef' });
    expect(textOf(done)).toContain('Din rolle er gemt');
    expect(await profileOf(mette)).toMatchObject({ framework: 'holstebro-sos-2021', role: 'chef' });
  });

  it('stays when nothing, or something unknown, is chosen on the card', async () => {
    await mette.ask({ intent: 'set-role', framework: 'sammen', role: 'chef' });
    const first = await mette.ask({ intent: 'set-role' });
    expect(fieldOf(first, 'framework')).toBe('sammen');
    const again = textOf(await mette.press(first, 'Videre til roller'));
    expect(again).toContain('Dit ledelsesgrundlag');
    expect(again).toContain('Vælg et grundlag, før du går videre.');
    const second = await mette.press(first, 'Videre til roller', { framework: 'sammen' });
    expect(fieldOf(second, 'role')).toBe('chef');
    for (const role of ['konge', '__proto__', ''])
      expect(textOf(await mette.press(second, 'Gem min rolle', { role }))).toContain('Din rolle i Sammen');
    expect(await profileOf(mette)).toMatchObject({ framework: 'sammen', role: 'chef' });
  });

  it('is forgotten, and only the role', async () => {
    await mette.say('jeg er kontorchef i Aarhus');
    await mette.act({ act: 'pick-language' }, { speech: 'da' });
    expect(textOf(await mette.say('glem min rolle'))).toContain('Din rolle er glemt');
    expect(await profileOf(mette)).toEqual({ language: 'da', timeZone: 'Europe/Copenhagen' });
  });

  it('that is no longer in the content counts as none', async () => {
    await product.storage.profiles.save(mette.key, { framework: 'gone', role: 'gone' }, at(0));
    expect(textOf(await mette.ask({ intent: 'profile' }))).toContain('Rolle: Ikke valgt');
    expect(await mette.say('hvad forventes der af mig?')).toHaveLength(1);
  });

  it('taken to be meant is said to be, with a way to change it', async () => {
    await mette.say('jeg er kontorchef i Aarhus');
    const reply = await mette.say('jeg er mellemleder');
    expect(textOf(reply)).toContain('Ingen af grundlagene nævner »mellemleder«');
    expect(buttonsOf(reply).map(({ title }) => title)).toContain('Skift rolle');
  });
});

describe('a language', () => {
  it('chosen holds whatever a person writes, and is read at once', async () => {
    const reply = await mette.act({ act: 'pick-language' }, { speech: 'en' });
    expect(textOf(reply)).toContain('Your choice of language is saved.');
    expect(textOf(await mette.say('hvad forventes der af en kontorchef'))).toContain('adopted wording, in Danish');
  });

  it('of automatic is that of each message', async () => {
    await mette.act({ act: 'pick-language' }, { speech: 'en' });
    await mette.act({ act: 'pick-language' }, { speech: 'auto' });
    expect(await profileOf(mette)).toEqual({});
    expect(textOf(await mette.say('hvad forventes der af en kontorchef'))).toContain('Teksten ved stregen');
  });

  it('of a message with no telling word is that of the one before, whatever the client speaks', async () => {
    const abroad = { locale: 'en-US' };
    expect(textOf(await mette.say('stop', abroad))).toContain('You');
    await mette.say('hvad forventes der af en kontorchef', abroad);
    expect(textOf(await mette.say('stop', abroad))).toContain('Du');
    await mette.say('what is expected of a kontorchef');
    expect(textOf(await mette.say('stop'))).toContain('You');
    expect(textOf(await mette.say('stop', { at: at(30) }))).toContain('Du');
  });

  it('that nobody speaks changes nothing', async () => {
    await mette.act({ act: 'pick-language' }, { speech: 'tlh' });
    expect(await profileOf(mette)).toEqual({});
  });
});

describe('the profile card', () => {
  it('shows role, framework, language and reminders', async () => {
    const anne = visit(product, 'anne');
    await product.nudging.plans.save(personal(anne.key), { days: ['man', 'ons'], time: '08:30', exact: true }, at(0));
    await anne.say('jeg er kontorchef i Aarhus');
    const text = textOf(await anne.ask({ intent: 'profile' }));
    expect(text).toContain('Rolle: Kontorchefer');
    expect(text).toContain('Grundlag: Aarhus Børn og Unge 2024');
    expect(text).toContain('Faste spørgsmål: Mandag og onsdag kl. 8.30');
  });
});

describe('a profile', () => {
  it('is one person’s in one tenant, whoever presses the button', async () => {
    const reply = await mette.say('jeg er chef');
    await visit(product, 'lars').press(reply, 'Sammen-grundlaget');
    await visit(product, 'mette', 't2').press(reply, 'Holstebro Social og Sundhed 2021');
    expect(await profileOf(mette)).toEqual({});
    expect(await product.storage.profiles.load({ tenant: 't1', entraId: 'lars' })).toMatchObject({ framework: 'sammen' });
    expect(await product.storage.profiles.load({ tenant: 't2', entraId: 'mette' })).toMatchObject({ framework: 'holstebro-sos-2021' });
  });
});

describe('a suggestion from the directory', () => {
  const listing = (jobTitle: string, department?: string): Directory => ({ find: async () => ({ kind: 'listed', jobTitle, department }) });

  async function welcome(directory: Directory) {
    const other = await openWith({ directory });
    const anne = visit(other, 'anne');
    return { other, anne, reply: await anne.happen({ kind: 'installed' }) };
  }

  it('is made at the welcome and on the role card, and kept only after a yes', async () => {
    const { other, anne, reply } = await welcome(listing('Kontorchef', 'Børn og Unge, Aarhus Kommune'));
    expect(textOf(reply)).toContain('Er din rolle kontorchef i Aarhus Børn og Unge 2024?');
    expect(textOf(await anne.ask({ intent: 'set-role' }))).toContain('I Teams står du som »Kontorchef«');
    expect(await other.storage.profiles.load(anne.key)).toEqual({});
    await anne.press(reply, 'Ja, det er min rolle');
    expect(await other.storage.profiles.load(anne.key)).toMatchObject({ framework: 'aarhus-bu-2024', role: 'kontorchef' });
    expect(textOf(await anne.ask({ intent: 'set-role' }))).not.toContain('I Teams står du som');
    await other.close();
  });

  it.each([
    ['a title in several frameworks', listing('Chef')],
    ['a title of no leader', listing('Gartner', 'Vej og Park')],
    ['a title that asks for something', listing('slet mine data')],
    ['no title', { find: async () => ({ kind: 'listed' }) } as Directory],
    ['nobody of that id', { find: async () => ({ kind: 'unknown' }) } as Directory],
    ['no answer', { find: async () => ({ kind: 'unavailable' }) } as Directory],
  ])('is not made for %s', async (_, directory) => {
    const { other, reply } = await welcome(directory);
    expect(textOf(reply)).not.toContain('Er din rolle');
    expect(textOf(reply)).toContain('Hej, jeg er Ledelseskompas');
    await other.close();
  });

  it('shows the title as text and never as Markdown', async () => {
    const { other, reply } = await welcome(listing('Kontorchef [klik](https://ond.example)', 'Aarhus'));
    expect(JSON.stringify(reply)).not.toMatch(/"type":"TextBlock","text":"[^"]*ond/);
    await other.close();
  });

  it('is not asked for in a group, nor for somebody whose role is known', async () => {
    let asked = 0;
    const directory: Directory = {
      find: async () => {
        asked += 1;
        return { kind: 'unknown' };
      },
    };
    const other = await openWith({ directory });
    const anne = visit(other, 'anne');
    await anne.happen({ kind: 'installed' }, { conversation: { id: 'g', kind: 'groupChat' } });
    await anne.say('jeg er kontorchef i Aarhus');
    await anne.happen({ kind: 'installed' });
    await anne.ask({ intent: 'set-role' });
    expect(asked).toBe(0);
    await other.close();
  });

  it('is understood from the content alone', () => {
    expect(product.compass.understand('min rolle er Kontorchef i Aarhus').question).toMatchObject({
      intent: 'set-role',
      role: 'kontorchef',
    });
  });
});
