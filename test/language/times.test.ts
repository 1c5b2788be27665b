import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTimes, type TimeReading } from '../../src/language/times/times.js';
import type { Weekday } from '../../src/language/times/words.js';

type Read = Pick<TimeReading, 'time' | 'days' | 'pause' | 'unclear'>;

const ALL: Weekday[] = ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'];
const WORK = ALL.slice(0, 5);

describe('what is said to a plan', () => {
  test.each(['flyt til kl. 10', 'ændr til kl. 10', 'ændre det til kl. 10', 'aendr tidspunktet til 10.00', 'det skal ændres til kl. 10'])(
    '%s',
    (text) => {
      expect(readTimes(text)).toMatchObject({ time: '10:00', asked: true, addressed: true });
    },
  );

  test('is not what is told of others', () => {
    expect(readTimes('de andre kommer kl. 10')).toEqual({
      time: '10:00',
      spans: [{ start: 16, end: 22 }],
      places: [{ start: 16, end: 22 }],
    });
  });
});

/** What is read of times of day, weekdays and pauses; the rest has tables of its own. */
function read(text: string): Read {
  const { time, days, pause, unclear } = readTimes(text);
  return { ...(time && { time }), ...(days && { days }), ...(pause && { pause }), ...(unclear && { unclear }) };
}

