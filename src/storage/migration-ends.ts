import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import type { Tables } from './tables.js';

/**
 * Gives everything about people and conversations an end: when a silent person's notice began and when they were told of it,
 * when the bot left a conversation, when a maker was noted, and which shared cards show more than is stored.
 */
export async function addEnds(db: Pick<Kysely<Tables>, 'schema'> & QueryExecutorProvider): Promise<void> {
  // SQLite adds one column a statement.
  await db.schema.alterTable('people').addColumn('notice_at', 'text').execute();
  await db.schema.alterTable('people').addColumn('told_at', 'text').execute();
  await db.schema.alterTable('addresses').addColumn('left_at', 'text').execute();
  await db.schema.alterTable('plan_makers').addColumn('made_at', 'text').execute();
  await db.schema
    .alterTable('shares')
    .addColumn('is_stale', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update plan_makers set made_at = (select plan.made_at from nudge_plans as plan
    where plan.tenant = plan_makers.tenant and plan.conversation = plan_makers.conversation)`.execute(db);
}
