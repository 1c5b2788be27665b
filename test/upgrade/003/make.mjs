/**
 * How the files beside this one came to be: people live three weeks with the bot as it was when 003-sharing was its
 * newest step, on SQLite and on PostgreSQL. It runs on that version alone and is kept to be read:
 * `npm run build && TEST_DATABASE_URL=… node test/upgrade/003/make.mjs`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import pg from 'pg';

const dist = '../../../dist';
const [
  { openStorage },
  { parseKeys },
  { loadContent },
  { createTalking },
  { createPlans },
  { createDispatcher },
  nudging,
  { createCards },
] = await Promise.all(
  ['storage/storage', 'storage/encryption', 'storage/content-files', 'talking', 'plans', 'dispatch', 'nudging', 'cards/cards'].map(
    (name) => import(`${dist}/${name}.js`),
  ),
);
const { listGallery } = await import(`${dist}/cards/gallery.js`);
const { createLog } = await import(`${dist}/log.js`);
const { personal } = await import(`${dist}/storage/recipients.js`);
const { subjectOfStatement } = await import(`${dist}/answers/sharing.js`);
const { planDeliveries } = await import(`${dist}/nudges/plan.js`);

const here = new URL('.', import.meta.url);
const story = JSON.parse(readFileSync(new URL('story.json', here), 'utf8'));
const { tenants, people, names, conversations, notes } = story;
const content = loadContent('content');
const log = createLog('silent');
const keysOf = (...ids) => parseKeys(ids.map((id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`).join(',')).keys;
const service = 'https://smba.trafficmanager.net/emea/';
const day = (date, time = '07:00') => new Date(`2026-11-${String(date).padStart(2, '0')}T${time}:00Z`);

/** The whole bot on a database, whose clock moves by hand. */
async function openWorld(options, reflectionKeys) {
  const { storage, fault } = await openStorage({ ...options, reflectionKeys });
  if (fault) throw new Error(fault);
  const closedDays = nudging.createCalendar({ municipal: true, extra: [] });
  const plans = createPlans({ storage, closedDays });
  const rooms = {
    roster: {
      find: async (_, user) => ({ name: names[user.slice(3)] ?? user }),
      list: async () => ['29:mette', '29:lars'],
    },
    poster: { post: async () => ({ ok: true, activity: 'besked-1' }), update: async () => true },
  };
  const config = { graph: false, credentials: { appId: 'app' }, publicUrl: 'https://kompas.example.dk' };
  const talking = createTalking({ config, content, storage, plans, rooms, random: () => 0, log });
  const world = { storage, plans, talking, closedDays, time: day(16), outcome: () => ({ kind: 'sent' }) };
  world.dispatcher = createDispatcher({
    storage,
    plans,
    closedDays,
    library: content.library,
    messenger: { send: async ({ conversation }) => world.outcome(conversation) },
    renderers: nudging.createNudgeRenderers(createCards(content.library)),
    clock: () => world.time,
    sleep: async (ms) => {
      world.time = new Date(world.time.getTime() + ms);
    },
    graceMinutes: 120,
    rate: 25,
    log,
  });
  return world;
}

/** Somebody in their own chat, or in a conversation with others. */
function visitor(world, name, tenant = tenants.north) {
  const home = { id: `a:${name}${tenant === tenants.north ? '' : '-south'}`, kind: 'personal' };
  const room = (id) => ({ id, kind: id === conversations.channel ? 'channel' : 'groupChat' });
  const happen = (what, at, where, more = {}) =>
    world.talking.bot({
      person: { tenant, entraId: people[name], channelId: `29:${name}` },
      conversation: where ? room(where) : home,
      locale: name === 'lars' ? 'en-GB' : 'da-DK',
      timeZone: 'Europe/Copenhagen',
      at,
      what,
      ...more,
    });
  const key = { tenant, entraId: people[name] };
  return {
    key,
    say: (text, at, where, more) => happen({ kind: 'text', text }, at, where, more),
    ask: (question, at, where) => happen({ kind: 'action', data: { do: 'ask', question, language: 'da' }, invoke: false }, at, where),
    act: (act, fields, at) => happen({ kind: 'action', data: { do: 'act', act, language: 'da', ...fields }, invoke: true }, at),
    share: (act, fields, at, where) =>
      happen({ kind: 'action', data: { do: 'share', act, language: 'da', ...fields }, invoke: true }, at, where),
    happen,
    async arrive(at) {
      const address = { serviceUrl: service, conversation: home.id, botId: '28:bot', userId: `29:${name}` };
      await world.storage.addresses.save(personal(key), address, at);
      await happen({ kind: 'installed' }, at);
    },
  };
}

