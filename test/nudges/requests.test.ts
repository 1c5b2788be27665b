import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMessageFaults } from '../cards/rules.js';
import { fieldOf, textOf, type Visitor, visit } from '../support/visitor.js';
import { at, daily, inTeam, openTalking, type Talking, team } from './talking.js';

let product: Talking['product'];
let plans: Talking['plans'];
let mette: Visitor;
let say: Talking['say'];
let mine: Talking['mine'];

beforeEach(async () => {
  ({ product, plans, mette, say, mine } = await openTalking());
});
afterEach(() => product.close());

const press: Visitor['press'] = (...given) => mette.press(...given);

describe('daily questions asked for in words', () => {
  it.each([
    ['mind mig hver hverdag kl. 8', daily],
    ['kun tirsdag og torsdag kl. 14', 'Tirsdag og torsdag omkring kl. 14. Næste: i morgen, tirsdag 24. november.'],
    ['mind mig hver dag kl. 11', 'Hver dag omkring kl. 11. Næste: i dag, mandag 23. november.'],
    ['mind mig hver hverdag præcis kl. 8', 'Mandag til fredag kl. 8.00. Næste: i morgen, tirsdag 24. november.'],
    ['mind mig hver dag på slaget 11', 'Hver dag kl. 11.00. Næste: i dag, mandag 23. november.'],
    ['ka du spør mæ ved 8 tiden hver tirsdag', 'Hver tirsdag omkring kl. 8. Næste: i morgen, tirsdag 24. november.'],
    ['mind mig hver dag ved midnat', 'Hver dag omkring kl. 0.00. Næste: i morgen, tirsdag 24. november.'],
    ['remind me every weekday at 8 sharp', 'Monday to Friday at 8:00. Next: tomorrow, Tuesday 24 November.'],
    ['remind me every Tuesday around 15', 'Every Tuesday around 15:00. Next: tomorrow, Tuesday 24 November.'],
    ['remind me every weekday at 8:15', 'Monday to Friday around 8:15. Next: tomorrow, Tuesday 24 November.'],
  ])('"%s" is repeated back', async (text, line) => {
    const reply = await say(text);
    expect(textOf(reply)).toContain(line);
    expect(textOf(reply)).toMatch(/Skriv »stop«|Write “stop”/);
    expect(reply[0]?.summary).toBe(line);
  });

  it('are on the minute, or about a time, as was said last', async () => {
    await say('mind mig hver hverdag kl. 8');
    const saying = async (text: string) => (await say(text))[0]?.summary.split(' Næste')[0];
    expect(await saying('hellere præcis kl. 9')).toBe('Mandag til fredag kl. 9.00.');
    expect(await saying('nej ti')).toBe('Mandag til fredag kl. 10.00.');
    expect(await saying('flyt det til kl. 11')).toBe('Mandag til fredag kl. 11.00.');
    expect(await saying('flyt det til ved 9-tiden')).toBe('Mandag til fredag omkring kl. 9.');
    expect(await saying('kun onsdag')).toBe('Hver onsdag omkring kl. 9.');
  });

  it('keep what was said of them through the buttons', async () => {
    const asked = await say('mind mig hver onsdag præcis kl. 4');
    expect(textOf(await press(asked, 'Kl. 16.00'))).toContain('Hver onsdag kl. 16.00.');
    const once = await say('mind mig på torsdag præcis kl. 10 om at ringe til Lise');
    expect(textOf(await press(once, 'Hver torsdag kl. 10.00'))).toContain('Hver torsdag kl. 10.00.');
    const offered = await say('min daglige rutine starter omkring kl. 7');
    expect(textOf(offered)).toContain('Hver torsdag omkring kl. 7.');
    expect(textOf(await press(offered, 'Ja, flyt dem'))).toContain('Hver torsdag omkring kl. 7.');
    expect(textOf(await mette.ask({ intent: 'nudge-on', time: '09:00' }, { at }))).toContain('Hver torsdag omkring kl. 9.');
  });

  it.each(['mind mig kl. 25:99', 'mind mig kl. 8 om natten'])('"%s" is asked about, and changes nothing', async (text) => {
    expect(textOf(await say(text))).toContain('Hvornår skal det være?');
    expect(await mine()).toBeUndefined();
    await say('mind mig hver hverdag kl. 8');
    expect(textOf(await say(text))).toContain(daily);
    expect(await mine()).toMatchObject({ on: true, time: '08:00' });
  });

  it.each(['mind mig hver onsdag kl. 4', 'skift til kl. 4'])('"%s" offers the morning and the afternoon', async (text) => {
    await say('mind mig hver onsdag kl. 8');
    const asked = await say(text);
    expect(textOf(asked)).toContain('Mener du kl. 4.00 eller kl. 16.00?');
    expect(textOf(await press(asked, 'Kl. 16.00'))).toContain('Hver onsdag omkring kl. 16.');
    expect(textOf(await press(asked, 'Kl. 4.00'))).toContain('Hver onsdag omkring kl. 4.');
  });

  it('offer lengths for a pause of none, and the end of one that runs', async () => {
    await say('mind mig hver hverdag kl. 8');
    const paused = await press(await say('pause'), 'Pause i en uge');
    expect(textOf(paused)).toContain('Pause til og med søndag 29. november.');
    expect(textOf(await press(await say('pause'), 'Slut pausen nu'))).toContain('Pausen er slut');
  });

  it('have one pause where two share a day', async () => {
    await say('mind mig hver hverdag kl. 8');
    await say('ikke i dag');
    await say('hold pause fra 1. december til 4. december');
    expect(textOf(await say('hold pause i to uger'))).toContain('Pause til og med søndag 6. december.');
    expect((await mine())?.pauses).toEqual([{ from: '2026-11-23', until: '2026-12-06' }]);
  });

  it('are shown to who asks when they come, and never begun by that', async () => {
    expect(textOf(await say('hvornår kommer det næste spørgsmål'))).toContain('Du får ikke faste spørgsmål');
    expect(await mine()).toBeUndefined();
    await say('mind mig hver hverdag kl. 8');
    await say('hold pause i to uger');
    expect(textOf(await say('hvornår minder du mig næste gang'))).toContain('Pause til og med');
    expect((await mine())?.pauses).toHaveLength(1);
  });

  it.each(['slut pausen', 'ophæv pausen', 'jeg er tilbage fra ferie', 'start igen'])('go on after "%s"', async (text) => {
    await say('mind mig hver hverdag kl. 8');
    await say('hold pause i to uger');
    expect(textOf(await say(text))).toContain('Pausen er slut');
    expect((await mine())?.pauses).toEqual([]);
  });

  it('asked for once more with no time are shown, and a pause goes on', async () => {
    await say('mind mig hver hverdag kl. 8');
    await say('hold pause i to uger');
    const shown = await mette.ask({ intent: 'nudge-on' }, { at });
    expect(textOf(shown)).toContain('Pause til og med søndag 6. december.');
    expect(textOf(await press(shown, 'Slut pausen nu'))).toContain(daily);
  });

  it('are moved by a bare time in the next message', async () => {
    await say('mind mig hver hverdag kl. 8');
    expect(textOf(await say('nej hellere ni'))).toContain('Mandag til fredag omkring kl. 9.');
  });

  it.each([
    ['nej fredag', 'Hver fredag omkring kl. 8.'],
    ['hellere onsdag klokken tolv', 'Hver onsdag omkring kl. 12.'],
    ['kun torsdage', 'Hver torsdag omkring kl. 8.'],
    ['send det hver tirsdag og torsdag halv ni', 'Tirsdag og torsdag omkring kl. 8.30.'],
    ['flyt spørgsmålet til 6.45, jeg kører hjemmefra kl. 7', 'Mandag til fredag omkring kl. 6.45.'],
  ])('are moved by "%s"', async (text, line) => {
    await say('mind mig hver hverdag kl. 8');
    expect(textOf(await say(text))).toContain(line);
  });

  describe.each([
    ['just spoken of', 0],
    ['spoken of yesterday', 24 * 60 * 60_000],
  ])('%s', (_, later) => {
    const agreed = async () => {
      await say('mind mig hver hverdag kl. 8');
      return mine();
    };
    const sayLater = (text: string) => say(text, { at: new Date(at.getTime() + later) });

    it.each([
      'jeg er tilbage tirsdag',
      'jeg er tilbage mandag den 4. januar',
      'jeg er tilbage den 4. januar',
      'vi holder lukket fredag',
      'hvad siger grundlaget om de svære samtaler, jeg har på torsdag',
      'det var en hård mandag',
      'vi har personalemøde hver onsdag kl. 14',
      'jeg mødte ind kl. 7 i dag',
      'we are closed on Friday',
      'min daglige rutine starter kl. 7',
      'hver mandag mødes jeg med mine ledere kl. 9',
    ])('are not changed by the remark "%s"', async (text) => {
      const before = await agreed();
      await sayLater(text);
      expect(await mine()).toEqual(before);
    });

    it.each([
      'mind mig på torsdag kl. 10 om at ringe til Lise',
      'mind mig i morgen kl. 9',
      'husk mig på i morgen kl. 9 at give feedback',
      'mind mig om en uge',
      'mind mig i dag kl. 15',
      'mind mig den 3. december',
      'mind mig mandag i uge 51',
      'mind mig om det om 14 dage kl. 8',
      'remind me tomorrow at 9 to give feedback',
    ])('are not changed by what is meant once: "%s"', async (text) => {
      const before = await agreed();
      expect(textOf(await sayLater(text))).toMatch(/Jeg minder dig|I will remind you/);
      expect(await mine()).toEqual(before);
    });

    it.each([
      'mind mig fredag den 3. december',
      'mind mig den 31. november',
      'mind mig kl. 25',
      'hold pause til 32. december',
      'hold pause til fredag den 3. december',
      'pause i uge 60',
    ])('are not changed by a day or an hour that there is not: "%s"', async (text) => {
      const before = await agreed();
      expect(textOf(await sayLater(text))).toMatch(/Hvornår skal det være\?|Hvornår skal jeg minde dig\?|Hvor længe skal pausen vare\?/);
      expect(await mine()).toEqual(before);
    });
  });

  it('offer the weekday of what is meant once for every week', async () => {
    const once = await say('mind mig på torsdag kl. 10 om at ringe til Lise');
    expect(textOf(await press(once, 'Hver torsdag kl. 10'))).toContain('Hver torsdag omkring kl. 10.');
    const dated = await say('mind mig den 3. december kl. 9');
    expect(textOf(await press(dated, 'Hver torsdag kl. 9'))).toContain('Hver torsdag omkring kl. 9.');
  });

  it('offer days and a time that are only told', async () => {
    await say('mind mig hver hverdag kl. 8');
    const offered = await say('min daglige rutine starter kl. 7');
    expect(textOf(offered)).toContain('Mandag til fredag omkring kl. 7.');
    expect(textOf(await press(offered, 'Ja, flyt dem'))).toContain('Mandag til fredag omkring kl. 7.');
    expect(await mine()).toMatchObject({ time: '07:00' });
  });

  it('offer a pause for days off that are only told', async () => {
    await say('mind mig hver hverdag kl. 8');
    const offered = await say('jeg er tilbage mandag den 4. januar');
    expect(textOf(offered)).toContain('Skal dine spørgsmål holde pause?');
    expect(textOf(await press(offered, 'Ja, hold pause'))).toContain('Pause til og med søndag 3. januar 2027.');
  });

  it('pause, go on again, and stop', async () => {
    await say('mind mig hver hverdag kl. 8');
    const paused = await say('hold pause i to uger');
    expect(textOf(paused)).toContain('Pause til og med søndag 6. december.');
    expect(textOf(paused)).toContain('Næste: mandag 7. december.');
    await say('hold pause fra 24. december til 3. januar');
    const resumed = textOf(await press(paused, 'Slut pausen nu'));
    expect(resumed).toContain(daily);
    expect(resumed).toContain('Pause fra torsdag 24. december til og med søndag 3. januar 2027.');
    expect(textOf(await say('hold pause i ferien'))).toContain('Hvor længe skal pausen vare?');
    expect(textOf(await say('stop'))).toContain('Der kommer ikke flere.');
    expect(await mine()).toMatchObject({ on: false });
    expect(textOf(await say('stop'))).toContain('Du får ikke faste spørgsmål');
    expect(textOf(await say('hold pause i to uger'))).toContain('Du får ikke faste spørgsmål');
  });

  it('offer the role to those who have none, and not to others', async () => {
    expect(textOf(await say('mind mig hver hverdag kl. 8'))).toContain('Vælg din rolle');
    await say('jeg er kontorchef i Aarhus');
    expect(textOf(await say('mind mig hver hverdag kl. 9'))).not.toContain('Vælg din rolle');
  });

  it('are kept for nobody whom the channel does not name', async () => {
    const nobody = visit(product, undefined);
    expect(
      textOf(await nobody.say('mind mig hver hverdag kl. 8', { person: { tenant: 't1', entraId: undefined, channelId: '29:x' } })),
    ).toContain('Jeg kan ikke huske noget for dig her');
  });
});

