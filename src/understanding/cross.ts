/**
 * How well the understanding reads writers it has not learned from: each fold of writers is read by a model trained on the
 * others.
 */
import { intents } from '../content/intents.js';
import { judge, type Likely } from './intent-model.js';
import { fitLessons, type Lesson } from './train.js';

/** A lesson with what a model that never saw its writer makes of it, the likeliest first. */
export type Predicted = { readonly lesson: Lesson; readonly likely: readonly Likely[] };

/** So many folds of writers. */
export const folds = 5;

/** Reads every lesson by a model that was trained without its writer. `apart` are writers that all models learn from and none is measured on. */
export function crossValidate(lessons: readonly Lesson[], apart: (writer: string) => boolean): Predicted[] {
  const writers = [...new Set(lessons.map(({ writer }) => writer))].filter((writer) => !apart(writer));
  return Array.from({ length: folds }, (_, fold) => {
    const left = new Set(writers.filter((_writer, at) => at % folds === fold));
    const model = fitLessons(lessons.filter(({ writer }) => !left.has(writer)));
    return lessons.filter(({ writer }) => left.has(writer)).map((lesson) => ({ lesson, likely: judge(model, lesson.features) }));
  }).flat();
}

/** Whether the likeliest intent is the one that the line is labelled with. */
export function isRight({ lesson, likely }: Predicted): boolean {
  return likely[0]?.intent === intents[lesson.of];
}
