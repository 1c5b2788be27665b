/**
 * What a person says about the role that is theirs.
 */
import { assumption, type ContentCandidate, isSectionWord } from './about-roles.js';
import type { Mentions } from './mentions.js';
import type { PlainQuestion } from './question.js';
import type { Reading } from './reading.js';

/** The person says which role is theirs, or asks the bot to forget it. */
export function findRole(reading: Reading, { role, rest, themes, slots }: Mentions): ContentCandidate[] {
  if (reading.has('forget-role')) return [{ question: { intent: 'set-role', forget: true }, score: 0.93, because: 'to forget the role' }];
  // "jeg er ikke længere kontorchef", but not "… ikke længere i tvivl om, hvad en kontorchef skal".
  const left = reading.cues.some((hit) => hit.cue === 'no-longer' && isNext(reading, hit.to, [...slots.roles, ...slots.titles]));
  if (left && slots.roles.length + slots.titles.length === 1)
    return [{ question: { intent: 'set-role', forget: true }, score: 0.95, because: 'no longer in that role' }];
  // "hvad forventes der af mig" of somebody whose role is not known.
  const section = themes.some((theme) => isSectionWord(theme));
  if (reading.has('self') && (reading.has('expect') || section) && role.refs.length === 0 && rest.length === 0)
    return [{ question: { intent: 'set-role' }, score: 0.7, because: 'about a role of one’s own that is not known' }];
  if (!reading.has('set-role', 'set-role.strong', 'introduce') || reading.has('compare')) return [];
  const target = role.how === 'named' || role.how === 'title' ? role.refs[0] : undefined;
  if (!target)
    return reading.has('set-role.strong') && rest.length === 0
      ? [{ question: { intent: 'set-role' }, score: 0.75, because: 'to set the role' }]
      : [];
  // A long message that begins with "er …" asks; somebody who says a role does so in few words.
  const bare = reading.cues.filter((hit) => hit.cue === 'set-role').every((hit) => reading.tokens[hit.from]?.word === 'er');
  if (bare && !reading.has('set-role.strong', 'introduce') && reading.tokens.length > 6) return [];
  const asks = reading.has('wants-answer', 'expect') && (!reading.has('set-role.strong') || reading.has('expect.strong'));
  const score =
    (reading.has('set-role.strong') ? 0.93 : 0.86) - (asks ? 0.25 : 0) - rest.filter((item) => item.strength >= 0.6).length * 0.1;
  const refs = role.refs.filter((ref) => !role.refs.some((other) => other.framework.supersedes === ref.framework.id));
  const choices = refs.map((ref): PlainQuestion => ({ intent: 'set-role', framework: ref.framework.id, role: ref.role.id }));
  const [only] = choices;
  if (only && choices.length === 1) return [{ question: only, score, because: 'to set the role', ...assumption(role) }];
  return [
    {
      question: { intent: 'ambiguous', about: 'framework', subject: target.role.label, choices },
      score,
      because: 'to set a role of several frameworks',
    },
  ];
}

/** True where one of the names follows a place, small words between them aside. */
function isNext(reading: Reading, from: number, named: readonly { readonly span: { readonly from: number } }[]): boolean {
  return named.some(({ span }) => span.from >= from && reading.tokens.slice(from, span.from).every((_, at) => reading.isFiller(from + at)));
}
