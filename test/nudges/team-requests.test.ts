import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personal } from '../../src/conversation/person.js';
import { buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';
import { at, inTeam, openTalking, type Talking, team } from './talking.js';

let outside: Talking['outside'];
let product: Talking['product'];
let plans: Talking['plans'];
let mette: Visitor;
let say: Talking['say'];
let mine: Talking['mine'];

beforeEach(async () => {
  ({ outside, product, plans, mette, say, mine } = await openTalking());
});
afterEach(() => product.close());

const press: Visitor['press'] = (...given) => mette.press(...given);

describe('a team', () => {
  it('gets a question a week, is told who asked, and stops it', async () => {
    const made = await say('send et spørgsmål hver mandag kl. 9', inTeam);
    expect(textOf(made)).toContain('Hver mandag omkring kl. 9. Næste: mandag 30. november.');
    expect(textOf(made)).toContain('Mette Sørensen har bedt om dem til alle her.');
    expect(textOf(made)).toContain('»stop spørgsmålene«');
    expect(JSON.stringify(made)).not.toMatch(/Input\.|Action\.Execute/);
    expect(await mine()).toBeUndefined();
    expect((await plans.load(team, at))?.maker?.person).toEqual(mette.key);
    expect(textOf(await say('stop spørgsmålene', inTeam, visit(product, 'lars')))).toContain('Spørgsmålene her er stoppet');
    expect((await plans.load(team, at))?.plan.on).toBe(false);
  });

  it.each(['mind mig kl 8', 'Send MIG et spørgsmål hver mandag kl. 9', 'remind me every monday at 9'])(
    'gets nothing because one of them asks for a reminder of their own: "%s"',
    async (text) => {
      expect(textOf(await say(text, inTeam))).toMatch(
        /Det hører til i din private chat|That belongs in your own chat|En enkelt påmindelse kan jeg ikke endnu/,
      );
      expect(await plans.load(team, at)).toBeUndefined();
      expect(await mine()).toBeUndefined();
    },
  );

  it('may be stopped, paused and moved by anyone, and all are told who did', async () => {
    const lars = visit(product, 'lars');
    const made = await say('send et spørgsmål hver mandag kl. 9', inTeam);
    expect(textOf(made)).toContain('Alle i samtalen kan stoppe eller flytte dem');
    outside.nameOf = () => 'Lars Østergaard';
    const moved = textOf(await say('send et spørgsmål hver tirsdag kl. 9', inTeam, lars));
    for (const words of [
      'Spørgsmålene her er ændret',
      'Lars Østergaard har ændret dem.',
      'Hver tirsdag omkring kl. 9',
      'Mette Sørensen har bedt om dem',
    ])
      expect(moved).toContain(words);
    expect((await plans.load(team, at))?.maker).toEqual({ person: mette.key, name: 'Mette Sørensen' });
    expect(textOf(await say('pause til mandag', inTeam, lars))).toContain('Lars Østergaard har sat dem på pause.');
    expect(textOf(await lars.ask({ intent: 'nudge-on', wish: 'resume' }, inTeam))).toContain('Lars Østergaard har sluttet pausen.');
    expect(textOf(await say('stop spørgsmålene', inTeam, lars))).toContain('Lars Østergaard har stoppet dem.');
    await say('send et spørgsmål hver mandag kl. 9', inTeam, lars);
    expect((await plans.load(team, at))?.maker?.person).toEqual(lars.key);
  });

  it('is told that a member did it where the roster does not say who', async () => {
    await say('send et spørgsmål hver mandag kl. 9', inTeam);
    outside.nameOf = () => undefined;
    expect(textOf(await say('stop spørgsmålene', inTeam, visit(product, 'gæst')))).toContain('Et medlem har stoppet dem.');
  });

  it('is told nothing of who asked in a chat of one’s own', async () => {
    await say('mind mig hver hverdag kl. 8');
    expect(textOf(await say('stop'))).not.toContain('har stoppet dem');
  });

  it('is asked once a week where nothing is said, also when nobody says who asked', async () => {
    outside.nameOf = () => undefined;
    const made = await mette.ask({ intent: 'nudge-on' }, inTeam);
    expect(textOf(made)).toContain('Hver mandag omkring kl. 9.');
    expect(textOf(made)).toContain('En af jer har bedt om dem');
  });

  it('shows a maker’s name as text and never as Markdown', async () => {
    outside.nameOf = () => '**Ond** [klik](https://ond.example)\nny';
    await say('send et spørgsmål hver mandag kl. 9', inTeam);
  });

  it('sees its plan, or that there is none, and never the settings', async () => {
    expect(textOf(await mette.ask({ intent: 'nudge-time' }, inTeam))).toContain('Her bliver der ikke sendt spørgsmål');
    await say('send et spørgsmål hver mandag kl. 9', inTeam);
    expect(textOf(await mette.ask({ intent: 'nudge-time' }, inTeam))).toContain('Spørgsmål her i samtalen');
  });

  it('is asked about the framework of whoever set it up, and nothing of their role is told', async () => {
    await say('jeg er kontorchef i Aarhus');
    const made = await say('send et spørgsmål hver mandag kl. 9', inTeam);
    expect((await plans.load(team, at))?.plan.subject).toEqual({ framework: 'aarhus-bu-2024', theme: undefined });
    expect(textOf(made)).not.toMatch(/kontorchef/i);
  });

  it('that the bot is taken out of gets no more, until somebody there writes again', async () => {
    await say('send et spørgsmål hver mandag kl. 9', inTeam);
    await mette.happen({ kind: 'removed' }, inTeam);
    expect((await plans.load(team, at))?.plan).toMatchObject({ on: false, stopped: 'removed' });
    expect(textOf(await say('hvad er fælles for alle ledere', inTeam))).toContain('Spørgsmålene her er i gang igen');
  });
});

describe('beside an answer', () => {
  it('it is said that questions come again after they could not be delivered, once', async () => {
    await say('mind mig hver hverdag kl. 8');
    await plans.giveUp(personal(mette.key), 'blocked', at);
    const reply = await say('hvad er fælles for alle ledere');
    expect(reply).toHaveLength(2);
    expect(textOf(reply)).toContain('Dine faste spørgsmål er i gang igen');
    expect(await say('hvad er fælles for alle ledere')).toHaveLength(1);
  });

  it('a stop is a stop, also after that', async () => {
    await say('mind mig hver hverdag kl. 8');
    await plans.giveUp(personal(mette.key), 'blocked', at);
    expect(textOf(await say('stop'))).not.toContain('i gang igen');
    expect(await mine()).toMatchObject({ on: false });
    expect(await say('hvad er fælles for alle ledere')).toHaveLength(1);
  });

  it('a person in another zone is asked once which time counts', async () => {
    await say('mind mig hver hverdag kl. 8');
    const abroad = { timeZone: 'Europe/London' };
    const reply = await say('hvad er fælles for alle ledere', abroad);
    expect(textOf(reply)).toContain('Dine faste spørgsmål kommer omkring kl. 8, når klokken er det i København.');
    expect(textOf(reply)).toContain('Dit Teams viser nu tiden i London.');
    expect(await say('hvad er fælles for alle ledere', abroad)).toHaveLength(1);
    expect(textOf(await press(reply, 'Følg tiden i København', {}, abroad))).toContain('Klokken følger tiden i København.');
    expect((await mine())?.zone).toBe('Europe/Copenhagen');
    await press(reply, 'Følg tiden i London', {}, abroad);
    expect(await mine()).toMatchObject({ zone: 'Europe/London', time: '08:00', on: true });
  });

  it('nobody is asked about a zone in a group, nor without a plan', async () => {
    expect(await say('hvad er fælles for alle ledere', { timeZone: 'Europe/London' })).toHaveLength(1);
    await say('mind mig hver hverdag kl. 8');
    expect(await say('hvad er fælles for alle ledere', { ...inTeam, timeZone: 'Asia/Tokyo' })).toHaveLength(1);
  });
});

it('every plan card has buttons that work', async () => {
  const reply = await say('mind mig hver hverdag kl. 8');
  expect(buttonsOf(reply).map(({ title }) => title)).toEqual([
    'Vælg min rolle',
    'Indstillinger',
    'Hver tirsdag omkring kl. 10',
    'Mit fokus',
    'Stop',
  ]);
  expect(textOf(await press(reply, 'Indstillinger'))).toContain('Indstil dine faste spørgsmål');
  expect(textOf(await press(reply, 'Stop'))).toContain('Der kommer ikke flere.');
});