async function arrive(world) {
  for (const name of Object.keys(people)) await visitor(world, name).arrive(day(2));
  await visitor(world, 'mette', tenants.south).arrive(day(2));
  await visitor(world, 'erik', tenants.south).arrive(day(2));
  for (const [tenant, conversation] of [
    [tenants.north, conversations.team],
    [tenants.north, conversations.other],
    [tenants.south, conversations.channel],
  ])
    await world.storage.addresses.save(
      { kind: 'conversation', tenant, conversation },
      { serviceUrl: service, conversation, botId: '28:bot' },
      day(2),
    );
  const [mette, lars] = [visitor(world, 'mette'), visitor(world, 'lars')];
  for (const { key } of [mette, lars])
    await world.storage.talks.note(key, { id: conversations.team, kind: 'groupChat', name: 'Lederteam' }, day(3));
  await world.storage.talks.note(lars.key, { id: conversations.other, kind: 'groupChat' }, day(3));
  await mette.ask({ intent: 'set-role', framework: 'aarhus-bu-2024', role: 'kontorchef' }, day(3));
  await lars.ask({ intent: 'set-role', framework: 'sammen', role: 'leder-af-medarbejder' }, day(3));
  await lars.act({ act: 'pick-language' }, { speech: 'en' }, day(3));
  await visitor(world, 'mette', tenants.south).ask({ intent: 'set-role', framework: 'holstebro-sos-2021', role: 'chef' }, day(3));
}

async function agree(world) {
  for (const name of ['mette', 'anna', 'bo', 'ida']) await visitor(world, name).say('mind mig hver hverdag kl. 8', day(13, '12:00'));
  await visitor(world, 'carl').say('mind mig hver hverdag kl. 8.05', day(13, '12:00'));
  await visitor(world, 'dorte').say('mind mig hver hverdag kl. 8.05', day(13, '12:00'));
  await visitor(world, 'erik', tenants.south).say('mind mig hver hverdag kl. 8', day(13, '12:00'));
  await visitor(world, 'lars').say('remind me every Tuesday at 8', day(13, '12:00'));
  await visitor(world, 'lars').say('help', day(18, '12:00'), undefined, { timeZone: 'Europe/London' });
  await visitor(world, 'anna').say('hold pause i to uger', day(14, '12:00'));
  await visitor(world, 'mette').say('mind os hver mandag kl. 9', day(13, '12:30'), conversations.team);
  await visitor(world, 'mette', tenants.south).say('mind os hver mandag kl. 9', day(13, '12:30'), conversations.channel);
  await visitor(world, 'mette', tenants.south).say('stop', day(17, '12:00'), conversations.channel);
}

/** A pass as at `at`, in which the machine's clock begins there. */
async function pass(world, at) {
  world.time = at;
  await world.dispatcher.runPass(at);
}

async function nudge(world) {
  world.outcome = (to) => (to === 'a:bo' ? { kind: 'unreachable', reason: 'blocked' } : { kind: 'sent' });
  for (const date of ['16', '17', '18', '19', '20', '23']) {
    await pass(world, day(date, '07:06'));
    await pass(world, day(date, '08:01'));
  }
  await visitor(world, 'lars').say('stop', day(20, '12:00'));
  // Today: one may have arrived, one waits for Teams, one is claimed and one is on its way while the power goes.
  world.outcome = (to) =>
    to === 'a:ida'
      ? { kind: 'ambiguous', reason: 'ECONNRESET' }
      : to === 'a:erik-south'
        ? { kind: 'throttled', retryAfterMs: 120_000 }
        : { kind: 'sent' };
  await pass(world, day(24, '07:01'));
  const isClosed = await world.closedDays();
  await world.storage.nudgePlans.takeDue(day(24, '07:05'), 200, ({ plan, nextAt }) =>
    planDeliveries(plan, nextAt, day(24, '07:05'), { isClosed, graceMinutes: 120 }),
  );
  const order = { tenant: tenants.north, dueUntil: day(24, '07:05'), now: day(24, '07:05'), rate: 25 };
  const { nudges } = await world.storage.outbox.claim(order);
  const begun = nudges.find(({ recipient }) => recipient.person.entraId === people.dorte);
  await world.storage.outbox.begin(begun, content.library.prompts[0].id, day(24, '07:05'));
}

