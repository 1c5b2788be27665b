/**
 * The doctor at a healthy installation, and at many with one thing wrong each: the real command against a real database, real HTTP and
 * the real login library.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlite, stores } from '../storage/stores.js';
import { type Case, ofDatabase } from './ailments.js';
import { elsewhere } from './ailments-around.js';
import { type Hospital, openHospital, secretNote } from './hospital.js';

/** What must stand in nothing that is printed. */
const secrets = ['hemmeligt', 'token-', secretNote];

async function expectFound(hospital: Hospital, { fall, found, remedy, blocked = [] }: Case): Promise<void> {
  const { mend, ...ailment } = await fall(hospital);
  try {
    const visit = await hospital.visit(ailment);
    expect(visit.bad).toEqual([found]);
    const finding = visit.findings.find(({ look, outcome }) => `${look}.${outcome}` === found);
    expect(finding?.remedy).toMatch(remedy);
    const waits = visit.findings.filter(({ outcome }) => outcome === 'blocked');
    expect(waits.map(({ look }) => look).sort()).toEqual([...blocked].sort());
    expect(new Set(waits.map(({ facts }) => facts['by']))).toEqual(new Set(blocked.length > 0 ? [finding?.look] : []));
    expect(visit.code).toBe(finding?.verdict === 'fail' ? 2 : 1);
    for (const secret of [...secrets, hospital.person.entraId, hospital.env.REFLECTION_KEYS.slice(3)])
      expect(visit.out + visit.err).not.toContain(secret);
  } finally {
    await mend?.();
  }
}

for (const store of stores) {
  describe.skipIf(!store.isHere)(`npm run doctor on ${store.name}`, () => {
    let hospital: Hospital;
    beforeAll(async () => {
      hospital = await openHospital(store);
    });
    afterAll(() => hospital.close());

    it('finds nothing wrong where nothing is, and ends with 0', async () => {
      const { bad, code, findings } = await hospital.visit();
      expect([bad, code]).toEqual([[], 0]);
      expect(findings.filter(({ verdict }) => verdict === 'ok').length).toBeGreaterThan(15);
    });

    it.each(Object.entries(store === sqlite ? { ...ofDatabase, ...elsewhere } : ofDatabase))(
      'finds %s, and nothing else',
      async (_, each) => {
        await expectFound(hospital, each);
      },
    );

    it('finds nothing wrong when all is mended', async () => {
      expect((await hospital.visit()).bad).toEqual([]);
    });
  });
}
