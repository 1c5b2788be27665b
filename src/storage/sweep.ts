/**
 * What ends by itself. Whoever and whatever has rows here has a clock that ends them.
 */
import type { ExpressionBuilder } from 'kysely';
import { letterDays } from '../answers/letter-form.js';
import { dayMs } from '../clock.js';
import type { PersonKey } from '../conversation/person.js';
import { noticeDays } from '../people/ports.js';
import { isPerson } from './keys.js';
import { deletePerson } from './personal-data.js';
import type { Db, Tables } from './tables.js';

/** After how many days people end: `retentionDays` after they left, `inactiveDays` after they were last seen. */
export type Ends = {
  readonly retentionDays: number;
  readonly inactiveDays: number;
  /** True while nobody can be told that they end: the last days of whoever was not told begin anew. */
  readonly isQuiet?: boolean | undefined;
};

/** How much a sweep took away: people, shared conversations, and rows of each kind that had their time. */
export type Swept = {
  readonly people: number;
  readonly conversations: number;
  readonly contexts: number;
  readonly activities: number;
  readonly deliveries: number;
  readonly makers: number;
  /** Rows of people who were deleted while somebody still wrote about them. */
  readonly strays: number;
};

/** Deliveries are kept so long for the report; a plan never goes back that far. */
export const deliveryDays = 90;
/** Shared cards, the answers on them and where people talked are kept so many days. */
export const sharingDays = 90;
/** So many days a reminder is kept after it came, to be put off still. */
export const reminderDays = 30;
/** So many days what was dropped is kept, and what waits for a time that was never said. */
export const draftDays = 1;
/** A focus is kept so many days from when it was made: as long as one lasts and may be closed, and a while. */
export const focusDays = 90;
/** Counts are kept for a year and the month after it: a year's round of talks can be looked at beside the one before. */
export const tallyDays = 400;
/**
 * Strays are looked for a day later, when no message of then is being answered any more. Nudges are too many to be looked
 * through each day: only the last days' are, and those that were missed end with {@link deliveryDays}.
 */
const strayDays = 8;

/**
 * Ends what is over: what expired, whoever left or has been silent for too long, conversations that the bot left, and what
 * nobody is known to belong to. Begins the last days of people who will be silent for too long. Any number of instances may sweep.
 */
export async function sweep(db: Db, now: Date, { retentionDays, inactiveDays, isQuiet }: Ends): Promise<Swept> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs).toISOString();
  const cutoffs = { left: before(retentionDays), silent: before(inactiveDays), notice: before(noticeDays) };
  const contexts = await db.deleteFrom('contexts').where('expires_at', '<=', now.toISOString()).executeTakeFirstOrThrow();
  await db.deleteFrom('paces').where('full_at', '<=', now.getTime()).execute();
  const activities = await db.deleteFrom('activities').where('expires_at', '<=', now.toISOString()).executeTakeFirstOrThrow();
  const deliveries = await sweepDeliveries(db, before(deliveryDays));
  await sweepAppointments(db, { drafts: before(draftDays), reminders: before(reminderDays) });
  await sweepSharing(db, before(sharingDays));
  await db.deleteFrom('focuses').where('made_at', '<=', before(focusDays)).execute();
  await db.deleteFrom('tallies').where('week', '<=', before(tallyDays)).execute();
  await db.deleteFrom('letters').where('sent_at', '<=', before(letterDays)).execute();
  await db.deleteFrom('rated_answers').where('expires_at', '<=', now.toISOString()).execute();
  await beginNotice(db, now, before(inactiveDays - noticeDays));
  if (isQuiet) await beginAnew(db, now);
  return {
    people: await sweepPeople(db, cutoffs),
    conversations: await sweepConversations(db, cutoffs),
    contexts: Number(contexts.numDeletedRows),
    activities: Number(activities.numDeletedRows),
    deliveries,
    makers: await sweepMakers(db, cutoffs.silent),
    strays: await sweepStrays(db, { from: before(strayDays), until: before(1) }),
  };
}

