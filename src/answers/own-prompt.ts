/**
 * The question that closes a focus: a prompt of ours that is no part of the content, and under which a note can be kept.
 */
import { da } from '../cards/strings/da.js';
import { en } from '../cards/strings/en.js';
import { type Library, themeOf } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import { reserved } from '../nudges/rules/fatigue.js';
import { type FocusPlace, findFocus } from '../nudges/rules/focus.js';

/** The question for a focus. */
export function closingPrompt({ framework, theme, statement }: FocusPlace): Prompt {
  const name = statement ? undefined : theme?.label.text;
  const say = ({ focus: { closing } }: Pick<typeof da, 'focus'>) => (name ? closing.question(name) : closing.statementQuestion);
  return {
    id: reserved.closing,
    framework: framework.id,
    statements: statement ? [statement.id] : [],
    ...(theme && { theme: theme.id }),
    da: say(da),
    en: say(en),
  };
}

/** What a button or a note names: a prompt of the content by its full id, or the question that closed a focus on what stands beside it. */
export type Named = {
  readonly prompt: string;
  readonly framework?: string | undefined;
  readonly theme?: string | undefined;
  readonly statement?: string | undefined;
};

/** The prompt that is named; undefined where the content has it, or what it was about, no more. */
export function findPrompt(library: Library, { prompt: id, framework: of, theme, statement }: Named): Prompt | undefined {
  if (id !== reserved.closing) return library.prompt(id);
  const framework = library.framework(of ?? '');
  const place = framework && findFocus(library, { framework: framework.id, theme: themeOf(framework, theme)?.id, statement });
  return place && closingPrompt(place);
}
