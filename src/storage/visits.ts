/**
 * What a turn needs of the database, in one read, and what it leaves behind, in one write: those of other people that come
 * meanwhile go along. A database far away costs a turn one way there and back.
 */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Found, Visit, VisitLeft, Visits } from '../conversation/ports.js';
import type { Talks } from '../sharing/ports.js';
import { isSame, isStale, toAddress } from './addresses.js';
import { createBatcher } from './batching.js';
import { expiryOf, placeOfContext } from './contexts.js';
import type { Database } from './database.js';
import type { Cipher } from './encryption.js';
import { columnsOf } from './keys.js';
import { planColumns, toPlanOf } from './nudge-plans.js';
import { prepare } from './prepared.js';
import { isThere } from './presences.js';
import { toProfile } from './profiles.js';
import { columnsOfRecipient } from './recipients.js';
import { jsonOf, selectRows, toJson } from './rows.js';
import { createSeenPrompts, maxSeenPrompts } from './seen-prompts.js';
import type { Tables } from './tables.js';
import { isTalkFresh } from './talks.js';
import { behindWall } from './wall.js';

/** A few reads may be on their way at once: nobody waits for one that has just left, and no more connections are taken. */
const reads = { most: 50, atOnce: 3, eager: true };
/** One after the other, so that what a person's turns leave is written in their order. */
const writes = { most: 50, atOnce: 1 };
/** The oldest prompts are forgotten when there are so many more than are looked at. */
const spareSeen = 50;

/** Creates the port. Visits that go together are behind the wall together: their statement sees the tenants of these and no other. */
export function createVisits(whole: Database, cipher: Cipher, talks: Pick<Talks, 'note'>): Visits {
  const database = { ...whole, db: whole.turns };
  return { find: createFinding(database, cipher), keep: createKeeping(database, cipher, talks) };
}

/** The columns of a visit that its rows are found by. */
const askedNames = ['at', 'tenant', 'entra_id', 'conversation', 'recipient'] as const;

type Nullable<Row> = Row | null;

/** What is found, table by table. */
type Rows = {
  readonly person: Nullable<
    Pick<Selectable<Tables['people']>, 'last_seen' | 'active_at' | 'unreachable_since' | 'removed_at' | 'notice_at'>
  >;
  readonly profile: Nullable<Pick<Selectable<Tables['profiles']>, 'framework' | 'role' | 'language' | 'time_zone'>>;
  readonly context: Nullable<Pick<Selectable<Tables['contexts']>, 'question' | 'misses' | 'expires_at'>>;
  readonly plan: Nullable<Parameters<typeof toPlanOf>[0]>;
  readonly address: Nullable<Omit<Selectable<Tables['addresses']>, 'tenant' | 'recipient'>>;
  readonly talk: Nullable<Pick<Selectable<Tables['talks']>, 'name' | 'talked_at'>>;
  readonly seen: Nullable<readonly string[]>;
};

function createFinding(database: Database, cipher: Cipher): Visits['find'] {
  const { db, kind } = database;
  const seenPrompts = createSeenPrompts(db);
  const select = prepare(db, ['visits'], ({ visits }) => ({ compile: () => selectFound(kind, visits).compile(db) }));
  const find = async (visits: readonly Visit[]): Promise<Found[]> => {
    const asked = visits.map((visit, at) => {
      const { tenant, recipient } = columnsOfRecipient(recipientOf(visit));
      return [String(at), tenant, columnsOf(visit.person).entra_id, visit.conversation.id, recipient];
    });
    const { rows } = await select({ visits: toJson(asked) });
    const found = new Map(rows.map(({ at, found: text }) => [Number(at), JSON.parse(text) as Rows]));
    return Promise.all(
      visits.map(async (visit, at) => {
        const row = found.get(at);
        if (!row) throw new Error('a visit found no row of its own');
        // Listing them forgets the oldest.
        if ((row.seen?.length ?? 0) >= maxSeenPrompts + spareSeen) await seenPrompts.list(visit.person);
        return toFound(visit, row, cipher);
      }),
    );
  };
  return createBatcher<Visit, Found>(reads, (visits) => behindWall(visits.map(toTenant), () => find(visits)));
}

function toTenant({ person }: Visit): string {
  return person.tenant;
}