const clock: [string, Read][] = [
  ['kl 8', { time: '08:00' }],
  ['kl. 8', { time: '08:00' }],
  ['kl.8', { time: '08:00' }],
  ['kl8', { time: '08:00' }],
  ['KL 8', { time: '08:00' }],
  ['kl. 8.30', { time: '08:30' }],
  ['kl 8:30', { time: '08:30' }],
  ['kl. 8,30', { time: '08:30' }],
  ['kl 8 30', { time: '08:30' }],
  ['kl. 0830', { time: '08:30' }],
  ['kl. 07.05', { time: '07:05' }],
  ['08:15', { time: '08:15' }],
  ['8.15', { time: '08:15' }],
  ['mind mig 8.15', { time: '08:15' }],
  ['send det hellere 8.45 tak', { time: '08:45' }],
  ['klokken otte', { time: '08:00' }],
  ['mind mig klokken otte hver dag', { time: '08:00', days: ALL }],
  ['klokken otte tredive', { time: '08:30' }],
  ['klokken femten', { time: '15:00' }],
  ['halv ni', { time: '08:30' }],
  ['mind mig halv ni', { time: '08:30' }],
  ['halv otte', { time: '07:30' }],
  ['kl. halv 9', { time: '08:30' }],
  ['halvni', { time: '08:30' }],
  ['kvart over ni', { time: '09:15' }],
  ['kvart i ti', { time: '09:45' }],
  ['et kvarter over otte', { time: '08:15' }],
  ['kl kvart i 8', { time: '07:45' }],
  ['ka du minde mig om det kvart over ni hver fredag', { time: '09:15', days: ['fre'] }],
  ['ti minutter over syv', { time: '07:10' }],
  ['10 min over 7', { time: '07:10' }],
  ['ti over syv', { time: '07:10' }],
  ['fem i otte', { time: '07:55' }],
  ['fem i halv ti', { time: '09:25' }],
  ['fem minutter over halv ti', { time: '09:35' }],
  ['tyve minutter i ni', { time: '08:40' }],
  ['tre om eftermiddagen', { time: '15:00' }],
  ['mind mig tre om eftermiddagen', { time: '15:00' }],
  ['halv fire om eftermiddagen', { time: '15:30' }],
  ['kl. 15', { time: '15:00' }],
  ['Ret venligst tidspunktet til kl. 15.', { time: '15:00' }],
  ['kl 7 om morgenen', { time: '07:00' }],
  ['hver aften kl 8', { time: '20:00' }],
  ['om eftermiddagen kl. 3', { time: '15:00' }],
  ['kl. 10 om formiddagen', { time: '10:00' }],
  ['kl 15 om eftermiddagen', { time: '15:00' }],
  ['kl 12 om natten', { time: '00:00' }],
  ['kl. 24', { time: '00:00' }],
  ['ved ottetiden', { time: '08:00' }],
  ['ved 8-tiden', { time: '08:00' }],
  ['omkring ni tiden', { time: '09:00' }],
  ['midt på dagen', { time: '12:00' }],
  ['midt paa dagen', { time: '12:00' }],
  ['ved middagstid', { time: '12:00' }],
  ['om morgenen', {}],
  ['mind mig om morgenen', {}],
  ['mind mig hver morgen kl. 8', { time: '08:00' }],
  ['godmorgen, mind mig kl 9', { time: '09:00' }],
  ['8 am', { time: '08:00' }],
  ['8am', { time: '08:00' }],
  ['8 a.m.', { time: '08:00' }],
  ['at 3 pm', { time: '15:00' }],
  ['3:30pm', { time: '15:30' }],
  ['12 am', { time: '00:00' }],
  ['12 pm', { time: '12:00' }],
  ['half past eight', { time: '08:30' }],
  ['half past 8', { time: '08:30' }],
  ['half eight', { time: '08:30' }],
  ['quarter to nine', { time: '08:45' }],
  ['a quarter past nine', { time: '09:15' }],
  ['at ten to nine', { time: '08:50' }],
  ['ten minutes past seven', { time: '07:10' }],
  ["8 o'clock", { time: '08:00' }],
  ['eight oclock please', { time: '08:00' }],
  ['at eight thirty', { time: '08:30' }],
  ['noon', { time: '12:00' }],
  ['remind me at noon', { time: '12:00' }],
  ['remind me at eight in the morning', { time: '08:00' }],
  ['three in the afternoon', { time: '15:00' }],
  ['8 at night', { time: '20:00' }],
  ['remind me every weekday at 8:15', { time: '08:15', days: WORK }],
  ['til 9 i stedet', { time: '09:00' }],
  ['flyt den til 9', { time: '09:00' }],
  ['sæt den til ni', { time: '09:00' }],
  ['change it to nine', { time: '09:00' }],
  ['9 i stedet', { time: '09:00' }],
  ['hver dag 8', { time: '08:00', days: ALL }],
  ['hverdage 8.30', { time: '08:30', days: WORK }],
  ['ikke kl. 8 men kl. 9', { time: '09:00' }],
  ['kl 9 i stedet for kl 8', { time: '09:00' }],
  ['flyt det fra kl. 8 til kl. 9', { time: '09:00' }],
  ['kl 8 altså 08:00', { time: '08:00' }],
  ['Kan jeg få påmindelsen kl. 16.00 i stedet for kl. 8.00?', { time: '16:00' }],
  ['I prefer 9am instead of 8am', { time: '09:00' }],
  ['hver tirsdag eftermiddag kl 2', { time: '14:00', days: ['tir'] }],
  ['søndag aften kl 8', { time: '20:00', days: ['søn'] }],
  ['send me one on Tuesdays at 2 pm', { time: '14:00', days: ['tir'] }],
  ['every morning at half past seven', { time: '07:30' }],
  ['ti minutter før otte', { time: '07:50' }],
  ['seks tredive', { time: '06:30' }],
  ['kvart i et om eftermiddagen', { time: '12:45' }],
  ['fredag otte', { time: '08:00', days: ['fre'] }],
  ['jeg er leder for 8 medarbejdere, mind mig kl 9', { time: '09:00' }],
];

