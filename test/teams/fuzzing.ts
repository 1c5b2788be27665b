/**
 * Activities as nobody would send them: recorded ones with parts changed, and made-up ones.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { everyQuestion } from '../cards/questions.js';
import { actNames } from '../people/acts.js';
import { library } from '../support/content.js';
import { type ActivityJson, recorded } from './activities.js';

const names = readdirSync(new URL('activities/', import.meta.url)).map((file) => file.replace(/\.json$/, ''));
const asked = readFileSync(new URL('../questions/sample.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);

const ids = [
  ...library.prompts.map(({ id }) => id),
  ...library.frameworks.flatMap(({ id, roles }) => [id, ...roles.map((role) => role.id)]),
];
const hostile = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '<at>Bot</at>',
  '</at><at id="0">',
  '**fed** [link](https://evil.example)',
  '{"type":"AdaptiveCard"}',
  "'; drop table profiles; --",
  '‮abc',
  'å'.repeat(3_999),
  '🙂'.repeat(500),
  '(('.repeat(900),
  '8.30 mandag '.repeat(200),
  '<blockquote>'.repeat(300),
  '<attachment id="1"></attachment>',
  '<a href="https://kompas.example/del/sammen/chef">x</a>',
  'https://kompas.example/del/sammen/chef',
  'https://kompas.example/guide/sammen/chef?'.repeat(90),
  'Fra: a\nEmne: b\n'.repeat(200),
  'hvad er tillid? og hvad siger grundlaget om fejl? '.repeat(75),
  'mvh\n'.repeat(900),
  'hvad komma '.repeat(300),
];
const commands = [
  'mind mig hver dag kl. 8',
  'stop påmindelser',
  'pause til august',
  'slet mine data',
  'eksportér mine data',
  'vis mine refleksioner',
  'jeg er kontorchef',
  'glem min rolle',
  'min profil',
  'del det med mit team',
  'og i den gamle udgave?',
  '2',
];

/** What comes with messages, to be put together in any order. */
const markup = [
  '<p>',
  '</p>',
  '<blockquote>',
  '</blockquote>',
  '<img src="x">',
  '&amp;',
  '&#0;',
  '\n',
  '\n> ',
  '\nSendt: i dag',
  '\n-- \n',
  ' og ',
];

const text = fc.oneof(
  fc.constantFrom(...asked),
  fc.constantFrom(...commands),
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...asked, ...markup), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...asked.flatMap((line) => line.split(' '))), { maxLength: 30 }).map((words) => words.join(' ')),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, -1, 1e308, [], {}, [[[]]], ...ids),
);

const act = fc.record(
  {
    act: fc.constantFrom(...actNames, 'x'),
    prompt: fc.constantFrom(...ids),
    note: text,
    page: fc.oneof(fc.integer(), fc.constantFrom(0, 1, 9_999)),
    mode: fc.constantFrom('read', 'edit', 'delete'),
    framework: fc.constantFrom(...ids),
  },
  { requiredKeys: ['act'] },
);
/** What a button may send: what ours do, the same with something wrong, and anything. */
const data = fc.oneof(
  fc.record({
    do: fc.constant('ask'),
    question: fc.constantFrom<unknown>(...everyQuestion(library)),
    language: fc.constantFrom('da', 'en', 'x'),
  }),
  fc.record({
    do: fc.constant('act'),
    act: tidy(act),
    note: text,
    search: text,
    framework: fc.constantFrom(...ids),
    role: text,
    language: fc.constant('da'),
  }),
  value,
);

/** Buttons of ours have no key too many; half of the time neither do these. */
function tidy(acts: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const keys: Record<string, readonly string[]> = {
    'save-note': ['prompt'],
    'open-note': ['note', 'mode'],
    'list-notes': ['page'],
    'pick-role': ['framework'],
  };
  return fc.tuple(acts, fc.boolean()).map(([one, isTidy]) => {
    const kept = keys[String(one['act'])] ?? [];
    return isTidy ? Object.fromEntries(Object.entries(one).filter(([key]) => key === 'act' || kept.includes(key))) : one;
  });
}

/** One change somewhere in an activity: `at` picks the place, and the part there is replaced, dropped or doubled. */
const change = fc.record({ at: fc.nat(), to: value, how: fc.constantFrom('replace', 'replace', 'drop', 'double') });