describe('the settings', () => {
  const open = () => mette.ask({ intent: 'nudge-time' }, { at });

  it('show the plan, and save days, time and a pause', async () => {
    await say('mind mig hver hverdag kl. 8');
    const form = await open();
    expect(form.flatMap(findMessageFaults)).toEqual([]);
    expect(['on', 'days', 'time', 'exact', 'until'].map((id) => fieldOf(form, id))).toEqual([
      'true',
      'man,tir,ons,tor,fre',
      '08:00',
      'false',
      undefined,
    ]);
    const saved = await press(form, 'Gem indstillinger', { on: 'true', days: 'ons,man', time: '14:15', until: '' });
    expect(textOf(saved)).toContain('Mandag og onsdag omkring kl. 14.15. Næste: i dag, mandag 23. november.');
    const paused = await press(form, 'Gem indstillinger', { on: 'true', days: 'man', time: '8.00', until: '2026-12-04' });
    expect(textOf(paused)).toContain('Hver mandag omkring kl. 8. Næste: mandag 7. december.');
    expect(fieldOf(await open(), 'until')).toBe('2026-12-04');
    expect(textOf(await press(form, 'Gem indstillinger', { on: 'true', days: 'man', time: '08:00', until: '' }))).not.toContain(
      'Pause til',
    );
  });

  it('make them exact, or not, and leave that as it is on a card without the field', async () => {
    await say('mind mig hver hverdag kl. 8');
    const save = async (exact: Record<string, string>) =>
      textOf(await press(await open(), 'Gem indstillinger', { on: 'true', days: 'man', time: '08:00', ...exact }));
    expect(await save({ exact: 'true' })).toContain('Hver mandag kl. 8.00.');
    expect(fieldOf(await open(), 'exact')).toBe('true');
    expect(await save({})).toContain('Hver mandag kl. 8.00.');
    const wrong = await press(await open(), 'Gem indstillinger', { on: 'true', days: '', time: '08:00' });
    expect(fieldOf(wrong, 'exact')).toBe('true');
    expect(await save({ exact: 'false' })).toContain('Hver mandag omkring kl. 8.');
    expect(textOf(await open())).toContain('op til 7 minutter før eller efter');
  });

  it('turn questions off and on', async () => {
    await press(await open(), 'Gem indstillinger', { on: 'true', days: 'man', time: '08:00' });
    expect(await mine()).toMatchObject({ on: true, days: ['man'], zone: 'Europe/Copenhagen' });
    expect(textOf(await press(await open(), 'Gem indstillinger', { on: 'false', days: '', time: '' }))).toContain('er stoppet');
    expect(fieldOf(await open(), 'on')).toBe('false');
  });

  it.each([
    ['no day', { days: '', time: '08:00' }, 'Vælg mindst én dag.'],
    ['days that do not exist', { days: '__proto__,xyz', time: '08:00' }, 'Vælg mindst én dag.'],
    ['no such time', { days: 'man', time: '25:99' }, 'Skriv et klokkeslæt'],
    ['a time in words', { days: 'man', time: '<b>8</b>' }, 'Skriv et klokkeslæt'],
    ['a day that is over', { days: 'man', time: '08:00', until: '2026-11-22' }, 'Vælg en dato'],
    ['a day far ahead', { days: 'man', time: '08:00', until: '2028-01-01' }, 'Vælg en dato'],
    ['no date', { days: 'man', time: '08:00', until: '2026-02-31' }, 'Vælg en dato'],
  ])('stay open for %s, and save nothing', async (_, typed, remark) => {
    const again = await press(await open(), 'Gem indstillinger', typed as Record<string, string>);
    expect(textOf(again)).toContain(remark);
    expect(again.flatMap(findMessageFaults)).toEqual([]);
    expect(await mine()).toBeUndefined();
  });

  it.each([{ do: 'plan' }, { do: 'plan', act: { act: 'sell' } }, { do: 'plan', act: { act: 'use-zone', zone: 'Mars/Base' } }])(
    'change nothing for made-up data %j',
    async (data) => {
      await say('mind mig hver hverdag kl. 8');
      expect(textOf(await mette.happen({ kind: 'action', data, invoke: true }, { at }))).toContain(daily);
    },
  );

  it('are for nobody but the owner in their own chat', async () => {
    const form = await open();
    expect(textOf(await press(form, 'Gem indstillinger', { days: 'man', time: '08:00' }, inTeam))).toContain(
      'Det hører til i din private chat',
    );
    expect(await plans.load(team, at)).toBeUndefined();
  });
});

describe('"Ikke i dag"', () => {
  const notToday = (now: Date) =>
    mette.happen({ kind: 'action', data: { do: 'plan', act: { act: 'not-today' }, language: 'da' }, invoke: true }, { at: now });

  it('leaves a question out that is still to come today, and none that is not', async () => {
    await say('mind mig hver hverdag kl. 8');
    expect(textOf(await notToday(at))).toContain(daily);
    expect((await mine())?.pauses).toEqual([]);
    const left = await notToday(new Date('2026-11-24T05:00:00Z'));
    expect(textOf(left)).toContain('Næste: i morgen, onsdag 25. november.');
    expect(textOf(await press(left, 'Få et spørgsmål'))).toContain('Til eftertanke');
  });
});
