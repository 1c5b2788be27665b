import { describe, expect, it } from 'vitest';
import { readErrand, readIntention } from '../../src/language/errand.js';
import { readTimes } from '../../src/language/times/times.js';

const errand = (text: string) => readErrand(text, readTimes(text).places);
const intention = (text: string) => readIntention(text, readTimes(text).every ? [] : readTimes(text).places);

describe('what a reminder is for', () => {
  it.each([
    'kom tilbage til mig med det her på fredag',
    'vend lige tilbage om det her om en uge',
    'snooze den til i morgen tidlig',
    'gem den her til jeg er tilbage på torsdag',
    'tag den op igen på mandag',
    'Kan du komme tilbage til mig om 14 dage med det her emne',
    'circle back to me on this on Friday',
  ])('is what was spoken of: "%s"', (text) => {
    expect(errand(text)).toEqual({ this: true, isOrdered: true });
  });

  it.each(['chefen kommer tilbage på torsdag', 'hun kom igen i går'])('is nothing where somebody else comes back: "%s"', (text) => {
    expect(errand(text).this).toBeUndefined();
  });

  it.each([
    ['husk mig på i morgen kl 9 at give feedback', 'give feedback'],
    ['mind mig om at tale med Lise på torsdag kl. 10', 'tale med Lise'],
    ['Mind mig på torsdag om at tale med Lise', 'tale med Lise'],
    ['remind me tomorrow at 9 to call Lise', 'call Lise'],
    ['kan du minde mig om APV-mødet på fredag?', 'APV-mødet'],
    ['mind mig kl 14 om at ringe til Lise', 'ringe til Lise'],
    ['ka du lige huske mig på at bestille mad til mandag kl 8', 'bestille mad'],
    ['prik til mig på onsdag formiddag ang. budgettet', 'ang. budgettet'],
    ['jeg vil gerne have en påmindelse om lønsamtaler den 3. december', 'lønsamtaler'],
    ['sæt en påmindelse i morgen kl. 9: følg op på sygefravær', 'følg op på sygefravær'],
    ['Husk at ringe til Bo i morgen kl 8', 'ringe til Bo'],
    ['Jeg skal følge op på trivselsmålingen, mind mig om en uge', 'følge op på trivselsmålingen'],
    ['skriv til mig i eftermiddag om vagtplanen', 'vagtplanen'],
    ['set a reminder for Friday at 10 to sign the contract', 'sign the contract'],
    ['mind mig om en time om at lukke sagen', 'lukke sagen'],
    ['mind mig efter jul om lønforhandling', 'lønforhandling'],
    ['mind mg lige om ledermødet på torsdag', 'ledermødet'],
    ['mind mig om lønsamtaler når jeg er tilbage den 4. januar', 'lønsamtaler'],
    ['ka du ik lige prikke mig på skulderen onsdag morgen så jeg får ringet til ppr', 'jeg får ringet til ppr'],
    ['giv mig et praj på fredag om referatet', 'referatet'],
  ])('of "%s" is "%s"', (text, what) => {
    expect(errand(text)).toMatchObject({ what, isOrdered: true });
  });

  it.each(['mind mig om det her igen om en uge', 'mind mig om det på torsdag', 'remind me of this tomorrow'])(
    'of "%s" is what was shown',
    (text) => {
      expect(errand(text)).toEqual({ this: true, isOrdered: true });
    },
  );

  it.each(['mind mig i morgen kl 9', 'kan du prikke til mig i aften?', 'hej, mind mig lige på fredag tak'])(
    'is not said in "%s"',
    (text) => {
      expect(errand(text)).toEqual({ isOrdered: true });
    },
  );

  it('is not ordered by whoever only tells of something', () => {
    expect(errand('vi har ledermøde på torsdag kl. 10').isOrdered).toBe(false);
  });
});

describe('what somebody means to do', () => {
  it.each([
    ['jeg vil give Lise feedback inden fredag', { will: 'give Lise feedback' }],
    ['Jeg vil gerne have talt med mit team om fejl i næste uge', { will: 'talt med mit team om fejl' }],
    ['Når jeg åbner mandagsmødet, vil jeg spørge før jeg svarer', { when: 'jeg åbner mandagsmødet', will: 'spørge før jeg svarer' }],
    ['jeg vil rose mere, spørg mig på fredag', { will: 'rose mere' }],
    ['jeg vil lytte mere på møderne og mind mig om det om to uger', { will: 'lytte mere på møderne' }],
    ['lav en aftale: jeg vil rose mindst én hver dag', { will: 'rose mindst én hver dag' }],
    ['When I open the meeting, I will ask first', { when: 'I open the meeting', will: 'ask first' }],
    ['jeg lover mig selv at gå hjem til tiden på onsdag', { will: 'gå hjem til tiden' }],
  ])('by "%s"', (text, expected) => {
    expect(intention(text)).toEqual(expected);
  });

  it('is not said by the wish for an agreement alone', () => {
    expect(intention('lav en aftale med mig selv')).toEqual({});
  });
});