function mutate(activity: ActivityJson, { at, to, how }: { at: number; to: unknown; how: string }): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(activity);
  const [parent, key] = places[at % places.length] ?? [activity, 'type'];
  if (how === 'drop') delete parent[key];
  else parent[key] = how === 'double' ? [parent[key], parent[key]] : to;
}

const mutated = fc
  .record({ name: fc.constantFrom(...names), text, data, changes: fc.array(change, { maxLength: 4 }) })
  .map(({ name, text: words, data: pressed, changes }) => {
    const activity = recorded(name);
    if (activity['type'] === 'message') Object.assign(activity, name.includes('submit') ? { value: pressed } : { text: words });
    if (name.includes('adaptiveCard')) activity['value'] = { action: { type: 'Action.Execute', verb: 'act', data: pressed } };
    for (const one of changes) mutate(activity, one);
    return activity as Record<string, unknown>;
  });

/** What the message extension is asked, with something wrong now and then. */
const looked = fc.record({
  commandId: fc.constantFrom<unknown>('search', 'sharePrompt', 'askAboutMessage', 'x', 7),
  parameters: fc.oneof(fc.array(fc.record({ name: fc.constantFrom('query', 'initialRun', 'x'), value: text }), { maxLength: 2 }), value),
  queryOptions: fc.oneof(fc.record({ skip: fc.integer(), count: fc.integer() }), value),
  url: fc.oneof(fc.constantFrom('https://kompas.example/del/sammen/leder', 'https://kompas.example/om', '//x'), text),
  messagePayload: fc.oneof(fc.record({ body: fc.record({ content: text }) }), value),
  data,
});

/** What is refused at the door where it is not as it should be: mostly it is. */
const mostly = (usual: fc.Arbitrary<unknown>, odd: fc.Arbitrary<unknown>) => fc.oneof({ weight: 8, arbitrary: usual }, odd);

const invented = fc.record(
  {
    type: fc.constantFrom(
      'message',
      'invoke',
      'conversationUpdate',
      'installationUpdate',
      'messageReaction',
      'event',
      'endOfConversation',
      'handoff',
      'typing',
    ),
    name: fc.constantFrom(
      'adaptiveCard/action',
      'composeExtension/query',
      'composeExtension/queryLink',
      'composeExtension/anonymousQueryLink',
      'composeExtension/fetchTask',
      'composeExtension/submitAction',
      'message/submitAction',
      'task/fetch',
      'signin/verifyState',
    ),
    action: fc.constantFrom('add', 'remove', 'add-upgrade', 'x'),
    from: fc.record({ id: mostly(fc.constant('29:1'), text), aadObjectId: mostly(fc.uuid(), value) }),
    conversation: fc.record({
      id: mostly(fc.constant('a:1'), text),
      tenantId: mostly(text, value),
      conversationType: fc.constantFrom('personal', 'channel', 'groupChat', 'x'),
    }),
    recipient: mostly(fc.record({ id: fc.constant('28:1'), name: text }), value),
    text: fc.oneof(text, value),
    value: fc.oneof(
      data.map((pressed) => ({ action: { data: pressed } })),
      looked,
      value,
    ),
    entities: fc.oneof(
      fc.array(fc.record({ type: fc.constantFrom('mention', 'clientInfo'), text, mentioned: value, timezone: text })),
      value,
    ),
    attachments: fc.oneof(fc.array(fc.record({ contentType: text, content: value })), value),
    channelData: value,
    membersAdded: value,
    locale: mostly(fc.constantFrom('da-DK', 'en-GB', 'x'), value),
    timestamp: fc.oneof(fc.constantFrom('2026-11-23T07:56:57.871Z', '9999999-01-01', ''), value),
    replyToId: value,
    [`__proto__`]: value,
  },
  { requiredKeys: ['type', 'from', 'conversation'] },
);

/** An activity with an id of its own that wants its answer at `serviceUrl`, mostly in the response. */
export const activityFor = (serviceUrl: string) =>
  fc
    .record({
      body: fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 1, arbitrary: invented }),
      expects: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ body, expects }) => ({
      channelId: 'msteams',
      ...(body as Record<string, unknown>),
      serviceUrl,
      ...(expects > 0 && { deliveryMode: 'expectReplies' }),
    }));
