/**
 * Somebody who talks about daily questions to the product, alone and in a team.
 */
import { expect } from 'vitest';
import type { Message } from '../../src/cards/message.js';
import type { Incoming } from '../../src/conversation/incoming.js';
import { personal, type Recipient } from '../../src/conversation/person.js';
import type { NudgePlan } from '../../src/nudges/rules/plan.js';
import { findMessageFaults } from '../cards/rules.js';
import { heard } from '../storage/visits.js';
import { createOutside, type Outside } from '../support/outside.js';
import { openProduct, type Product } from '../support/product.js';
import { type Visitor, visit } from '../support/visitor.js';

/** Monday, 10:00 in Copenhagen. */
export const at = new Date('2026-11-23T09:00:00Z');
/** The group chat that the bot is in, as recipient and as place. */
export const team: Recipient = { kind: 'conversation', tenant: 't1', conversation: 'team' };
export const inTeam = { conversation: { id: 'team', kind: 'groupChat' as const } };
/** What is said of a new plan. */
export const daily = 'Mandag til fredag omkring kl. 8. Næste: i morgen, tirsdag 24. november.';

/** A product that was just installed, and who talks to it. */
export type Talking = {
  readonly outside: Outside;
  readonly product: Product;
  readonly plans: Product['nudging']['plans'];
  readonly mette: Visitor;
  /** Says something, as Mette unless told; cards that break a rule fail the test. */
  say(text: string, more?: Partial<Incoming>, who?: Visitor): Promise<readonly Message[]>;
  /** Her own plan. */
  mine(): Promise<NudgePlan | undefined>;
};

/** Opens it. */
export async function openTalking(): Promise<Talking> {
  const outside = createOutside();
  const product = await openProduct(undefined, { outside, now: at });
  const { plans } = product.nudging;
  const mette = visit(product);
  await heard(product.storage, team, { serviceUrl: 'https://smba.example/', conversation: 'team' }, at);
  return {
    outside,
    product,
    plans,
    mette,
    async say(text, more = {}, who = mette) {
      const reply = await who.say(text, more);
      expect(reply.flatMap(findMessageFaults)).toEqual([]);
      return reply;
    },
    mine: async () => (await plans.load(personal(mette.key), at))?.plan,
  };
}