const promptOf = (framework) => content.library.prompts.find((each) => each.framework === framework && each.statements.length > 0);

async function write(world) {
  const prompt = promptOf('aarhus-bu-2024').id;
  const mette = visitor(world, 'mette');
  await mette.act({ act: 'save-note', prompt }, { note: notes.first }, day(10));
  await mette.act({ act: 'save-note', prompt }, { note: 'Jeg ringede.' }, day(11));
  const { notes: newest } = await world.storage.notes.list(mette.key);
  await mette.act({ act: 'edit-note', note: newest[0].id }, { note: notes.edited }, day(12));
  await visitor(world, 'lars').act({ act: 'save-note', prompt: promptOf('sammen').id }, { note: notes.lars }, day(11));
  const south = { act: 'save-note', prompt: promptOf('holstebro-sos-2021').id };
  await visitor(world, 'mette', tenants.south).act(south, { note: notes.south }, day(12));
}

async function share(world) {
  const [mette, lars] = [visitor(world, 'mette'), visitor(world, 'lars')];
  const prompt = promptOf('aarhus-bu-2024');
  const statement = content.library.statement(prompt.statements[0]);
  const subject = subjectOfStatement(statement, prompt);
  const known = new Set();
  const post = async (who, about, fields, at) => {
    await who.share({ act: 'post', subject: about }, fields, at);
    const database = await world.listShares();
    const found = database.find((id) => !known.has(id));
    if (!found) throw new Error('nothing was shared');
    known.add(found);
    return found;
  };
  const round = await post(mette, subject, { conversation: conversations.team, line: story.line, round: 'yes' }, day(13));
  const closed = await post(mette, subject, { conversation: conversations.team, round: 'yes' }, day(13, '09:00'));
  await post(lars, { framework: 'sammen', theme: 'driften' }, { conversation: conversations.other }, day(13, '10:00'));
  await mette.share({ act: 'answer', share: round }, { answer: story.answers.mette }, day(13, '11:00'), conversations.team);
  await lars.share({ act: 'answer', share: round }, { answer: story.answers.lars }, day(13, '12:00'), conversations.team);
  await lars.share({ act: 'answer', share: closed }, { answer: story.closedAnswer }, day(13, '13:00'), conversations.team);
  await mette.share({ act: 'close', share: closed }, {}, day(13, '14:00'), conversations.team);
}

/** What stands just before the new version starts. */
async function talk(world) {
  await visitor(world, 'ida').say('giv mig noget at tænke over', day(24, '07:09'));
  await visitor(world, 'lars').say('blå elefanter på månen', day(24, '07:09'));
  await visitor(world, 'mette').act({ act: 'save-note', prompt: promptOf('aarhus-bu-2024').id }, { note: notes.newest }, day(24, '07:09'));
  await visitor(world, 'mette').say('hvad forventes der af en forvaltningschef', day(24, '07:10'));
  await world.storage.claims.claim(JSON.stringify([tenants.north, ...story.claimed]), day(24, '07:10'), 600);
  await visitor(world, 'anna').happen({ kind: 'removed' }, day(24, '07:11'));
}

/** Lives the story; `listShares` gives the ids of what was shared. */
async function live(options, listShares) {
  const before = await openWorld(options, keysOf(story.keys.old));
  before.listShares = listShares;
  await arrive(before);
  await agree(before);
  await write(before);
  await share(before);
  await nudge(before);
  await before.storage.close();
  const after = await openWorld(options, keysOf(story.keys.new, story.keys.old));
  await talk(after);
  await after.storage.close();
}

