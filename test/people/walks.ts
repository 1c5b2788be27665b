/**
 * Somebody who writes private words and presses whatever there is, and all that ends in their chat or in a dialog of it.
 *
 * What can be done stands in one table, {@link deeds}. Whoever adds something that people write for themselves adds how it is
 * written there; buttons and fields that a card offers are found by themselves.
 */
import type { Act } from '../../src/cards/acts.js';
import type { CardJson } from '../../src/cards/message.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import { planActivities, toActivity } from '../../src/teams/outgoing.js';
import type { PlainQuestion } from '../../src/understanding/question.js';
import { nodesOf } from '../cards/rules.js';
import { library } from '../support/content.js';
import type { Outside } from '../support/outside.js';
import type { Product } from '../support/product.js';

/** One deed of a walk: what is done, and the number that chooses in it. */
export type Step = { readonly deed: string; readonly choice: number };

/** Where people write what others shall read; into every other field of a card something private is written. */
const publicFields = ['line', 'answer', 'conversation'];

const prompts = library.prompts.slice(0, 5).map(({ id }) => id);

/** Somebody on a walk. */
export type Walker = {
  /** One of several, as the step chooses. */
  pick<T>(...from: readonly T[]): T;
  /** Words that nobody but the walker may read; others each time. */
  secret(): string;
  say(text: string): Promise<void>;
  ask(question: PlainQuestion): Promise<void>;
  /** Does what a button of an older card does: as a Universal Action, or as a message by a client that knows none. */
  act(act: Act, typed?: object): Promise<void>;
  /** Presses one of the buttons in sight, with something in every field. */
  press(where: 'chat' | 'dialog', which?: (title: string) => boolean): Promise<void>;
  /** A day goes by, and what is due comes. */
  rest(): Promise<void>;
  /** The id of one of the walker's notes. */
  note(): Promise<string>;
};

