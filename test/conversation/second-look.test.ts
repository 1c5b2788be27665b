import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/clock.js';
import { type Compass, createCompass } from '../../src/conversation/compass.js';
import { createSecondLook, inquire, type LookSettings } from '../../src/conversation/second-look.js';
import type { ReaderReply, ReaderRequest, SecondReader } from '../../src/understanding/reader/reader.js';
import type { Profile } from '../../src/understanding/slots.js';
import { completion, json, type ModelServer, startModelServer } from '../azure/support/model-server.js';
import { at } from '../storage/stores.js';
import { care, content, own } from '../support/content.js';
import { openProduct, type Product } from '../support/product.js';
import { told } from '../support/told.js';
import { buttonsOf, textOf, visit } from '../support/visitor.js';

const chef = { framework: 'sammen', role: 'chef' };

let unsure = '';
let other = '';

const chosen = 'sammen/chef-trivsel-og-godt-arbejdsmiljo';
const topicOf = (...statements: string[]) => ({ intent: 'topic', statements, framework: null, role: null, theme: null });
const say = (question: object): string => JSON.stringify({ reading: { kind: 'question', question } });
const expectations = { intent: 'expectations', framework: 'sammen', role: 'chef' };

let compass: Compass;
beforeAll(() => {
  compass = createCompass(content.library, content.lexicon, { ...content, tables: content.compile(), care });
  [unsure = '', other = ''] = told.filter(
    (text) => typeof inquire(compass.understand(text, chef), chef, undefined, { own, search: compass.search, mode: 'unsure' }) !== 'string',
  );
  if (!other) throw new Error('the bot is sure of all of these by now: tell others');
});

/** A look with a reader that says what it is told to, and keeps what it was asked. */
function lookWith(reply: () => Promise<ReaderReply> | ReaderReply, settings: Partial<LookSettings> = {}) {
  const asked: ReaderRequest[] = [];
  const logged: unknown[] = [];
  const reader: SecondReader = async (request) => {
    asked.push(request);
    return reply();
  };
  const look = createSecondLook({
    library: compass.library,
    search: compass.search,
    own,
    reader,
    settings: { mode: 'unsure', timeoutMs: 1_000, perMinute: 100, perDay: 1_000, ...settings },
    log: { info: (...all: unknown[]) => logged.push(all) },
  });
  const hear = (text: string, profile: Profile = chef, now = at(0)) =>
    look(compass.understand(text, profile), { profile, context: undefined, at: now });
  return { asked, logged, hear };
}

const said = (text: string) => (): ReaderReply => ({ kind: 'said', text });

