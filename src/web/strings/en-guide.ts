/**
 * English texts of the printed conversation guide that its card does not have.
 */
import type { GuideStrings } from './da-guide.js';

/** The English texts. */
export const enGuide: GuideStrings = {
  blanks: {
    review: ['Leader', 'Their own leader', 'Date'],
    onboarding: ['New in the role', 'Their own leader', 'Date'],
    team: ['Leadership team', 'Chair', 'Date'],
    sparring: ['Talking', 'Asking', 'Date'],
  },
  scale: {
    review: { ask: 'Circle a number: how often does it go well?', low: 'seldom', high: 'nearly always' },
    onboarding: { ask: 'Circle a number: how clear is it to you?', low: 'unclear', high: 'quite clear' },
    team: { ask: 'Circle a number: how often do we manage it together?', low: 'seldom', high: 'nearly always' },
    sparring: { ask: 'Circle a number: how much is it on your mind right now?', low: 'a little', high: 'a lot' },
  },
  scaleNote: 'The number is for the conversation and not a mark.',
  ours: 'The questions and the scale are ours and not part of the framework.',
  mended: 'Obvious slips have been corrected.',
};
