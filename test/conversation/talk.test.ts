import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProduct, type Product } from '../support/product.js';
import { buttonsOf, textOf, type Visitor, visit } from '../support/visitor.js';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

let visitors = 0;

/** Somebody new; a kontorchef in Aarhus, where their role is known. */
async function somebody(role: 'kontorchef' | 'nobody' = 'kontorchef'): Promise<Visitor> {
  visitors += 1;
  const visitor = visit(product, `talker-${visitors}`);
  if (role === 'kontorchef') await visitor.ask({ intent: 'set-role', framework: 'aarhus-bu-2024', role });
  return visitor;
}

const team = () => ({ conversation: { id: `team-${visitors}`, kind: 'groupChat' as const } });
const titleOf = (reply: Awaited<ReturnType<Visitor['say']>>) => textOf(reply).split('\n')[0];

describe('"uddyb", "mere" and "kort version"', () => {
  it.each([
    ['hvad forventes der af en kontorchef', 'uddyb', 'Mit ansvar og primære opgaver\nJeg skaber rum'],
    ['hvad skal en kontorchef lykkes med', 'mere', 'Mit ansvar og primære opgaver'],
    ['hvad siger grundlaget om trivsel', 'mere', 'Sammen-grundlaget'],
    ['sammenlign kontorchef og direktør', 'fortsæt', 'Jeg skal lykkes med · Aarhus'],
    ['hvad er ændret siden 2021', 'mere', 'Hele grundlaget'],
    ['hvad forventes der af en direktør i holstebro', 'kort version', 'Ordlyden er vedtaget, så den forkorter jeg ikke.'],
    ['hvad er fælles for alle ledere', 'giv mig det i få ord', 'Ordlyden er vedtaget'],
  ])('after "%s", "%s" shows "%s"', async (before, text, shown) => {
    const leader = await somebody();
    await leader.say(before);
    expect(textOf(await leader.say(text))).toContain(shown);
  });

  it('shows the best statement about a topic alone, and all of it from there', async () => {
    const leader = await somebody();
    const whole = textOf(await leader.say('hvad siger grundlaget om økonomi'));
    const brief = await leader.say('kort version');
    expect(textOf(brief)).toContain('Det står der om økonomi');
    expect(textOf(brief).length).toBeLessThan(whole.length / 2);
    expect(textOf(await leader.press(brief, 'Vis alt om emnet'))).toContain('Til eftertanke');
  });

  it('says that there is nothing to go on from, where nothing was asked', async () =>
    expect(titleOf(await (await somebody('nobody')).say('uddyb'))).toBe('Hvad vil du høre mere om?'));

  it('ends a pause that was just spoken of', async () => {
    const leader = await somebody();
    await leader.say('mind mig hver hverdag kl. 8');
    await leader.say('pause i to uger');
    expect(titleOf(await leader.say('fortsæt'))).toBe('Pausen er slut');
  });
});

describe('what is said about the conversation itself', () => {
  it('starts again, and nothing said before is gone on from', async () => {
    const leader = await somebody('nobody');
    await leader.say('hvad forventes der af en kontorchef');
    expect(titleOf(await leader.say('start forfra'))).toBe('Vi begynder forfra');
    expect(textOf(await leader.say('og hvad skal man kunne?'))).not.toContain('Kontorchefer');
  });

  it.each(['print', 'kan jeg få det som Word', 'can I get this as a pdf'])('says to "%s" what there is on paper', async (text) => {
    const leader = await somebody();
    await leader.say('hvad forventes der af en direktør');
    const reply = await leader.say(text);
    expect(textOf(reply)).toMatch(/kopiere|copy/);
    expect(buttonsOf(reply)[0]?.data).toMatchObject({ question: { intent: 'guide', role: 'direktor' } });
  });

  it('exports what somebody prints of their own', async () =>
    expect(textOf(await (await somebody()).say('print mine data'))).toContain('Her er, hvad jeg har gemt om dig'));

  it.each(['hvem ejer grundlaget', 'hvem kan jeg kontakte'])('says to "%s" who is behind it', async (text) =>
    expect(textOf(await (await somebody()).say(text))).toContain('Aarhus Kommune, Børn og Unge'),
  );

  it('switches to another framework, says so, and answers from it', async () => {
    const leader = await somebody();
    expect(titleOf(await leader.say('skift til Holstebro'))).toBe('Du er skiftet til Holstebro Social og Sundhed 2021.');
    expect(textOf(await leader.say('hvad er fælles for alle ledere'))).toContain('Holstebro');
  });

  it('gives as many questions as are wanted, all different, and about no meeting', async () => {
    const reply = await (await somebody()).say('giv os tre spørgsmål til ledermødet', team());
    expect(titleOf(reply)).toBe('Tre spørgsmål til eftertanke');
    const questions = textOf(reply).split('\n').slice(3, 6);
    expect(new Set(questions).size).toBe(3);
    expect(questions.every((line) => line.endsWith('?'))).toBe(true);
  });
});