/** A reminder that came is over, and so is what was dropped, or waits for a time that was never said. Agreements stay, as notes do. */
async function sweepAppointments(db: Db, cutoffs: { readonly drafts: string; readonly reminders: string }): Promise<void> {
  const old = (state: string, cutoff: string) => db.deleteFrom('appointments').where('state', '=', state).where('updated_at', '<=', cutoff);
  for (const state of ['draft', 'dropped']) await old(state, cutoffs.drafts).execute();
  for (const state of ['asked', 'resting']) await old(state, cutoffs.reminders).where('kind', '=', 'reminder').execute();
}

/** A day's at a time: a long backlog in one statement would lock long, and be given up as too slow each time it is tried. */
async function sweepDeliveries(db: Db, cutoff: string): Promise<number> {
  let swept = 0;
  for (;;) {
    const { oldest } = await db
      .selectFrom('deliveries')
      .select((is) => is.fn.min('due_at').as('oldest'))
      .executeTakeFirstOrThrow();
    if (oldest === null || oldest > cutoff) return swept;
    const endOfDay = `${oldest.slice(0, 'yyyy-mm-dd'.length)}T23:59:59.999Z`;
    const until = endOfDay < cutoff ? endOfDay : cutoff;
    swept += Number((await db.deleteFrom('deliveries').where('due_at', '<=', until).executeTakeFirstOrThrow()).numDeletedRows);
  }
}

/** Old cards are not answered any more; whom they were of is forgotten with them. */
async function sweepSharing(db: Db, cutoff: string): Promise<void> {
  await db.deleteFrom('talks').where('talked_at', '<=', cutoff).execute();
  const old = await db.selectFrom('shares').select(['tenant', 'share']).where('shared_at', '<=', cutoff).execute();
  for (const { tenant, share } of old) await deleteShare(db, tenant, share);
}

async function deleteShare(db: Db, tenant: string, share: string): Promise<void> {
  for (const table of ['sharers', 'round_answers', 'shares'] as const)
    await db
      .deleteFrom(table as 'shares')
      .where('tenant', '=', tenant)
      .where('share', '=', share)
      .execute();
}

async function beginNotice(db: Db, now: Date, cutoff: string): Promise<void> {
  await db
    .updateTable('people')
    .set({ notice_at: now.toISOString() })
    .where('last_seen', '<=', cutoff)
    .where('notice_at', 'is', null)
    .execute();
}

async function beginAnew(db: Db, now: Date): Promise<void> {
  const untold = db.updateTable('people').where('notice_at', 'is not', null).where('told_at', 'is', null);
  await untold.set({ notice_at: now.toISOString() }).execute();
}

type Cutoffs = { readonly left: string; readonly silent: string; readonly notice: string };

/** Whoever can't be told ends as well: the last days run for all, the telling is a try. */
function isOver({ left, silent, notice }: Cutoffs) {
  return (is: ExpressionBuilder<Tables, 'people'>) =>
    is.or([
      is('removed_at', '<=', left),
      is('unreachable_since', '<=', left),
      is.and([is('last_seen', '<=', silent), is('notice_at', '<=', notice)]),
    ]);
}

async function sweepPeople(db: Db, cutoffs: Cutoffs): Promise<number> {
  const over = await db.selectFrom('people').select(['tenant', 'entra_id']).where(isOver(cutoffs)).execute();
  let ended = 0;
  for (const { tenant, entra_id } of over) if (await endPerson(db, { tenant, entraId: entra_id }, cutoffs)) ended += 1;
  return ended;
}

/** Looks again while it holds the row: whoever came back in the meantime keeps everything. */
async function endPerson(db: Db, person: PersonKey, cutoffs: Cutoffs): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx.deleteFrom('people').where(isPerson(person)).where(isOver(cutoffs)).executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await deletePerson(trx, person);
    return true;
  });
}

/** The bot left, or nobody has written there for as long as people are kept and nothing is sent there either. */
function isAbandoned({ left, silent }: Cutoffs) {
  return (is: ExpressionBuilder<Tables, 'addresses'>) =>
    is.and([
      is('addresses.entra_id', 'is', null),
      is.or([
        is('addresses.left_at', '<=', left),
        is.and([
          is('addresses.updated_at', '<=', silent),
          is.not(
            is.exists(
              is
                .selectFrom('nudge_plans')
                .select('nudge_plans.recipient')
                .whereRef('nudge_plans.tenant', '=', 'addresses.tenant')
                .whereRef('nudge_plans.recipient', '=', 'addresses.recipient')
                .where('nudge_plans.is_on', '=', 1),
            ),
          ),
        ]),
      ]),
    ]);
}