/** One row for each visit, whose columns are the rows of other tables: looked up one by one, by their keys. */
function selectFound(kind: Database['kind'], visits: string): RawBuilder<{ at: string; found: string }> {
  const one = (table: keyof Tables, columns: readonly string[], where: RawBuilder<unknown>) =>
    sql`(select ${jsonOf(kind, columns)} from ${sql.table(table)} as of where ${where})`;
  const byPerson = sql`of.tenant = asked.tenant and of.entra_id = asked.entra_id`;
  const byConversation = sql`${byPerson} and of.conversation = asked.conversation`;
  const byRecipient = sql`of.tenant = asked.tenant and of.recipient = asked.recipient`;
  const list = kind === 'postgres' ? sql`json_agg` : sql`json_group_array`;
  const object = kind === 'postgres' ? sql`json_build_object` : sql`json_object`;
  // In SQLite a subquery gives text, which would be quoted once more.
  const json = (value: RawBuilder<unknown>) => (kind === 'postgres' ? value : sql`json(${value})`);
  const found = {
    person: one('people', ['last_seen', 'active_at', 'unreachable_since', 'removed_at', 'notice_at'], byPerson),
    profile: one('profiles', ['framework', 'role', 'language', 'time_zone'], byPerson),
    context: one('contexts', ['question', 'misses', 'expires_at'], byConversation),
    plan: one('nudge_plans', planColumns, byRecipient),
    address: one('addresses', ['entra_id', 'conversation', 'service_url', 'bot_id', 'user_id', 'updated_at', 'left_at'], byRecipient),
    talk: one('talks', ['name', 'talked_at'], byConversation),
    seen: sql`(select ${list}(latest.prompt order by latest.shown_at desc, latest.prompt desc) from
      (select prompt, shown_at from seen_prompts as of where ${byPerson} order by shown_at desc, prompt desc
        limit ${sql.lit(maxSeenPrompts + spareSeen)}) as latest)`,
  } satisfies Record<keyof Rows, RawBuilder<unknown>>;
  const pairs = Object.entries(found).flatMap(([name, value]) => [sql.lit(name), json(value)]);
  return sql`select asked.at, cast(${object}(${sql.join(pairs)}) as text) as found
    from (${selectRows({ kind }, askedNames, sql`${visits}`)}) as asked`;
}

function toFound(visit: Visit, { person, profile, context, plan, address, talk, seen }: Rows, cipher: Cipher): Found {
  const { at, address: newAddress, talk: newTalk } = visit;
  const recent = context && context.expires_at > at.toISOString() ? context : undefined;
  const opened = recent?.question ? cipher.open(recent.question, placeOfContext(visit.person, visit.conversation.id)) : undefined;
  const isReached = !newAddress || (address !== null && isSame(toAddress(address), newAddress) && !isStale(address, at));
  return {
    profile: profile ? toProfile(profile) : {},
    plan: plan ? toPlanOf(plan) : undefined,
    last: opened?.ok ? JSON.parse(opened.text) : undefined,
    misses: recent?.misses ?? 0,
    seen: (seen ?? []).slice(0, maxSeenPrompts),
    isNoted: isThere(person ?? undefined, visit.conversation.kind, at) && isReached && (!newTalk || isTalkFresh(talk, newTalk, at)),
  };
}

/** In a personal chat the person, elsewhere all who are there. */
function recipientOf({ person, conversation }: Pick<Visit, 'person' | 'conversation'>) {
  return conversation.kind === 'personal'
    ? ({ kind: 'person', person } as const)
    : ({ kind: 'conversation', tenant: person.tenant, conversation: conversation.id } as const);
}

/** One table's part of what turns leave: the columns that its rows bring, and the statement that writes them. */
type Part = {
  readonly names: readonly string[];
  rowsOf(left: VisitLeft, cipher: Cipher): readonly (readonly (string | null)[])[];
  readonly write: (given: RawBuilder<unknown>) => RawBuilder<unknown>;
};

const parts: readonly Part[] = [
  {
    names: ['tenant', 'entra_id', 'at'],
    rowsOf: ({ visit, isNews }) => (isNews && visit.conversation.kind === 'personal' ? [[...keyOf(visit), visit.at.toISOString()]] : []),
    write: (given) => sql`insert into "people" (tenant, entra_id, last_seen, active_at, unreachable_since, removed_at, notice_at, told_at)
      select tenant, entra_id, at, at, null, null, null, null from (${given}) as given where true
      on conflict (tenant, entra_id) do update
      set last_seen = excluded.last_seen, active_at = excluded.active_at, unreachable_since = null, removed_at = null, notice_at = null, told_at = null`,
  },
  {
    // Who is not known by a chat of their own is not known by what they write among others.
    names: ['tenant', 'entra_id', 'at'],
    rowsOf: ({ visit, isNews }) => (isNews && visit.conversation.kind !== 'personal' ? [[...keyOf(visit), visit.at.toISOString()]] : []),
    write: (given) => sql`update "people" set last_seen = given.at, active_at = given.at, notice_at = null, told_at = null
      from (${given}) as given
      where people.tenant = given.tenant and people.entra_id = given.entra_id and people.last_seen < given.at`,
  },
  {
    names: ['tenant', 'recipient', 'entra_id', 'conversation', 'service_url', 'bot_id', 'user_id', 'updated_at'],
    rowsOf: ({ visit, isNews }) => (isNews ? addressRows(visit) : []),
    write: (
      given,
    ) => sql`insert into "addresses" (tenant, recipient, entra_id, conversation, service_url, bot_id, user_id, updated_at, left_at)
      select tenant, recipient, entra_id, conversation, service_url, bot_id, user_id, updated_at, null from (${given}) as given where true
      on conflict (tenant, recipient) do update
      set service_url = excluded.service_url, conversation = excluded.conversation, bot_id = excluded.bot_id,
        user_id = excluded.user_id, updated_at = excluded.updated_at, left_at = null`,
  },
  {
    names: ['tenant', 'entra_id', 'conversation', 'question', 'misses', 'expires_at'],
    rowsOf: ({ visit, context }, cipher) => (context ? [contextRow(visit, context, cipher)] : []),
    write: (given) => sql`insert into "contexts" (tenant, entra_id, conversation, question, misses, expires_at)
      select tenant, entra_id, conversation, question, cast(misses as integer), expires_at from (${given}) as given where true
      on conflict (tenant, entra_id, conversation) do update
      set question = excluded.question, misses = excluded.misses, expires_at = excluded.expires_at`,
  },
  {
    names: ['tenant', 'entra_id', 'prompt', 'shown_at'],
    rowsOf: ({ visit, shown = [] }) => shown.map((prompt) => [...keyOf(visit), prompt, visit.at.toISOString()]),
    write: (given) => sql`insert into "seen_prompts" (tenant, entra_id, prompt, shown_at)
      select tenant, entra_id, prompt, shown_at from (${given}) as given where true
      on conflict (tenant, entra_id, shown_at, prompt) do nothing`,
  },
];