describe('who can see it', () => {
  it.each([
    ['kan min chef se det her', /^Nej\. .*\nDe, der driver botten/],
    ['can HR read my notes', /^No\. .*\nThose who run the bot/],
    ['hvem kan se det kort, jeg har delt', /^Ja, dem, du deler det med/],
  ])('answers "%s" by a yes or a no first, and then who else could', async (text, shown) =>
    expect(textOf(await (await somebody()).say(text))).toMatch(shown),
  );

  it('says yes among others', async () =>
    expect(titleOf(await (await somebody()).say('kan min chef se det her', team()))).toBe('Ja, alle her kan se det'));
});

describe('whom nothing in particular is expected of', () => {
  it.each(['hvad forventes der af en leder', 'hvad forventes der af os ledere'])(
    'offers what all share and each role to "%s"',
    async (text) => {
      const buttons = buttonsOf(await (await somebody()).say(text)).map(({ title }) => title);
      expect(buttons).toEqual(expect.arrayContaining(['Vis det fælles for alle', 'Direktør', 'Kontorchefer']));
    },
  );

  it('is one’s own role to "hvad forventes der af mig som leder"', async () =>
    expect(titleOf(await (await somebody()).say('hvad forventes der af mig som leder'))).toBe('Kontorchefer'));

  it.each(['sygeplejerske', 'boligkonsulent'])('says that no document names a %s, and claims no role for them', async (title) => {
    for (const who of ['kontorchef', 'nobody'] as const) {
      const shown = textOf(await (await somebody(who)).say(`hvad forventes der af en ${title}`));
      expect(shown).toContain(`Ingen af grundlagene nævner »${title}«`);
      expect(shown).not.toMatch(/står i \w+ grundlag/);
    }
  });
});

describe('an honest no', () => {
  it.each([
    ['asdf qwer', 'Det forstod jeg ikke'],
    ['hvad koster en liter mælk', 'Det står der ikke noget om'],
    ['hvor meget får en kontorchef i løn', 'Det hører til et andet sted'],
    ['min chef er elendig til at lytte', 'Det hører til et andet sted'],
  ])('to "%s" says "%s"', async (text, title) => expect(titleOf(await (await somebody()).say(text))).toBe(title));

  it('says what was looked for, and only where it was', async () => {
    const leader = await somebody();
    expect(textOf(await leader.say('hvad koster en liter mælk'))).toContain('Jeg ledte efter »liter mælk«');
    expect(textOf(await leader.say('asdf qwer'))).not.toContain('Jeg ledte efter');
  });

  it('tells no group the role that was said in private', async () => {
    const leader = await somebody();
    for (const text of ['hvad koster en liter mælk', 'min chef er elendig til at lytte', 'print'])
      expect(textOf(await leader.say(text, team()))).not.toMatch(/Forvaltningschef|»[^«]+« for en kontorchef/);
  });

  it('sends nobody to the boss about the boss', async () => {
    const shown = textOf(await (await somebody()).say('min chef er elendig til at lytte'));
    expect(shown).toContain('tillidsrepræsentant');
    expect(shown).not.toContain('din egen leder');
  });

  it('offers ways on that fit whoever asks and why it is a no', async () => {
    const ways = async (who: 'kontorchef' | 'nobody', text: string) =>
      buttonsOf(await (await somebody(who)).say(text)).map(({ title }) => title);
    const own = await ways('kontorchef', 'min chef er elendig til at lytte');
    expect(own).not.toEqual(await ways('nobody', 'min chef er elendig til at lytte'));
    expect(own).not.toEqual(await ways('kontorchef', 'hvad koster en liter mælk'));
  });
});