/** What somebody does. */
export const deeds: Readonly<Record<string, (walker: Walker) => Promise<void>>> = {
  'gets a question': ({ say }) => say('giv mig noget at tænke over'),
  'keeps a note under it': ({ press }) => press('chat', (title) => title === 'Gem'),
  'keeps a note': ({ act, pick, secret }) => act({ act: 'save-note', prompt: pick(...prompts) }, { note: `${secret()} til mødet` }),
  'keeps none, or too long a note': ({ act, pick, secret }) =>
    act({ act: 'save-note', prompt: pick(...prompts) }, { note: pick('', ' ', `${secret()} `.repeat(500)) }),
  'keeps a note that cries for help': ({ act, secret }) =>
    act({ act: 'save-note', prompt: prompts[0] ?? '' }, { note: `jeg kan ikke mere, jeg græder hver aften ${secret()}` }),
  'asks for notes': ({ say, pick }) => say(pick('vis mine noter', 'mine noter', 'show my notes')),
  'looks for notes': ({ ask, pick }) => ask({ intent: 'reflections', text: pick('mødet', 'zebra') }),
  'looks for notes on an older card': ({ act, secret }) => act({ act: 'list-notes', page: 0 }, { search: secret() }),
  'opens a note on an older card': async ({ act, pick, note }) =>
    act({ act: 'open-note', note: await note(), mode: pick('read', 'edit', 'delete') }),
  'mends a note on an older card': async ({ act, pick, note, secret }) =>
    act({ act: 'edit-note', note: await note() }, { note: pick(secret(), '', `${secret()} `.repeat(500)) }),
  'takes a note back on an older card': async ({ act, note }) => act({ act: 'undo-note', note: await note(), prompt: prompts[0] ?? '' }),
  'deletes a note on an older card': async ({ act, note }) => act({ act: 'delete-note', note: await note() }),
  'asks for everything': ({ say }) => say('eksportér mine data'),
  'reads everything on an older card': ({ act, pick }) => act({ act: 'read-data', part: pick(1, 2) }),
  'is reminded of something': ({ say, pick, secret }) =>
    say(
      pick(
        `mind mig i morgen kl. 9 om ${secret()}`,
        `husk mig på torsdag på at ringe til ${secret()}`,
        `mind mig den 31. november om ${secret()}`,
        `mind mig kl. 3 på fredag om at spørge ${secret()} og så hvad der forventes af en kontorchef`,
        `jeg skal nå ${secret()}, mind mig lige om en uge`,
      ),
    ),
  'agrees on something': ({ say, pick, secret }) =>
    say(
      pick(
        `jeg vil tale med ${secret()} inden fredag`,
        `lav en aftale: når jeg møder ${secret()}, vil jeg lytte`,
        `jeg vil øve mig i at rose ${secret()}`,
      ),
    ),
  'asks for agreements': ({ say }) => say('mine aftaler'),
  'agrees on a card': ({ press }) => press('chat', (title) => title === 'Gør det til en aftale'),
  'asks for a letter to the editor': ({ say, pick }) => say(pick('kan jeg skrive til redaktøren', 'send mit spørgsmål til HR')),
  'is told an honest no, and writes to the editor': async ({ say, press }) => {
    await say('hvad siger grundlaget om zebrapels');
    await press('chat', (title) => title === 'Send til redaktøren');
    await press('dialog', (title) => title === 'Send');
  },
  'lets a day go by': ({ rest }) => rest(),
  'asks who can see it': ({ ask }) => ask({ intent: 'privacy', seen: 'note' }),
  'asks something else': ({ say, pick }) =>
    say(
      pick('hvad forventes der af en kontorchef?', 'mind mig hver dag kl. 8', 'vis min profil', 'hjælp', 'uddyb', 'slet mine data', 'tak'),
    ),
  'opens what there is to open': ({ press }) =>
    press('chat', (title) =>
      /^(Åbn|Skriv|Fortryd|Mine noter|Mine aftaler|Åbn noten|Åbn aftalen|Gør det til en aftale|Undo|Open|My notes)$/.test(title),
    ),
  'goes on in the dialog': ({ press }) => press('dialog'),
  'goes on and on in the dialog': async ({ press }) => {
    for (let times = 0; times < 3; times += 1) await press('dialog');
  },
  'presses anything': ({ press }) => press('chat'),
};

/** What a walk came to. */
export type Walk = {
  /** Everything that came into the chat: messages, and what buttons of its cards were answered with. */
  readonly chat: readonly string[];
  /** Everything that a dialog held. */
  readonly dialogs: readonly string[];
  readonly secrets: readonly string[];
};

type Button = { readonly type: string; readonly title: string; readonly data: object; readonly associatedInputs?: string };

/** Walks, as a person of their own. */
export async function walk(product: Product, outside: Outside, who: string, steps: readonly Step[]): Promise<Walk> {
  const seen = { chat: [] as string[], dialogs: [] as string[], secrets: [] as string[] };
  const cards: { chat?: CardJson | undefined; dialog?: CardJson | undefined } = {};
  for (const { deed, choice } of steps) {
    const walker = createWalker(product, who, choice, seen, cards);
    await deeds[deed]?.(walker);
    for (const { message } of [...outside.sent.splice(0), ...outside.posted.splice(0)]) seen.chat.push(JSON.stringify(toActivity(message)));
    for (const message of outside.updated.splice(0)) seen.chat.push(JSON.stringify(message));
  }
  return seen;
}

type Seen = { readonly chat: string[]; readonly dialogs: string[]; readonly secrets: string[] };
type Cards = { chat?: CardJson | undefined; dialog?: CardJson | undefined };

