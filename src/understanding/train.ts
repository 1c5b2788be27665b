/**
 * Training: from what people said to what a message probably wants.
 */
import { intents } from '../content/intents.js';
import { allStatements, type Framework, type Library } from '../content/library.js';
import type { Said, Writer } from '../language/said.js';
import { fold } from '../language/text.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { createRandom } from '../learning/chance.js';
import type { Feature } from '../learning/features.js';
import { type Fitting, fitRegression } from '../learning/regression.js';
import type { Likeness } from '../search/likeness.js';
import { findEvidence } from './evidence.js';
import { featuresOf } from './features.js';
import { compactModel, type IntentModel } from './intent-model.js';
import { findMentions } from './mentions.js';
import { training } from './policy.js';
import { read } from './read.js';
import { findSlots, type Profile } from './slots.js';

/** What a line shows, and which of the intents it is of. */
export type Lesson = { readonly writer: string; readonly features: readonly Feature[]; readonly of: number };

/** Trains a model; the same lines in the same order give the same one. */
export function trainIntents(vocabulary: Vocabulary, likeness: Likeness, writers: readonly Writer[]): IntentModel {
  return fitLessons(readLessons(vocabulary, likeness, writers));
}

/** Reads every line as it would be read if somebody wrote it now. */
export function readLessons(vocabulary: Vocabulary, likeness: Likeness, writers: readonly Writer[]): Lesson[] {
  const random = createRandom(training.seed);
  return writers.flatMap(({ name, said }) =>
    said.map((line) => {
      const reading = read(vocabulary, fillIn(line.say, vocabulary.library, random));
      const slots = findSlots(vocabulary, reading, profileOf(line, vocabulary.library));
      const mentions = findMentions(vocabulary, likeness, reading, slots, findEvidence(vocabulary, reading, slots));
      return { writer: name, features: featuresOf(mentions, line.after), of: intents.indexOf(line.intent) };
    }),
  );
}

/** Fits a model to lessons. */
export function fitLessons(lessons: readonly Lesson[], fitting: Fitting = training): IntentModel {
  return compactModel(fitRegression(lessons, intents.length, fitting));
}

/** The ids behind who says a line; a role that the content does not have is none. */
function profileOf({ as }: Said, library: Library): Profile {
  const framework = as && library.framework(as.framework);
  if (!framework) return {};
  const wanted = fold(as.role ?? '');
  const role = framework.roles.find(({ id, label, name }) => [id, label, name.da].some((each) => fold(each) === wanted));
  return { framework: framework.id, ...(role && { role: role.id }) };
}

/** A line with any role, theme, framework or time where it leaves one open. */
function fillIn(line: string, library: Library, random: () => number): string {
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const framework = any(library.frameworks);
  const sections = library.frameworks.find(({ themeKind }) => themeKind === 'section') ?? framework;
  const themes = library.frameworks.filter(({ themeKind }) => themeKind === 'theme');
  const fillings: Readonly<Record<string, () => string>> = {
    role: () => roleWord(framework, any),
    theme: () => any(any(themes.length > 0 ? themes : [framework]).themes).label.text.toLowerCase(),
    section: () => any(sections.themes).label.text.toLowerCase(),
    framework: () => framework.name,
    word: () => any(library.wordsFor(any(allStatements(framework)).id).concat('økonomi')),
    time: () => 'kl. 9',
    day: () => 'mandag',
    pause: () => 'i uge 42',
  };
  return line.replace(/\{(\w+)\}/g, (open, name: string) => fillings[name]?.() ?? open);
}

function roleWord({ roles }: Framework, any: <T>(items: readonly T[]) => T): string {
  const { label, aliases } = any(roles);
  return any([label, ...aliases]).toLowerCase();
}