const unclear: [string, Read][] = [
  ['25:99', { unclear: 'impossible' }],
  ['mind mig kl 25:99', { unclear: 'impossible' }],
  ['kl. 30', { unclear: 'impossible' }],
  ['kl. 8.75', { unclear: 'impossible' }],
  ['mind mig kl 24.30', { unclear: 'impossible' }],
  ['halv 30', { unclear: 'impossible' }],
  ['pause i uge 60', { unclear: 'impossible' }],
  ['kl. 8 om natten', { unclear: 'unlikely' }],
  ['mind mig kl 8 om natten', { unclear: 'unlikely' }],
  ['kl. 15 om morgenen', { unclear: 'unlikely' }],
  ['kl. 8 og kl. 9', { unclear: 'unlikely' }],
  ['kl 8 eller 9', { unclear: 'unlikely' }],
  ['kl. 8-9', { unclear: 'unlikely' }],
  ['mellem kl. 8 og kl. 9', { unclear: 'unlikely' }],
  ['mandag kl 8 og tirsdag kl 9', { days: ['man', 'tir'], unclear: 'unlikely' }],
  ['13 am', { unclear: 'unlikely' }],
  ['kl. 3', { time: '03:00', unclear: 'unlikely' }],
  ['halv fem', { time: '04:30', unclear: 'unlikely' }],
  ['kl. 03:00', { time: '03:00' }],
  ['hver anden mandag kl. 9', { time: '09:00', days: ['man'], unclear: 'unlikely' }],
  ['hver anden uge', { unclear: 'unlikely' }],
  ['første fredag i måneden', { days: ['fre'], unclear: 'unlikely' }],
  ['kl 8.005', { unclear: 'impossible' }],
  ['hver onsdag i lige uger', { days: ['ons'], unclear: 'unlikely' }],
  ['kl. 8.00-8.30', { unclear: 'unlikely' }],
  ['8.30 eller 9.00', { unclear: 'unlikely' }],
  ['klokken et', { time: '01:00', unclear: 'unlikely' }],
];

