/**
 * Questions that together reach every card: each role, theme, subtheme, term, level and edition of the content.
 */
import type { AnswerableQuestion } from '../../src/answers/answerer.js';
import { askPart, askRole } from '../../src/answers/next.js';
import { levels } from '../../src/content/framework.js';
import type { Framework, Library } from '../../src/content/library.js';

/** Lists the questions. */
export function everyQuestion(library: Library): AnswerableQuestion[] {
  return [...library.frameworks.flatMap(inFramework), ...acrossFrameworks(library), ...ofItself()];
}

function inFramework(framework: Framework): AnswerableQuestion[] {
  const { id, roles, themes, terms, supersedes } = framework;
  const sides = (some: readonly { id: string }[]) => some.map((role) => ({ framework: id, role: role.id }));
  const pairs = roles.flatMap((a, at) => roles.slice(at + 1).map((b) => sides([a, b])));
  const groups = [...pairs, sides(roles.slice(0, 3)), sides(roles.slice(-4))];
  return [
    ...roles.flatMap((role) => [askRole(framework, role), ...themes.map((theme) => askPart(framework, role, theme))]),
    ...roles.flatMap((role) => themes.flatMap((theme) => theme.subthemes.map((subtheme) => askPart(framework, role, theme, subtheme.id)))),
    ...themes.flatMap((theme): AnswerableQuestion[] => [
      { intent: 'definition', framework: id, theme: theme.id },
      { intent: 'common', framework: id, theme: theme.id },
      { intent: 'reflect', framework: id, theme: theme.id },
      ...theme.subthemes.map((subtheme) => ({ intent: 'definition', framework: id, theme: theme.id, subtheme: subtheme.id }) as const),
    ]),
    ...terms.map((term) => ({ intent: 'definition', framework: id, term: term.id }) as const),
    ...roles.flatMap((role): AnswerableQuestion[] => [
      { intent: 'reflect', framework: id, role: role.id },
      ...(['review', 'onboarding', 'team', 'sparring'] as const).map(
        (occasion) => ({ intent: 'guide', framework: id, role: role.id, occasion }) as const,
      ),
      ...(supersedes ? [{ intent: 'compare-editions', older: supersedes, newer: id, role: role.id } as const] : []),
    ]),
    ...groups.flatMap((some): AnswerableQuestion[] => [
      { intent: 'compare-roles', sides: some },
      ...themes.map((theme) => ({ intent: 'compare-roles', sides: some, theme: theme.id }) as const),
    ]),
    ...(supersedes
      ? Array.from({ length: 21 }, (_, page) => ({ intent: 'compare-editions', older: supersedes, newer: id, page }) as const)
      : []),
    { intent: 'common', framework: id },
    { intent: 'about', framework: id },
    { intent: 'reflect', framework: id },
    { intent: 'guide', framework: id },
  ];
}

function acrossFrameworks({ frameworks }: Library): AnswerableQuestion[] {
  const all = frameworks.map(({ id }) => id);
  const groups = [all, ...all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b]))];
  const themes = [...new Set(frameworks.flatMap((framework) => framework.themes.map(({ id }) => id)))];
  const words = ['data', 'økonomi', 'trivsel', 'psykologisk tryghed', 'samarbejde', 'borgeren', 'ledelse', 'kerneopgaven', 'MED', 'zebra'];
  return [
    ...groups.flatMap((some): AnswerableQuestion[] => [
      { intent: 'compare-frameworks', frameworks: some },
      ...levels.map((level) => ({ intent: 'compare-frameworks', frameworks: some, level }) as const),
      ...themes.map((theme) => ({ intent: 'compare-frameworks', frameworks: some, theme }) as const),
      ...themes.flatMap((theme) => levels.map((level) => ({ intent: 'compare-frameworks', frameworks: some, theme, level }) as const)),
    ]),
    {
      intent: 'compare-roles',
      sides: frameworks.slice(0, 4).flatMap(({ id, roles }) => roles.slice(-1).map((role) => ({ framework: id, role: role.id }))),
    },
    ...words.flatMap((text): AnswerableQuestion[] => [
      { intent: 'topic', text },
      ...all.map((framework) => ({ intent: 'topic', text, framework }) as const),
      { intent: 'reflect', text },
    ]),
    ...(['framework', 'role', 'reading'] as const).map(
      (about) =>
        ({
          intent: 'ambiguous',
          about,
          subject: 'Direktør',
          choices: frameworks.map((framework) => askRole(framework, framework.roles[0] as Framework['roles'][number])),
        }) as const,
    ),
    { intent: 'ambiguous', about: 'framework', subject: '', choices: frameworks.map(({ id }) => ({ intent: 'common', framework: id })) },
  ];
}

function ofItself(): AnswerableQuestion[] {
  const reasons = ['unknown', 'terms', 'people', 'writing', 'rude', 'injection', 'language', 'distress', 'time'] as const;
  const tones = ['hello', 'thanks', 'bye', 'how-are-you', 'praise', 'complaint', 'who-are-you'] as const;
  return [
    ...reasons.map((reason) => ({ intent: 'out-of-scope', reason }) as const),
    ...tones.map((tone) => ({ intent: 'smalltalk', tone }) as const),
    { intent: 'help' },
    { intent: 'privacy' },
    { intent: 'about' },
    { intent: 'guide' },
    { intent: 'reflect' },
    { intent: 'about', framework: 'no-such-framework' },
  ];
}
