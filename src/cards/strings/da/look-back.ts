/**
 * Danish texts of the look back on the week.
 */
import type { Weekday } from '../../../language/times/words.js';
import { clock, daysOf, listed } from './words.js';

const words = ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];
const numberOf = (n: number) => words[n] ?? `${n}`;

/** How many agreements are how far. */
type Counts = { readonly done: number; readonly partly: number; readonly asked: number; readonly open: number };

/** The Danish texts; the English ones have the same shape. */
export const daLookBack = {
  lookBack: {
    title: 'Ugens tilbageblik',
    dates: (from: string, until: string) => `Fra ${from} til ${until}`,
    notes: (n: number) =>
      n === 0 ? 'Du har ikke skrevet noter i denne uge.' : `Du har skrevet ${numberOf(n)} ${n === 1 ? 'note' : 'noter'} i denne uge.`,
    most: 'Mest skrev du til:',
    agreements: ({ done, partly, asked, open }: Counts) => {
      const parts = [
        ...(done > 0 ? [`${numberOf(done)} gjort`] : []),
        ...(partly > 0 ? [`${numberOf(partly)} gjort lidt`] : []),
        ...(asked > 0 ? [`${numberOf(asked)} venter på svar`] : []),
        ...(open > 0 ? [`${numberOf(open)} på vej`] : []),
      ];
      return parts.length === 0 ? 'Du har ingen aftaler med dig selv lige nu.' : `Dine aftaler: ${listed(parts)}.`;
    },
    last: 'Til sidst',
    closing: [
      'Hvad vil du tage med ind i næste uge?',
      'Hvad lykkedes, som du vil gøre igen?',
      'Hvem har du ikke fået talt med, som du gerne ville?',
      'Hvad kan du slippe, før weekenden begynder?',
      'Hvad fik du øje på hos dig selv i denne uge?',
    ],
    due: 'Her er din uge i tal og et spørgsmål at slutte den med. Det tager et par minutter.',
    door: 'Dine noter og aftaler fra ugen, og et spørgsmål at slutte den med.',
    show: 'Vis min uge',
    open: 'Åbn',
    button: { on: 'Få det hver uge', off: 'Stop tilbageblik' },
    onTitle: 'Du får ugens tilbageblik',
    on: (day: Weekday, time: string, next: string) =>
      `Det kommer ${daysOf([day])} kl. ${clock(time)}, i stedet for dagens spørgsmål. Næste: ${next}.`,
    offTitle: 'Du får ikke flere tilbageblik',
    off: 'Skriv »ugens tilbageblik«, når du vil se din uge.',
  },
};
