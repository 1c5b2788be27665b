/**
 * Danish texts of the printed conversation guide that its card does not have.
 */
import type { AnswerOf } from '../../answers/answer.js';

type Occasion = AnswerOf<'guide'>['occasion'];

/** What a ring round a number means: the question, what 1 is, and what 5 is. */
export type Scale = { readonly ask: string; readonly low: string; readonly high: string };

/** The Danish texts; the English ones have the same shape. */
export const daGuide = {
  blanks: {
    review: ['Leder', 'Nærmeste leder', 'Dato'],
    onboarding: ['Ny i rollen', 'Nærmeste leder', 'Dato'],
    team: ['Lederteam', 'Mødeleder', 'Dato'],
    sparring: ['Fortæller', 'Makker', 'Dato'],
  } satisfies Record<Occasion, readonly string[]>,
  scale: {
    review: { ask: 'Sæt ring om et tal: Hvor tit lykkes det?', low: 'sjældent', high: 'næsten altid' },
    onboarding: { ask: 'Sæt ring om et tal: Hvor klart er det for dig?', low: 'uklart', high: 'helt klart' },
    team: { ask: 'Sæt ring om et tal: Hvor tit lykkes vi med det sammen?', low: 'sjældent', high: 'næsten altid' },
    sparring: { ask: 'Sæt ring om et tal: Hvor meget fylder det lige nu?', low: 'lidt', high: 'meget' },
  } satisfies Record<Occasion, Scale>,
  scaleNote: 'Tallet er til samtalen og ikke en karakter.',
  ours: 'Spørgsmålene og skalaen er vores og ikke en del af grundlaget.',
  mended: 'Åbenlyse slåfejl er rettet.',
};

/** The shape of these texts. */
export type GuideStrings = typeof daGuide;