async function sweepConversations(db: Db, cutoffs: Cutoffs): Promise<number> {
  const over = await db.selectFrom('addresses').select(['tenant', 'recipient', 'conversation']).where(isAbandoned(cutoffs)).execute();
  let ended = 0;
  for (const { tenant, recipient, conversation } of over)
    await db.transaction().execute(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('addresses')
        .where('tenant', '=', tenant)
        .where('recipient', '=', recipient)
        .where(isAbandoned(cutoffs))
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n || conversation === null) return;
      ended += 1;
      await deleteConversation(trx, tenant, recipient, conversation);
    });
  return ended;
}

async function deleteConversation(trx: Db, tenant: string, recipient: string, conversation: string): Promise<void> {
  for (const table of ['nudge_plans', 'deliveries'] as const)
    await trx
      .deleteFrom(table as 'nudge_plans')
      .where('tenant', '=', tenant)
      .where('recipient', '=', recipient)
      .execute();
  const shares = await trx
    .selectFrom('shares')
    .select('share')
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .execute();
  for (const { share } of shares) await deleteShare(trx, tenant, share);
  for (const table of ['plan_makers', 'installations', 'talks'] as const)
    await trx
      .deleteFrom(table as 'talks')
      .where('tenant', '=', tenant)
      .where('conversation', '=', conversation)
      .execute();
}

/** Who made a plan and never wrote in a chat of their own has no other clock: it ends when they are silent there as well. */
async function sweepMakers(db: Db, silent: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('plan_makers')
    .where((is) => is.or([is('plan_makers.made_at', 'is', null), is('plan_makers.made_at', '<=', silent)]))
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('people')
            .select('people.entra_id')
            .whereRef('people.tenant', '=', 'plan_makers.tenant')
            .whereRef('people.entra_id', '=', 'plan_makers.entra_id'),
        ),
      ),
    )
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('talks')
            .select('talks.entra_id')
            .whereRef('talks.tenant', '=', 'plan_makers.tenant')
            .whereRef('talks.entra_id', '=', 'plan_makers.entra_id')
            .where('talks.talked_at', '>', silent),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** What is written of people in their own chat only, and when. Whoever writes there is known before any of it is written. */
const ownRows = {
  profiles: 'updated_at',
  reflections: 'updated_at',
  appointments: 'updated_at',
  seen_prompts: 'shown_at',
  nudge_plans: 'made_at',
  focuses: 'made_at',
  addresses: 'updated_at',
  installations: 'welcomed_at',
  deliveries: 'due_at',
} as const satisfies { readonly [Table in keyof Tables]?: keyof Tables[Table] };

/** Rows of people who are not known: a turn or a sending that was under way when they were deleted left them. */
async function sweepStrays(db: Db, { from, until }: { from: string; until: string }, person?: PersonKey): Promise<number> {
  let strays = 0;
  for (const [name, age] of Object.entries(ownRows)) {
    const table = name as 'profiles';
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where(age as 'updated_at', '<=', until)
      .$if(name === 'deliveries', (query) => query.where(age as 'updated_at', '>', from))
      .where('entra_id', 'is not', null)
      .$if(person !== undefined, (query) => query.where(isPerson(person as PersonKey)))
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('people')
              .select('people.entra_id')
              .whereRef('people.tenant', '=', `${table}.tenant`)
              .whereRef('people.entra_id', '=', `${table}.entra_id`),
          ),
        ),
      )
      .executeTakeFirstOrThrow();
    strays += Number(numDeletedRows);
  }
  return strays;
}

/** Takes away what a turn that was under way wrote of a person after they were deleted; whoever came back keeps everything. */
export async function forgetStrays(db: Db, person: PersonKey): Promise<void> {
  await sweepStrays(db, { from: '', until: '9999' }, person);
}