const days: [string, Read][] = [
  ['hver dag', { days: ALL }],
  ['alle dage', { days: ALL }],
  ['every day', { days: ALL }],
  ['mind mig dagligt', { days: ALL }],
  ['hverdage', { days: WORK }],
  ['hver hverdag', { days: WORK }],
  ['alle hverdage', { days: WORK }],
  ['mind mig hverdag kl 8', { time: '08:00', days: WORK }],
  ['på hverdage', { days: WORK }],
  ['mind mig om hverdagen kl 8', { time: '08:00', days: WORK }],
  ['arbejdsdage', { days: WORK }],
  ['hver arbejdsdag', { days: WORK }],
  ['every weekday', { days: WORK }],
  ['weekdays', { days: WORK }],
  ['on workdays', { days: WORK }],
  ['mind mig i weekenden', { days: ['lør', 'søn'] }],
  ['weekends', { days: ['lør', 'søn'] }],
  ['mandag til torsdag', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['fra mandag til torsdag', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['mandag-torsdag', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['hver dag fra mandag til torsdag', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['man-fre', { days: WORK }],
  ['man - fre kl 8', { time: '08:00', days: WORK }],
  ['man ons fre', { days: ['man', 'ons', 'fre'] }],
  ['tir og tors', { days: ['tir', 'tor'] }],
  ['lør og søn', { days: ['lør', 'søn'] }],
  ['mon-fri', { days: WORK }],
  ['mon wed fri', { days: ['man', 'ons', 'fre'] }],
  ['en fridag om torsdagen', { days: ['tor'] }],
  ['tirsdag og torsdag', { days: ['tir', 'tor'] }],
  ['kun tirsdag og torsdag', { days: ['tir', 'tor'] }],
  ['torsdag og tirsdag', { days: ['tir', 'tor'] }],
  ['mandag, onsdag og fredag', { days: ['man', 'ons', 'fre'] }],
  ['fredag til mandag', { days: ['man', 'fre', 'lør', 'søn'] }],
  ['hver anden dag', { days: ['man', 'ons', 'fre'] }],
  ['every other day', { days: ['man', 'ons', 'fre'] }],
  ['hver fredag', { days: ['fre'] }],
  ['kun mandage', { days: ['man'] }],
  ['om onsdagen', { days: ['ons'] }],
  ['hver ons kl 9', { time: '09:00', days: ['ons'] }],
  ['ikke fredag', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['bare ikke om fredagen', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['hverdage undtagen onsdag', { days: ['man', 'tir', 'tor', 'fre'] }],
  ['alle dage undtagen søndag', { days: ALL.slice(0, 6) }],
  ['hver dag pånær onsdag og fredag', { days: ['man', 'tir', 'tor', 'lør', 'søn'] }],
  ['ikke i weekenden', { days: WORK }],
  ['every day except Friday', { days: ['man', 'tir', 'ons', 'tor', 'lør', 'søn'] }],
  ['not on Fridays', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['en gang om ugen', {}],
  ['once a week', {}],
  ['every Tuesday and Thursday', { days: ['tir', 'tor'] }],
  ['Monday to Thursday', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['mandg og onsda', { days: ['man', 'ons'] }],
  ['hver tirdag', { days: ['tir'] }],
  ['loerdag', { days: ['lør'] }],
  ['soendag kl 10', { time: '10:00', days: ['søn'] }],
  ['LØRDAG', { days: ['lør'] }],
  ['hver wensday', { days: ['ons'] }],
  ['flyt til mandag', { days: ['man'] }],
  ['flyt fra mandag til onsdag', { days: ['ons'] }],
  ['send et spørgsmål hver mandag kl. 9', { time: '09:00', days: ['man'] }],
  ['mind mig på tirsdag', { days: ['tir'] }],
  ['move to Monday', { days: ['man'] }],
  ['ikke hver dag, kun mandag', { days: ['man'] }],
  ['tirsdag i stedet for mandag', { days: ['tir'] }],
  ['every Monday at nine sharp', { time: '09:00', days: ['man'] }],
  ['no more on Fridays please', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['drop fredagene', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['hold fri om fredagen', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['ikke om fredagen men ellers hver dag', { days: ['man', 'tir', 'ons', 'tor', 'lør', 'søn'] }],
  ['hver mandag og onsdag, ikke fredag', { days: ['man', 'ons'] }],
  ['mandag til og med torsdag', { days: ['man', 'tir', 'ons', 'tor'] }],
  ['man, tirs og ons', { days: ['man', 'tir', 'ons'] }],
  ['lav det om så det er fra mandag til fredag', { days: WORK }],
  ['jeg vil gerne mindes hver tirsdag og torsdag halv ni tak', { time: '08:30', days: ['tir', 'tor'] }],
];

const pauses: [string, Read][] = [
  ['hold pause i uge 42', { pause: 'uge 42' }],
  ['uge42', { pause: 'uge42' }],
  ['pause i uge 29-30', { pause: 'uge 29-30' }],
  ['uge 29 og 30', { pause: 'uge 29 og 30' }],
  ['weeks 29-30 off', { pause: 'weeks 29-30' }],
  ['pause to uger', { pause: 'to uger' }],
  ['hold pause i to uger', { pause: 'to uger' }],
  ['14 dage', { pause: '14 dage' }],
  ['jeg er væk de næste 14 dage', { pause: 'næste 14 dage' }],
  ['en måned', { pause: 'en måned' }],
  ['hold fri en uge', { pause: 'en uge' }],
  ['et par ugers pause', { pause: 'et par ugers' }],
  ['resten af juli', { pause: 'resten af juli' }],
  ['resten af ugen', { pause: 'resten af ugen' }],
  ['sluk resten af   dagen', { pause: 'resten af dagen' }],
  ['pause for the rest of the week', { pause: 'rest of the week' }],
  ['hold pause til på mandag', { pause: 'til mandag' }],
  ['hold lige fri med beskederne til paa mandag', { pause: 'til mandag' }],
  ['pause til mandg', { pause: 'til mandg' }],
  ['ikke flere spørgsmål til mandag', { pause: 'til mandag' }],
  ['til 15. august', { pause: 'til 15. august' }],
  ['hold pause til den 15.', { pause: 'til den 15' }],
  ['pause til 15.08', { pause: 'til 15.08' }],
  ['indtil 1/9', { pause: 'indtil 1/9' }],
  ['pause til 1. februar 2027', { pause: 'til 1. februar 2027' }],
  ['til og med fredag', { pause: 'til og med fredag' }],
  ['fra 3. juli til 20. juli', { pause: 'fra 3. juli til 20. juli' }],
  ['hold pause fra 3. til 20. juli', { pause: 'fra 3. til 20. juli' }],
  ['jeg har ferie fra 21. til 3. januar', { pause: 'fra 21. til 3. januar' }],
  ['flyt fra 8 til 9', { time: '09:00' }],
  ['pause fra den 3. til den 20. juli', { pause: 'fra den 3. til den 20. juli' }],
  ['ferie 3.-20. juli', { pause: '3.-20. juli' }],
  ['hold pause fra mandag til onsdag', { pause: 'fra mandag til onsdag' }],
  ['from July 3 to July 20', { pause: 'from July 3 to July 20' }],
  ['stille i ferien', { pause: 'ferien' }],
  ['pause i efterårsferien', { pause: 'efterårsferien' }],
  ['until Monday', { pause: 'until Monday' }],
  ['pause until next Monday please', { pause: 'until next Monday' }],
  ['for two weeks', { pause: 'two weeks' }],
  ['snooze for a week', { pause: 'a week' }],
  ['next week', { pause: 'next week' }],
  ['næste uge', { pause: 'næste uge' }],
  ['ikke i næste uge', { pause: 'næste uge' }],
  ['ikke i morgen', { pause: 'i morgen' }],
  ['imorgen', { pause: 'imorgen' }],
  ['ikke i dag', { pause: 'i dag' }],
  ['not today', { pause: 'today' }],
  ['frem til jul', { pause: 'frem til jul' }],
  ['til efter nytår', { pause: 'til efter nytår' }],
  ['hele juli', { pause: 'hele juli' }],
  ['pause i juli', { pause: 'juli' }],
  ['spring over på fredag', { pause: 'fredag' }],
  ['hold fri i weekenden', { pause: 'weekenden' }],
  ['i dag og i morgen', { pause: 'i dag og i morgen' }],
  ['måneden ud', { pause: 'måneden ud' }],
  ['ikke før på mandag', { pause: 'til mandag' }],
  ["I'm away 22-26 December", { pause: '22-26 December' }],
  ['hold fri 24. og 25. december', { pause: '24. og 25. december' }],
  ['hold pause mandag til onsdag', { pause: 'mandag til onsdag' }],
  ['hold pause mandag og tirsdag', { pause: 'mandag og tirsdag' }],
  ['pause de næste par uger', { pause: 'næste par uger' }],
  ['sig ingenting før efter nytår', { pause: 'til efter nytår' }],
  ['take a break for a month', { pause: 'a month' }],
  ['ingen spørgsmål før mandag', { pause: 'til mandag' }],
  ['pause uge 51 t.o.m. uge 1', { pause: 'uge 51 t.o.m. uge 1' }],
  ['skip fredag', { pause: 'fredag' }],
  ['jeg har fri fredag så kun mandag til torsdag', { days: ['man', 'tir', 'ons', 'tor'], pause: 'fredag' }],
  ['uge 29 til og med 31', { pause: 'uge 29 til og med 31' }],
  ['mellem jul og nytår', { pause: 'mellem jul og nytår' }],
  ['hold pause 24.12-2.1', { pause: '24.12-2.1' }],
  ['hold pause fra i morgen til på fredag', { pause: 'fra i morgen til på fredag' }],
  ["I'm on leave until August 1st", { pause: 'until August 1st' }],
  ['hold pause til mandag kl. 9', { time: '09:00', pause: 'til mandag' }],
];

const noTimes = [
  'hvad er forskellen på 2021 og 2024',
  'skift til 2021',
  'hvad stod der i 2021-udgaven',
  'ledelse på 0-18 års området',
  'uddyb nr. 2',
  'de 3 temaer',
  'fire hjørneflag',
  'hvad er de fire hjørneflag i Holstebro',
  'de 5 ledelseskompetencer',
  'hvad er klokken',
  'daglig leder paa et bosted, hvad skal jeg leve op til',
  'hvad betyder det i hverdagen',
  'hvad står der om hverdagen',
  'hverdagsledelse',
  'en god arbejdsdag for mine medarbejdere',
  'hvad skal man kunne som chef',
  'hvad tør man sige som leder',
  'fredagsbar og mandagsmøder',
  'mandatet fra byrådet',
  'jeg har fri adgang til data',
  'jeg er sat i verden for',
  'mine to ledere er uenige',
  'at fem i teamet er uenige',
  'jeg har 8 ledere under mig',
  'send 3 spørgsmål',
  'mind mig om 2 ting',
  'punkt 8.30 i grundlaget',
  'budget på 8.50 mio',
  'Hvor mange ugers opsigelse har en pædagog?',
  'modellen 70:20:10',
  'en fordeling 50:50',
  '1:1 samtaler med mine ledere',
  'en i ti medarbejdere',
  'uddybning af side 12',
  'god morgen',
  'i 9. klasse',
  'halvdelen af teamet',
  'fritiden',
  'hvad siger paragraf 7',
  'en ny mand som chef',
  'fire ud af fem er enige',
  '2',
  'hvad sker der til samtalen med 9 ledere',
  'how do I lead a team of five',
  'what may a head of office decide',
  'go to two of the themes',
  'de første 100 dage som leder',
  'hvad forventes inden for 14 dage af en ny chef',
  'hvad er mon chefens ansvar',
  'Sat in a meeting, wed last year',
  'tre hverdagsopgaver',
  'om to uger',
  'hvad siger I om at være leder 24/7',
];

describe('a time of day is read', () => {
  test.each(clock)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a time that needs a question back is named', () => {
  test.each(unclear)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('weekdays are read', () => {
  test.each(days)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a pause is read in the words of the person', () => {
  test.each(pauses)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('nothing is read where no time stands', () => {
  test.each(noTimes.map((text) => [text]))('%s', (text) => {
    expect(read(text)).toEqual({});
  });
});

describe('spans', () => {
  const explained = (text: string) => readTimes(text).spans.map(({ start, end }) => text.slice(start, end));

  const rows: [string, string[]][] = [
    ['mind mig hver hverdag kl. 8.30 tak', ['hver hverdag', 'kl. 8.30']],
    ['mind mig hver morgen kl 8', ['hver morgen', 'kl 8']],
    ['hold pause i uge 42', ['i uge 42']],
    ['alle dage undtagen søndag', ['alle dage', 'undtagen søndag']],
    ['en gang om ugen', ['en gang om ugen']],
    ['hvad skal en chef kunne', []],
  ];
  test.each(rows)('cover the time words of: %s', (text, expected) => {
    expect(explained(text)).toEqual(expected);
  });

  test('are in order, inside the text, and never overlap, for any text', () => {
    const words = fc.constantFrom(
      'kl',
      'kl.',
      '8',
      '30',
      '.',
      ':',
      '-',
      'til',
      'fra',
      'mandag',
      'man',
      'fre',
      'uge',
      'hver',
      'anden',
      'ikke',
      'på',
      'i',
      'dag',
      'juli',
      'resten',
      'af',
      'halv',
      'ni',
      'og',
      'om',
      'morgenen',
      'to',
      'pause',
      '15',
      '/',
      'am',
      'half',
      'past',
      'flyt',
      ',',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 10_000, unit: 'binary' }),
          fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
        ),
        (text) => {
          let end = 0;
          for (const span of readTimes(text).spans) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(Math.min(text.length, 500));
            end = span.end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('how exactly a time is meant', () => {
  test.each<[string, string, boolean | undefined]>([
    ['mind mig hver dag kl. 8', '08:00', undefined],
    ['præcis kl. 8', '08:00', true],
    ['kl. 8 præcis', '08:00', true],
    ['præcist kl 8', '08:00', true],
    ['mind mig på slaget 8', '08:00', true],
    ['klokken præcis kvart over otte', '08:15', true],
    ['presis kl 9 hver dag', '09:00', true],
    ['mind mig hver morgen 8 præcis', '08:00', true],
    ['præcis hver morgen kl. 8', '08:00', true],
    ['hver hverdag kl. 8.15 på minuttet', '08:15', true],
    ['hver hverdag kl. 8, og det skal være præcist', '08:00', true],
    ['mind mig hver dag kl. 8. Det skal være præcist.', '08:00', true],
    ['nøjagtigt klokken ni', '09:00', true],
    ['exactly at 8', '08:00', true],
    ['at 8 sharp', '08:00', true],
    ['remind me at exactly 8:30', '08:30', true],
    ['8:30 on the dot every day', '08:30', true],
    ['omkring kl. 8', '08:00', false],
    ['omkring 8.30', '08:30', false],
    ['ved 8-tiden', '08:00', false],
    ['ved ottetiden', '08:00', false],
    ['cirka kl. 8', '08:00', false],
    ['kl. ca. 14', '14:00', false],
    ['send mig spm hverdage omkr. kl. 8', '08:00', false],
    ['kl. 7.30 eller deromkring', '07:30', false],
    ['sådan cirka klokken otte', '08:00', false],
    ['around 8 every day', '08:00', false],
    ['remind me about 8', '08:00', false],
    ['remind me at around 8', '08:00', false],
    ['8ish every day', '08:00', false],
    ['det behøver ikke være præcis kl. 8', '08:00', false],
    ['det skal ikke komme kl. 8 præcis', '08:00', false],
    ['mind mig hver dag, men ikke præcis kl. 8', '08:00', false],
    ['mind mig kl. 9 hver dag, ikke kl. 8 præcis', '09:00', undefined],
    ['mind mig ikke omkring 8, men præcis 8', '08:00', true],
    ['flyt det fra omkring kl. 8 til præcis kl. 9', '09:00', true],
    ['spørg mig hver dag om noget omkring trivsel kl. 8', '08:00', undefined],
    ['skriv til mig kl. 8 hver dag omkring trivsel', '08:00', undefined],
    ['mind mig kl. 8 om det, jeg præcis skal huske', '08:00', undefined],
  ])('is read in "%s"', (text, time, exact) => {
    const reading = readTimes(text);
    expect([reading.time ?? reading.bare, reading.exact]).toEqual([time, exact]);
  });

  test('says nothing of a sentence without a time', () => {
    for (const text of ['hvad er det præcis der forventes', 'omkring trivsel', 'præcis']) expect(readTimes(text).exact).toBeUndefined();
  });
});

describe('reading', () => {
  test('ignores what stands after the first 500 characters', () => {
    expect(read(`${'x '.repeat(250)}kl. 8`)).toEqual({});
  });

  test('keeps no period longer than a question may carry', () => {
    const weeks = Array.from({ length: 40 }, (_, week) => week + 1).join(', ');
    expect(read(`pause i uge ${weeks}`)).toEqual({});
  });

  test('does not depend on case, Unicode form or white space around', () => {
    for (const [text, expected] of [...clock, ...days]) {
      expect(read(`  ${text.toUpperCase()} `)).toEqual(expected);
      expect(read(text.normalize('NFD'))).toEqual(expected);
    }
  });

  test('reads å, ø and æ written as aa, oe and ae', () => {
    for (const [text, expected] of [...clock, ...days]) {
      expect(read(text.replace(/å/g, 'aa').replace(/ø/g, 'oe').replace(/æ/g, 'ae'))).toEqual(expected);
    }
  });
});