describe('a second look', () => {
  it('takes the reading, and keeps how the message was read here', async () => {
    const { hear } = lookWith(said(say(topicOf(chosen))));
    const { question: here } = compass.understand(unsure, chef);
    const seen = await hear(unsure);
    expect(seen.question).toMatchObject({ intent: 'topic', statements: [chosen] });
    // An honest no is nothing to go back to.
    expect(seen.second?.here).toEqual(here.intent === 'ambiguous' ? here.choices : here.intent === 'out-of-scope' ? [] : [here]);
    expect(seen.explanation.decision).toContain('second reader, instead of');
  });

  it('keeps what was heard where the reader reads the same, and says who read it', async () => {
    const { hear } = lookWith(said(say(expectations)), { mode: 'always' });
    const text = 'hvad forventes der af en chef i Sammen-grundlaget';
    const { question } = compass.understand(text, chef);
    expect(question).toEqual(expectations);
    const seen = await hear(text);
    expect(seen.question).toEqual(question);
    expect(seen.second).toEqual({ here: [] });
  });

  it.each<[string, () => Promise<ReaderReply> | ReaderReply]>([
    ['says that nothing is asked of the documents', said('{"reading":{"kind":"other"}}')],
    ['names what is not there', said(say({ ...expectations, role: 'borgmester' }))],
    ['writes an answer', said('Du skal tale med HR.')],
    ...(['time', 'busy', 'filtered', 'forbidden', 'unavailable'] as const).map((why): [string, () => ReaderReply] => [
      `is not to be had (${why})`,
      () => ({ kind: 'none', why }),
    ]),
  ])('leaves what was heard where the reader %s', async (_name, reply) => {
    const here = compass.understand(unsure, chef);
    const { hear, asked } = lookWith(reply);
    const seen = await hear(unsure);
    expect(seen.question).toEqual(here.question);
    expect(seen.second).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('is not taken at what is sure, at commands, or at what is private', async () => {
    const { hear, asked } = lookWith(said(say(expectations)));
    for (const text of [
      'hvad forventes der af en chef',
      'mine noter',
      'slet alt om mig',
      'jeg er så træt af det hele',
      'mind mig på torsdag kl. 10 om Lise',
    ])
      await hear(text);
    expect(asked).toEqual([]);
  });

  it('costs once a day for the same question from the same place', async () => {
    const { hear, asked } = lookWith(said(say(expectations)));
    const [one, two] = await Promise.all([hear(unsure), hear(unsure)]);
    expect(one?.question).toEqual(two?.question);
    expect(asked).toHaveLength(1);
    await hear(unsure, { framework: 'sammen', role: 'direktor' });
    expect(asked).toHaveLength(2);
    await hear(unsure, undefined, new Date(at(0).getTime() + dayMs - 1));
    expect(asked).toHaveLength(2);
    await hear(unsure, undefined, new Date(at(0).getTime() + dayMs));
    expect(asked).toHaveLength(3);
  });

  it('asks again after a trouble', async () => {
    const replies: ReaderReply[] = [
      { kind: 'none', why: 'time' },
      { kind: 'said', text: say(expectations) },
    ];
    const { hear } = lookWith(() => replies.shift() as ReaderReply);
    expect((await hear(unsure)).second).toBeUndefined();
    expect((await hear(unsure)).second).toBeDefined();
  });

  it('asks no more than it may in a minute and in a day', async () => {
    const { hear, asked, logged } = lookWith(() => ({ kind: 'none', why: 'busy' }), { perMinute: 2, perDay: 3 });
    const ask = async (seconds: number) => hear(unsure, undefined, new Date(at(0).getTime() + seconds * 1_000));
    for (const seconds of [0, 1, 2]) await ask(seconds);
    expect(asked).toHaveLength(2);
    for (const seconds of [60, 61]) await ask(seconds);
    expect(asked).toHaveLength(3);
    await ask(86_399);
    expect(asked).toHaveLength(3);
    await ask(86_400);
    expect(asked).toHaveLength(4);
    expect(JSON.stringify(logged)).toContain('budget');
  });

  it('tells the log what came of it, and no word of the message', async () => {
    const { hear, logged } = lookWith(said(say(topicOf(chosen))));
    await hear(unsure);
    expect(logged).toEqual([[{ outcome: 'used' }, 'second reader']]);
  });
});

/** What the model was told of the last message. */
function askedIn({ requests }: ModelServer): unknown {
  const body = requests.at(-1)?.body as { readonly messages: readonly { readonly content: string }[] } | undefined;
  return JSON.parse(body?.messages[1]?.content ?? '');
}

describe('the bot with a language model', () => {
  let server: ModelServer;
  let product: Product;
  afterEach(async () => {
    await product.close();
    await server.close();
  });

  async function open(more: Readonly<Record<string, string>> = {}) {
    server = await startModelServer();
    const settings = {
      SECOND_READER: 'unsure',
      AZURE_OPENAI_ENDPOINT: server.endpoint,
      AZURE_OPENAI_DEPLOYMENT: 'gpt',
      AZURE_OPENAI_API_KEY: 'k',
      ...more,
    };
    product = await openProduct(undefined, { settings });
    const mette = visit(product);
    await mette.say('jeg er chef i Sammen-grundlaget');
    return mette;
  }

  it('shows the statements that it chose, and says so', async () => {
    const mette = await open();
    server.respond = json(200, completion(say(topicOf(chosen))));
    const reply = await mette.say(unsure);
    expect(textOf(reply)).toContain('Læst ved hjælp af kommunens sprogmodel');
    expect(textOf(reply)).toContain('Det her passer til det, du spørger om');
    expect(textOf(reply)).toContain('Jeg tager ansvar for trivslen og det gode arbejdsmiljø.');
  });

  it('has how the bot itself read the message one press away, where that differs', async () => {
    const mette = await open({ SECOND_READER: 'always' });
    server.respond = json(200, completion(say(topicOf(chosen))));
    const reply = await mette.say('hvad forventes der af en direktør i Sammen-grundlaget');
    expect(textOf(reply)).toContain('Det her passer til det, du spørger om');
    const own = await mette.press(reply, 'Eller: Vis Direktør');
    expect(textOf(own)).toContain('Jeg kommunikerer en tydelig strategisk retning');
    expect(textOf(own)).not.toContain('sprogmodel');
  });

  it('goes on from what was chosen', async () => {
    const mette = await open();
    server.respond = json(200, completion(say(topicOf(chosen))));
    await mette.say(unsure);
    server.respond = json(200, completion(say(topicOf('sammen/direktor-trivsel-og-samarbejdskultur'))));
    expect(textOf(await mette.say('og for en direktør?'))).toContain('skaber en samarbejdskultur baseret på tillid');
    expect(askedIn(server)).toMatchObject({
      last: { intent: 'topic', framework: 'sammen', statements: [chosen] },
      shown: [chosen],
    });
    server.respond = json(503, {});
    expect(textOf(await mette.say('mere'))).not.toContain('Det forstod jeg ikke');
  });

  it('tells the model what it was asked and by whom in ids alone', async () => {
    const mette = await open();
    await mette.say(unsure);
    expect(askedIn(server)).toMatchObject({ message: unsure, profile: chef });
    expect(JSON.stringify(server.requests)).not.toMatch(/mette|chat-t1|29:|"t1"/i);
  });

  it('offers what it can be read as, and says no where that is read', async () => {
    const mette = await open();
    server.respond = json(
      200,
      completion(
        JSON.stringify({ reading: { kind: 'choice', choices: [expectations, { intent: 'common', framework: 'sammen', theme: null }] } }),
      ),
    );
    const choice = await mette.say(unsure);
    expect(textOf(choice)).toContain('Læst ved hjælp af kommunens sprogmodel');
    expect(buttonsOf(choice).length).toBeGreaterThanOrEqual(3);
    server.respond = json(200, completion(say({ intent: 'out-of-scope', reason: 'terms' })));
    expect(textOf(await mette.say(other))).toContain('Læst ved hjælp af kommunens sprogmodel');
  });

  it('lets nobody else wait for the model', async () => {
    const mette = await open({ SECOND_READER_TIMEOUT_MS: '10000' });
    let release: (() => void) | undefined;
    server.respond = (response) => {
      release = () => json(200, completion(say(expectations)))(response);
    };
    const waiting = mette.say(unsure);
    const quick = await visit(product, 'lars').say('hvad forventes der af en chef i Sammen-grundlaget');
    expect(textOf(quick)).toContain('Jeg bidrager til sammenhængskraften');
    await expect.poll(() => release).toBeDefined();
    release?.();
    expect(textOf(await waiting)).toContain('Læst ved hjælp af kommunens sprogmodel');
  });

  it('answers as it read the message itself where the model is silent, within its time', async () => {
    const mette = await open({ SECOND_READER_TIMEOUT_MS: '500' });
    server.respond = () => undefined;
    const reply = await mette.say(unsure);
    expect(textOf(reply)).not.toContain('sprogmodel');
    expect(textOf(reply)).not.toBe('');
  });
});

describe('the bot without one', () => {
  it('asks nobody', async () => {
    const product = await openProduct();
    expect(textOf(await visit(product).say(unsure))).not.toContain('sprogmodel');
    await product.close();
  });
});