function createWalker(product: Product, who: string, choice: number, seen: Seen, cards: Cards): Walker {
  const pick: Walker['pick'] = (...from) => from[choice % from.length] as (typeof from)[number];
  const secret = () => {
    seen.secrets.push(`qz${who}x${seen.secrets.length}zq`);
    return seen.secrets.at(-1) ?? '';
  };
  const happen = async (what: Incoming['what']) => {
    const reply = await product.bot({
      person: { tenant: 't1', entraId: who, channelId: `29:${who}` },
      conversation: { id: `chat-${who}`, kind: 'personal' },
      address: { serviceUrl: 'https://smba.example/', conversation: `chat-${who}`, userId: `29:${who}` },
      locale: 'da-DK',
      timeZone: 'Europe/Copenhagen',
      at: product.now,
      what,
    });
    for (const activity of planActivities(what, reply)) look(activity, seen, cards);
  };
  return {
    pick,
    secret,
    say: (text) => happen({ kind: 'text', text }),
    ask: (question) => happen({ kind: 'action', data: { do: 'ask', question, language: 'da' }, invoke: false }),
    act: (act, typed) => happen({ kind: 'action', data: { do: 'act', act, language: 'da', ...typed }, invoke: choice % 3 > 0 }),
    async press(where, which = () => true) {
      const card = cards[where];
      const buttons = card ? buttonsOf(card).filter(({ title }) => which(title)) : [];
      if (!card || buttons.length === 0) return;
      const { type, data, associatedInputs } = pick(...buttons);
      const typed = associatedInputs === 'none' ? {} : fill(card, choice, secret);
      const opens = where === 'dialog' || 'msteams' in data;
      const how = opens ? ({ invoke: true, dialog: true } as const) : { invoke: type === 'Action.Execute' && choice % 5 > 0 };
      await happen({ kind: 'action', data: { ...data, ...typed }, ...how });
    },
    async rest() {
      product.now = new Date(product.now.getTime() + 24 * 60 * 60_000);
      await product.nudging.dispatcher.runPass(product.now);
    },
    async note() {
      const { notes } = await product.storage.notes.list({ tenant: 't1', entraId: who });
      return notes.length > 0 ? pick(...notes).id : 'none';
    },
  };
}

/** Takes down where an activity ends, and which card is in sight there now. */
function look(activity: ReturnType<typeof planActivities>[number], seen: Seen, cards: Cards): void {
  const { body } = (activity.value ?? {}) as { body?: { task?: { value?: { card?: { content?: CardJson } } }; value?: unknown } };
  if (body?.task) {
    seen.dialogs.push(JSON.stringify(body));
    cards.dialog = body.task.value?.card?.content;
    return;
  }
  seen.chat.push(JSON.stringify(activity));
  const card = activity.attachments?.[0]?.content ?? body?.value;
  if (typeof card === 'object' && card !== null) cards.chat = card as CardJson;
}

/** The buttons of a card, rows that are one included; without what stands in for one in an older client. */
function buttonsOf(card: CardJson): Button[] {
  const nodes = nodesOf(card) as unknown as (Button & { fallback?: unknown })[];
  const fallbacks = new Set(nodes.map(({ fallback }) => fallback));
  return nodes.filter((node) => /^Action\.(Submit|Execute)$/.test(node.type) && !fallbacks.has(node));
}

/** Something in every field. */
function fill(card: CardJson, choice: number, secret: () => string): Record<string, string> {
  const inputs = nodesOf(card).filter(({ type }) => type?.startsWith('Input.')) as unknown as {
    type: string;
    id: string;
    choices?: readonly { value: string }[];
  }[];
  const values = inputs.map(({ type, id, choices = [] }) => {
    if (type === 'Input.ChoiceSet') return [id, choices[choice % Math.max(1, choices.length)]?.value ?? ''];
    if (type === 'Input.Time') return [id, '08:00'];
    if (type === 'Input.Toggle') return [id, 'true'];
    if (type === 'Input.Date') return [id, '2026-12-01'];
    return [id, publicFields.includes(id) ? 'til alle' : secret()];
  });
  return Object.fromEntries(values);
}
