/**
 * Finding a prompt to share: for what all share, for a role or for a theme.
 */

import { type PromptFormAnswer, promptAbout } from '../answers/prompt-form.js';
import type { PromptPressed } from '../cards/acts.js';
import type { Language } from '../content/language.js';
import { type Framework, type Library, newestFrameworks, roleOf, themeOf } from '../content/library.js';
import type { Compass } from '../conversation/compass.js';
import type { StoredProfile } from '../conversation/ports.js';

/** What a prompt is wanted for; `not` is the one just shown. */
export type Wish = { readonly framework: Framework; readonly about: string; readonly not?: string | undefined };

/** What somebody wishes at first: a prompt for their own role, else what all share. */
export function firstWish(library: Library, { framework, role }: StoredProfile): Wish | undefined {
  const home = library.framework(framework ?? '') ?? library.fallback ?? newestFrameworks(library)[0];
  return home && { framework: home, about: promptAbout({ role: roleOf(home, role)?.id }) };
}

/** What a press wishes; another framework than the one shown begins with what all share. */
export function readWish(library: Library, { framework, about, subject }: PromptPressed): Wish | undefined {
  const shown = library.framework(subject.framework);
  const chosen = library.framework(framework ?? subject.framework);
  const before = promptAbout({ role: subject.role, theme: subject.role ? undefined : subject.theme });
  return chosen && { framework: chosen, about: chosen === shown ? (about ?? before) : promptAbout({}), not: subject.prompt };
}

/** The form with a prompt; undefined where the content has none. What a wish is about counts as `common` when it is not there. */
export function fillPromptForm(
  { library, answer }: Compass,
  { framework, about, not }: Wish,
  language: Language,
  random: (n: number) => number,
): PromptFormAnswer | undefined {
  const role = roleOf(framework, about.match(/^role:(.*)$/)?.[1]);
  const theme = themeOf(framework, about.match(/^theme:(.*)$/)?.[1]);
  const asked = {
    intent: 'reflect',
    framework: framework.id,
    ...(role && { role: role.id }),
    ...(theme && { theme: theme.id }),
    ...(not && { not }),
  } as const;
  const shown = answer(asked, { group: true, random, language });
  if (shown.kind !== 'reflect') return undefined;
  const frameworks = newestFrameworks(library);
  return {
    kind: 'prompt-form',
    frameworks: frameworks.includes(shown.framework) ? frameworks : [shown.framework, ...frameworks],
    about: shown.framework === framework ? promptAbout({ role: role?.id, theme: theme?.id }) : promptAbout({}),
    shown,
    next: [],
  };
}
