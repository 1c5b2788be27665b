import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tenantDefaults } from '../../src/settings/config.js';
import { createTenants, type Tenants, type TenantsFile, tenantsSchema } from '../../src/tenants/tenants.js';
import type { PlainQuestion } from '../../src/understanding/question.js';
import { findMessageFaults } from '../cards/rules.js';
import { library } from '../support/content.js';
import { createOutside, type Outside } from '../support/outside.js';
import { openProduct, type Product, readConfig } from '../support/product.js';
import { buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';

const [holstebro, aarhus] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
/** A Monday, 9:00 in Copenhagen. */
const now = new Date('2026-11-30T08:00:00Z');
const settings = { PUBLIC_URL: 'https://kompas.example.dk' };

let outside: Outside;
let product: Product;
let tenants: Tenants;
let mette: Visitor;
let jens: Visitor;

const fileOf = (more: object = {}): TenantsFile =>
  tenantsSchema.parse({
    tenants: [
      { id: holstebro, name: 'Holstebro', frameworks: ['holstebro-sos-2021'], ...more },
      { id: aarhus, name: 'Aarhus', frameworks: ['aarhus-bu-2024', 'aarhus-bu-2021'], defaultFramework: 'aarhus-bu-2024' },
    ],
  });

async function open(more: object = {}): Promise<void> {
  outside = createOutside();
  tenants = createTenants(fileOf(more), tenantDefaults(readConfig(settings)));
  product = await openProduct(undefined, {
    outside,
    now,
    settings,
    tenants: { find: (id) => tenants.find(id), list: () => tenants.list(), ids: () => tenants.ids() },
  });
  mette = visit(product, 'mette', holstebro);
  jens = visit(product, 'jens', aarhus);
}
const change = (more: object) => {
  tenants = createTenants(fileOf(more), tenantDefaults(readConfig(settings)), tenants);
};

beforeEach(() => open());
afterEach(() => product.close());

/** What would tell of a framework that is none of Holstebro's: ids, names, and a sentence of each. */
const foreign = library.frameworks
  .filter(({ id }) => id !== 'holstebro-sos-2021')
  .flatMap(({ id, name, title, statements }) => [
    `"framework":"${id}"`,
    `"${id}"`,
    `${id}/`,
    ...[name, title, ...statements.slice(0, 40).map(({ text }) => text)].map((words) => JSON.stringify(words).slice(1, -1)),
  ]);
/** Somebody of Holstebro in the message extension. */
const senderOf = (entraId: string) =>
  ({
    person: { tenant: holstebro, entraId, channelId: `29:${entraId}` },
    conversation: { id: 'c', kind: 'personal' },
    locale: 'da',
    timeZone: undefined,
    at: now,
  }) as const;
const leaksOf = (shown: unknown) => {
  const all = JSON.stringify(shown);
  return foreign.filter((words) => all.includes(words));
};

describe('a leader of one municipality', () => {
  it('is answered from its own framework, and not asked which', async () => {
    const reply = await mette.say('hvad forventes der af en chef');
    expect(textOf(reply)).toContain('Holstebro');
    expect(reply.flatMap(findMessageFaults)).toEqual([]);
    expect(textOf(await jens.say('hvad forventes der af en kontorchef'))).toContain('Aarhus Børn og Unge 2024');
  });

  it.each([
    'hvad forventes der af en kontorchef',
    'hvad forventes der af en kontorchef i Aarhus',
    'hvad siger aarhus 2024 om feedback',
    'sammenlign holstebro og aarhus',
    'hvad er forskellen på 2021 og 2024',
    'hvilke grundlag kender du',
    'hvad siger de andre kommuner om fejl',
    'søg i alle grundlag efter tillid',
    'hvad står der om kunstig intelligens',
    'hvad er sammen om kerneopgaven',
    'hjælp',
    'jeg er kontorchef',
    'jeg er dagtilbudsleder i Børn og Unge',
    'giv mig et spørgsmål',
    'hvad er ledestjernen',
    'hvem kan jeg kontakte',
    'om ledelsesgrundlaget',
    'skift ledelsesgrundlag',
    'hvad betyder visionær ledelse',
    'kontorcef',
    'what do the other frameworks say about trust',
    'compare the editions',
  ])('never sees another’s: "%s"', async (text) => {
    expect(leaksOf(await mette.say(text))).toEqual([]);
  });

  it('is shown nothing of another’s by a button from before', async () => {
    const before: PlainQuestion[] = [
      { intent: 'expectations', framework: 'aarhus-bu-2024', role: 'kontorchef' },
      { intent: 'about', framework: 'sammen' },
      { intent: 'topic', text: 'tillid', framework: 'sammen' },
      { intent: 'reflect', framework: 'aarhus-bu-2024', role: 'kontorchef' },
      { intent: 'compare-frameworks', frameworks: ['holstebro-sos-2021', 'sammen'] },
      { intent: 'compare-editions', older: 'aarhus-bu-2021', newer: 'aarhus-bu-2024' },
    ];
    for (const question of before) expect(leaksOf(await mette.ask(question))).toEqual([]);
  });

  it('finds nothing of another’s in the message extension', async () => {
    const sender = senderOf('mette');
    const query = (text: string) => ({ commandId: 'search', parameters: [{ name: 'query', value: text }] });
    for (const text of ['', 'kontorchef', 'tillid', 'sammen', 'aarhus']) {
      expect(leaksOf(await product.invokes('composeExtension/query', query(text), sender))).toEqual([]);
    }
    const link = (path: string) => product.invokes('composeExtension/queryLink', { url: `${settings.PUBLIC_URL}${path}` }, sender);
    expect(JSON.stringify(await link('/del/sammen/faelles'))).toContain('Linket fører ikke til noget');
    expect(JSON.stringify(await link('/del/holstebro-sos-2021/faelles'))).toContain('Holstebro');
  });

  it('is no longer answered from a framework that is taken from the list, once the file was read again', async () => {
    expect(textOf(await mette.say('hvad forventes der af en chef'))).toContain('Holstebro');
    change({ frameworks: ['sammen'] });
    const reply = await mette.say('hvad forventes der af en chef');
    expect(textOf(reply)).toContain('Sammen');
    expect(JSON.stringify(reply)).not.toContain('holstebro-sos-2021');
  });

  it('is told where it was looked, and whom to ask in its own municipality', async () => {
    change({ contact: 'HR, hr@holstebro.example' });
    expect(textOf(await mette.say('ka jeg få hjælp te min sommerhusgrund'))).toContain('i Holstebro Social og Sundhed 2021');
    expect(textOf(await mette.say('hvem kan jeg kontakte om ledelsesgrundlaget'))).toContain('hr@holstebro.example');
    expect(textOf(await jens.say('hvem kan jeg kontakte om ledelsesgrundlaget'))).not.toContain('hr@');
  });

  it('goes on with what was spoken of while the file is read again', async () => {
    await mette.say('hvad forventes der af en chef');
    change({ rate: 7 });
    expect(textOf(await mette.say('og for medarbejdere'))).toMatch(/medarbejder/i);
  });
});

describe('the pages', () => {
  it('are those of frameworks that somebody opens, each alone', () => {
    const page = (path: string) => product.pagesAt(path)?.library.frameworks.map(({ id }) => id);
    expect(page('/del/holstebro-sos-2021/faelles')).toEqual(['holstebro-sos-2021']);
    expect(page('/del/aarhus-bu-2024/kontorchef')).toEqual(['aarhus-bu-2024']);
    expect(page('/guide/aarhus-bu-2024/kontorchef')).toEqual(['aarhus-bu-2024']);
    expect(page('/del/sammen/faelles')).toBeUndefined();
    change({ frameworks: undefined });
    expect(page('/del/findes-ikke/faelles')).toBeUndefined();
  });

  it('are gone where all who have the framework turned sharing off, or are off', () => {
    for (const more of [{ sharing: 'off' }, { served: 'off' }]) {
      change(more);
      expect(product.pagesAt('/del/holstebro-sos-2021/faelles')).toBeUndefined();
      expect(product.pagesAt('/del/aarhus-bu-2024/kontorchef')).toBeDefined();
    }
  });

  it('are what a link is unfurled into for people without the app', async () => {
    const sender = {
      person: { tenant: '', channelId: 'x' },
      conversation: { id: '', kind: 'personal' },
      locale: 'da',
      timeZone: undefined,
      at: now,
    } as const;
    const unfurl = async (path: string) =>
      JSON.stringify(
        await product.invokes('composeExtension/anonymousQueryLink', { url: `${settings.PUBLIC_URL}${path}` }, sender as never),
      );
    expect(await unfurl('/del/holstebro-sos-2021/faelles')).toContain('Holstebro');
    expect(await unfurl('/del/sammen/faelles')).not.toContain('Sammen');
  });
});

describe('what a municipality turned off', () => {
  it.each([
    ['send mig et spørgsmål hver mandag kl 8', 'Det er slået fra i din kommune'],
    ['mind mig på torsdag kl. 10 om at ringe til Lise', 'Det er slået fra i din kommune'],
    ['vis mit ugentlige tilbageblik hver fredag', 'Det er slået fra i din kommune'],
  ])('is not promised: "%s"', async (text, answer) => {
    await product.close();
    await open({ nudges: 'off' });
    const reply = await mette.say(text);
    expect(textOf(reply)).toContain(answer);
    expect(reply.flatMap(findMessageFaults)).toEqual([]);
    expect(await product.rows()).not.toHaveProperty('nudge_plans');
    expect(await product.rows()).not.toHaveProperty('appointments');
  });

  it('can still be ended: a plan from before stops, and its form keeps nothing', async () => {
    const plan = await mette.say('send mig et spørgsmål hver mandag kl 8');
    change({ nudges: 'off' });
    const pressed = await mette.happen({ kind: 'action', data: { do: 'plan', act: { act: 'save-plan' }, language: 'da' }, invoke: true });
    expect(textOf(pressed)).toContain('Det er slået fra i din kommune');
    expect(buttonsOf(plan).length).toBeGreaterThan(0);
    expect(textOf(await mette.say('stop'))).not.toContain('slået fra i din kommune');
    expect((await product.nudging.plans.find({ kind: 'person', person: mette.key }))?.plan.on).toBe(false);
  });

  it('of sharing is not shared: neither by words nor in the message extension', async () => {
    await product.close();
    await open({ sharing: 'off' });
    await mette.say('hvad forventes der af en chef');
    expect(textOf(await mette.say('del'))).toContain('Deling er slået fra i din kommune');
    const sender = senderOf('mette');
    const found = await product.invokes('composeExtension/query', { commandId: 'search', parameters: [] }, sender);
    expect(JSON.stringify(found)).toContain('Deling er slået fra i din kommune');
  });

  it('of sharing leaves no way to a page on a card', async () => {
    expect(JSON.stringify(await mette.say('hvad forventes der af en chef'))).toContain('kompas.example.dk');
    change({ sharing: 'off' });
    expect(JSON.stringify(await mette.say('hvad forventes der af en chef'))).not.toContain('kompas.example.dk');
  });

  it('of the whole bot answers one kind card, notes nothing, and goes on as before when it is on again', async () => {
    await mette.say('hvad forventes der af en chef');
    const before = await product.rows();
    change({ served: 'off' });
    const reply = await mette.say('hvad forventes der af en chef');
    expect(textOf(reply)).toContain('Ledelseskompas er slået fra i din kommune');
    expect(buttonsOf(reply)).toEqual([]);
    const sender = senderOf('ny');
    expect(JSON.stringify(await product.invokes('composeExtension/query', { commandId: 'search' }, sender))).not.toContain('Holstebro');
    expect(await product.rows()).toEqual(before);
    expect(textOf(await jens.say('hvad forventes der af en kontorchef'))).toContain('Kontorchef');
    change({});
    expect(textOf(await mette.say('hvad forventes der af en chef'))).toContain('Holstebro');
  });
});

describe('nudges', () => {
  /** As {@link Visitor.say}, in a chat that messages get to. */
  const order = (who: Visitor, text: string) => {
    const { tenant, entraId } = who.key;
    return who.say(text, { address: { serviceUrl: 'https://smba.trafficmanager.net/emea/', conversation: `chat-${tenant}-${entraId}` } });
  };
  const nextDay = (date: string) => new Date(`${date}T08:30:00Z`);

  it('come from the framework of the municipality, and rest on its own closing days', async () => {
    await product.close();
    await open({ closingDays: ['2026-12-01'] });
    await order(mette, 'send mig et spørgsmål hver dag præcis kl. 9');
    await order(jens, 'send mig et spørgsmål hver dag præcis kl. 9');
    product.now = nextDay('2026-12-01');
    await product.nudging.dispatcher.runPass(product.now);
    expect(outside.sent.map(({ address }) => address.conversation)).toEqual([`chat-${aarhus}-jens`]);
    product.now = nextDay('2026-12-02');
    await product.nudging.dispatcher.runPass(product.now);
    const toMette = outside.sent.filter(({ address }) => address.conversation === `chat-${holstebro}-mette`);
    expect(toMette).toHaveLength(1);
    expect(leaksOf(toMette)).toEqual([]);
  });

  it('do not come where they are off, and nothing that waited comes when they are on again too late', async () => {
    await order(mette, 'send mig et spørgsmål hver dag præcis kl. 9');
    change({ nudges: 'off' });
    product.now = nextDay('2026-12-01');
    await product.nudging.dispatcher.runPass(product.now);
    change({});
    product.now = new Date('2026-12-01T15:00:00Z');
    await product.nudging.dispatcher.runPass(product.now);
    expect(outside.sent).toEqual([]);
  });
});