async function makeSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'kompas-'));
  const file = join(folder, 'ledelseskompas.db');
  const read = (text) => {
    const handle = new Libsql(file);
    const rows = handle.prepare(text).all();
    handle.close();
    return rows;
  };
  await live({ dataDir: folder }, async () => read('select share from shares order by shared_at').map(({ share: id }) => id));
  const target = fileURLToPath(new URL('ledelseskompas.db', here));
  rmSync(target, { force: true });
  const packed = new Libsql(file);
  packed.exec(`vacuum into '${target}'`);
  packed.close();
  rmSync(folder, { recursive: true });
}

async function makePostgres(url) {
  const name = `kompas_story_${process.pid}`;
  const address = new URL(url);
  const run = async (to, text) => {
    const client = new pg.Client({ connectionString: to });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows;
  };
  await run(url, `create database ${name} template template0`);
  address.pathname = `/${name}`;
  await live({ dataDir: 'unused', databaseUrl: address.href }, async () =>
    (await run(address.href, 'select share from shares order by shared_at')).map(({ share: id }) => id),
  );
  // Without psql's own commands and without settings, so that any client runs it on any version.
  const dump = execFileSync('pg_dump', ['--no-owner', '--no-privileges', '--inserts', '--rows-per-insert=50', address.href], {
    encoding: 'utf8',
  });
  const lines = dump.split('\n').filter((line) => !/^(\\|--|SET |\s*$)/.test(line));
  writeFileSync(new URL('postgres.sql', here), `${lines.join('\n')}\n`);
  await run(url, `drop database ${name} with (force)`);
}

/** Every button of a card, the one included that clients press by themselves; and what stands in the card's fields. */
function buttonsOf(card) {
  const find = (node) => {
    if (Array.isArray(node)) return node.flatMap(find);
    if (typeof node !== 'object' || node === null) return [];
    const { fallback: _, ...rest } = node;
    const own = /^Action\.(Submit|Execute)$/.test(rest.type) ? [rest] : [];
    return [...own, ...Object.entries(rest).flatMap(([key, each]) => (key === 'data' ? [] : find(each)))];
  };
  return find(card);
}

function fieldsOf(card) {
  const find = (node) => {
    if (Array.isArray(node)) return node.flatMap(find);
    if (typeof node !== 'object' || node === null) return [];
    return [...(String(node.type).startsWith('Input.') ? [node] : []), ...Object.values(node).flatMap(find)];
  };
  const typed = ({ type, id, value, choices }) =>
    value ?? (type === 'Input.ChoiceSet' ? choices[0]?.value : undefined) ?? `skrevet i ${id}`;
  return Object.fromEntries(find(card).map((field) => [field.id, typed(field)]));
}

/** Data without what only tells one thing of a kind from another. */
function shapeOf(data) {
  const kinds = ['do', 'act', 'intent', 'mode', 'step', 'occasion', 'about', 'wish', 'auto', 'forget', 'confirmed'];
  const shape = (value, key) => {
    if (Array.isArray(value)) return [...new Set(value.map((each) => JSON.stringify(shape(each, key))))];
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((each) => [each, shape(value[each], each)]),
      );
    return kinds.includes(key) ? value : typeof value;
  };
  return JSON.stringify(shape(data, ''));
}

/** One of every shape of button of every kind of card, as a client sends it. */
function listButtons({ mind }) {
  const seen = new Set();
  return listGallery(mind.library, mind.answer).flatMap(({ title, answer, view }) => {
    const { card } = mind.cards(answer, view);
    const fields = fieldsOf(card);
    return buttonsOf(card).flatMap(({ type, data, associatedInputs }) => {
      const sent = associatedInputs === 'none' ? data : { ...data, ...fields };
      const shape = `${answer.kind} ${shapeOf(sent)}`;
      if (seen.has(shape)) return [];
      seen.add(shape);
      return [{ card: title, group: view.group, invoke: type === 'Action.Execute', data: sent }];
    });
  });
}

async function makeButtons() {
  const { talking, storage } = await openWorld({ dataDir: ':memory:' }, keysOf('k1'));
  const buttons = listButtons(talking);
  await storage.close();
  writeFileSync(new URL('buttons.jsonl', here), `${buttons.map((each) => JSON.stringify(each)).join('\n')}\n`);
  process.stdout.write(`${buttons.length} buttons\n`);
}

await makeSqlite();
await makePostgres(process.env.TEST_DATABASE_URL);
await makeButtons();
