/**
 * What must agree between the values of content files, beyond their shape: every fault at once, each with
 * the path of the value at fault. What leans on a faulty value is no fault of its own.
 */
import type { AgreementFile } from './agreements.js';
import type { Fault, Path } from './found.js';
import { type FrameworkFile, statementIds } from './framework.js';
import type { PromptFile } from './prompts.js';
import { findUnknown, firstOfEach, unknownFramework } from './unknown.js';

/** Faults within one framework file. */
export function findFrameworkFaults(file: FrameworkFile): Fault[] {
  const roles = file.roles.map((role) => role.id);
  const themes = new Map(file.themes.map((theme) => [theme.id, theme.subthemes.map((subtheme) => subtheme.id)]));
  return firstOfEach([
    ...findDuplicates(statementIds(file)),
    ...findDuplicates(file.roles.map((role, at) => [role.id, ['roles', at, 'id']])),
    ...findDuplicates(file.themes.map((theme, at) => [theme.id, ['themes', at, 'id']])),
    ...file.themes.flatMap((theme, at) =>
      findUnknown(
        'group',
        theme.group,
        file.groups.map((group) => group.id),
        ['themes', at, 'group'],
      ),
    ),
    ...file.common.statements.flatMap((item, at) =>
      findUnknown('theme', item.theme, [...themes.keys()], ['common', 'statements', at, 'theme']),
    ),
    ...file.statements.flatMap((block, at) => [
      ...findUnknown('role', block.role, roles, ['statements', at, 'role']),
      ...findUnknown('theme', block.theme, [...themes.keys()], ['statements', at, 'theme']),
      ...block.items.flatMap((item, i) =>
        findUnknown('subtheme', item.subtheme, themes.get(block.theme) ?? [], ['statements', at, 'items', i, 'subtheme']),
      ),
    ]),
    ...findUnaddressedRoles(file),
  ]);
}

/** Faults that show only when all frameworks stand side by side: an edition that replaces nothing known, or itself. */
export function findEditionFault(file: FrameworkFile, known: readonly string[]): Fault[] {
  if (file.supersedes === undefined) return [];
  const others = known.filter((id) => id !== file.id);
  return findUnknown('edition', file.supersedes, others, ['supersedes']);
}

/** What files are about: the ids of the frameworks and the full ids of the prompts there are. */
export type Known = { readonly frameworks: readonly string[]; readonly prompts: readonly string[] };

/** Faults of a prompt file. */
export function findPromptFaults(file: PromptFile, framework: FrameworkFile | undefined, { frameworks, prompts }: Known): Fault[] {
  if (!framework) return [unknownFramework(file.framework, frameworks)];
  const statements = statementIds(framework).map(([id]) => id);
  const themes = framework.themes.map((theme) => theme.id);
  return firstOfEach([
    ...findDuplicates(file.prompts.map((prompt, at) => [prompt.id, ['prompts', at, 'id']])),
    ...file.prompts.flatMap((prompt, at) => [
      ...findUnknown('statement', prompt.statement, statements, ['prompts', at, 'statement']),
      ...findUnknown('theme', prompt.theme, themes, ['prompts', at, 'theme']),
      ...(prompt.statement || prompt.theme ? [] : [{ id: 'homeless' as const, path: ['prompts', at], facts: { id: prompt.id } }]),
    ]),
    ...Object.entries(file.borrow).flatMap(([statement, prompt]) => [
      ...findUnknown('statement', statement, statements, ['borrow', statement], ''),
      ...findUnknown('prompt', prompt, prompts, ['borrow', statement], statement),
    ]),
  ]);
}

/** Faults of a file of agreements: themes that its framework does not know, that have no example or two, and words that stand twice. */
export function findAgreementFaults(file: AgreementFile, framework: FrameworkFile | undefined, frameworks: readonly string[]): Fault[] {
  if (!framework) return [unknownFramework(file.framework, frameworks)];
  const themes = framework.themes.map((theme) => theme.id);
  const given = file.examples.map(({ theme }) => theme);
  const unthemed = framework.common.statements.some(({ theme }) => theme === undefined);
  return [
    ...file.examples.flatMap(({ theme }, at): Fault[] => [
      ...findUnknown('theme', theme, themes, ['examples', at, 'theme']),
      ...(given.indexOf(theme) < at ? [{ id: 'two-examples' as const, path: ['examples', at, 'theme'], facts: { theme } }] : []),
    ]),
    // Where a theme is misspelt or stands twice, the one that it was meant for is missing: that is the same mistake.
    ...themes
      .filter((theme) => !given.includes(theme))
      .slice(given.filter((theme, at) => !themes.includes(theme) || given.indexOf(theme) < at).length)
      .map((theme): Fault => ({ id: 'no-example', path: ['examples'], facts: { theme } })),
    ...(unthemed && !file.common ? [{ id: 'no-common-example' as const, path: ['framework'], facts: {} }] : []),
    ...findRepeatedWords(file),
  ];
}

function findRepeatedWords(file: AgreementFile): Fault[] {
  const examples: [AgreementFile['examples'][number] | AgreementFile['common'], Path][] = [
    [file.common, ['common']],
    ...file.examples.map((example, at): [typeof example, Path] => [example, ['examples', at]]),
  ];
  const seen = new Set<string>();
  return examples.flatMap(([example, path]) =>
    (['when', 'will'] as const).flatMap((part) =>
      (['da', 'en'] as const).flatMap((language) => {
        const text = example?.[part][language];
        if (text === undefined || !seen.has(text.toLowerCase())) {
          seen.add(text?.toLowerCase() ?? '');
          return [];
        }
        return [{ id: 'same-words' as const, path: [...path, part, language], facts: { stands: text } }];
      }),
    ),
  );
}

function findDuplicates(ids: readonly [string, Path][]): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap(([id, path]) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ id: 'twice', path, facts: { given: id } }];
  });
}

function findUnaddressedRoles(file: FrameworkFile): Fault[] {
  const addressed = new Set(file.statements.map((block) => block.role));
  // A block for a role that is not there was meant for one of those without.
  const misspelt = [...addressed].filter((id) => !file.roles.some((role) => role.id === id)).length;
  const silent = file.roles.flatMap((role, at): Fault[] =>
    addressed.has(role.id)
      ? []
      : [{ id: 'silent-role', path: ['roles', at, 'id'], facts: { role: role.id, theme: file.themes[0]?.id ?? '' } }],
  );
  return silent.slice(misspelt);
}