function createKeeping(database: Database, cipher: Cipher, talks: Pick<Talks, 'note'>): Visits['keep'] {
  const write = createWriting(database);
  return createBatcher<VisitLeft, void>(writes, async (all) => {
    for (const some of inTurns(all)) {
      const given = parts.map((part) => some.flatMap((left) => part.rowsOf(left, cipher)));
      await behindWall(
        some.map(({ visit }) => toTenant(visit)),
        () => write(given),
      );
      for (const { visit, isNews } of some) if (isNews && visit.talk) await talks.note(visit.person, visit.talk, visit.at);
    }
    return all.map(() => undefined);
  });
}

/** Writes rows for each part: on PostgreSQL all at once; SQLite is near, and takes each table as durably as it needs. */
function createWriting({ db, kind }: Database): (rows: readonly (readonly (readonly (string | null)[])[])[]) => Promise<void> {
  type Write = (values: Readonly<Record<string, string>>) => Promise<unknown>;
  const known = new Map<string, Write>();
  const build = (which: readonly number[]): Write => {
    const names = which.map((at) => `rows${at}`);
    return prepare(db, names, (values) => ({
      compile: () => {
        const statements = which.map((at) => {
          const { names: columns, write } = parts[at] as Part;
          return write(selectRows({ kind }, columns, sql`${values[`rows${at}`]}`));
        });
        const [last, ...others] = statements.toReversed();
        const first = others.toReversed().map((statement, at) => sql`${sql.ref(`part${at}`)} as (${statement})`);
        return (first.length > 0 ? sql`with ${sql.join(first)} ${last}` : sql`${last}`).compile(db);
      },
    }));
  };
  const run = (which: readonly number[], values: Readonly<Record<string, string>>) => {
    const name = which.join();
    const write = known.get(name) ?? build(which);
    known.set(name, write);
    return write(values);
  };
  return async (rows) => {
    const which = rows.flatMap((some, at) => (some.length > 0 ? [at] : []));
    const values = Object.fromEntries(which.map((at) => [`rows${at}`, toJson(rows[at] ?? [])]));
    if (kind === 'postgres') return which.length > 0 ? void (await run(which, values)) : undefined;
    for (const at of which) await run([at], values);
  };
}

/** Split so that nobody stands in one write twice, each in the order of their keys: two instances never wait for each other. */
function inTurns(all: readonly VisitLeft[]): readonly (readonly VisitLeft[])[] {
  const turns: Map<string, VisitLeft>[] = [];
  const counts = new Map<string, number>();
  for (const left of all) {
    const key = JSON.stringify(keyOf(left.visit));
    const turn = counts.get(key) ?? 0;
    counts.set(key, turn + 1);
    turns[turn] ??= new Map();
    turns[turn].set(key, left);
  }
  return turns.map((turn) => [...turn].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, left]) => left));
}

function keyOf({ person }: Visit): readonly [string, string] {
  const { tenant, entra_id } = columnsOf(person);
  return [tenant, entra_id];
}

function addressRows(visit: Visit): readonly (readonly (string | null)[])[] {
  const { address, at } = visit;
  if (!address) return [];
  const { tenant, recipient, entra_id } = columnsOfRecipient(recipientOf(visit));
  const { serviceUrl, conversation, botId = null, userId = null } = address;
  return [[tenant, recipient, entra_id, conversation, serviceUrl, botId, userId, at.toISOString()]];
}

function contextRow(visit: Visit, { last, misses }: NonNullable<VisitLeft['context']>, cipher: Cipher): readonly (string | null)[] {
  const { id } = visit.conversation;
  const question = last === undefined ? null : cipher.seal(JSON.stringify(last), placeOfContext(visit.person, id));
  return [...keyOf(visit), id, question, String(misses), expiryOf(visit.at)];
}
