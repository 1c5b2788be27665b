/**
 * Weeks of made-up questions to the product's own content: most about a few themes, some about many, and a few that stand nowhere.
 */
import { type AskedKind, ownKinds, refusedKinds } from '../../src/answers/counted.js';
import { dayMs } from '../../src/clock.js';
import type { Library } from '../../src/content/library.js';
import type { Tallies, Tally } from '../../src/conversation/ports.js';
import { createRandom } from '../../src/learning/chance.js';

/** How much is asked, and what it is drawn from. */
export type TrafficParts = {
  readonly library: Library;
  readonly tenant: string;
  readonly from: Date;
  readonly weeks: number;
  readonly perWeek: number;
};

/** Kinds by how often they are asked, the first most; each half as often as the one before is close enough. */
const kinds: readonly AskedKind[] = ['topic', 'expectations', 'part', 'reflect', 'definition', 'guide', 'compare-roles', 'common', 'about'];

/** Adds them, day by day; the same seed gives the same questions. */
export async function addTraffic(
  tallies: Pick<Tallies, 'add'>,
  { library, tenant, from, weeks, perWeek }: TrafficParts,
  seed: number,
): Promise<void> {
  const random = createRandom(seed);
  // Small numbers are more likely, the smallest most.
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() ** 2.5 * items.length)] as T;
  const tallyOf = (): Tally => {
    const framework = pick(library.frameworks);
    const theme = random() < 0.75 ? pick(framework.themes) : undefined;
    const place = { tenant, framework: framework.id, ...(theme && { theme: theme.id }) };
    const which = random();
    if (which < 0.12) return { tenant, measure: 'asked', kind: pick(ownKinds) };
    if (which < 0.27) {
      const kind = pick(refusedKinds);
      return { tenant, measure: 'refused', kind, ...(kind === 'not-named' && { framework: framework.id }) };
    }
    if (which < 0.36) return { ...place, measure: random() < 0.8 ? 'liked' : 'disliked', kind: pick(kinds) };
    return { ...place, measure: 'asked', kind: pick(kinds) };
  };
  for (let day = 0; day < weeks * 7; day += 1) {
    const isWorkday = day % 7 < 5;
    const count = isWorkday ? Math.round((perWeek / 5) * (0.5 + random())) : 0;
    await tallies.add(Array.from({ length: count }, tallyOf), new Date(from.getTime() + day * dayMs));
  }
}
