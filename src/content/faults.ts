/**
 * What must agree between the values of content files, beyond their shape: every fault at once, each with
 * the path of the value at fault and what to write instead.
 */
import type { AgreementFile } from './agreements.js';
import type { FrameworkFile } from './framework.js';
import type { PromptFile } from './prompts.js';

/** Where in a file's data a value stands: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** Something wrong with one value; `message` says what, quotes it, and names the remedy. */
export type Fault = { readonly path: Path; readonly message: string };

/** Faults within one framework file. */
export function findFrameworkFaults(file: FrameworkFile): Fault[] {
  const roles = file.roles.map((role) => role.id);
  const themes = new Map(file.themes.map((theme) => [theme.id, theme.subthemes.map((subtheme) => subtheme.id)]));
  return [
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
  ];
}

/** Faults that show only when all frameworks stand side by side: an edition that replaces nothing known, or itself. */
export function findEditionFault(file: FrameworkFile, known: readonly string[]): Fault[] {
  if (file.supersedes === undefined) return [];
  const others = known.filter((id) => id !== file.id);
  return findUnknown('edition', file.supersedes, others, ['supersedes']);
}

/** Faults of a prompt file; `prompts` are the full ids of all prompts there are. */
export function findPromptFaults(file: PromptFile, framework: FrameworkFile | undefined, prompts: ReadonlySet<string>): Fault[] {
  if (!framework) return [{ path: ['framework'], message: `unknown framework "${file.framework}". Write the id of a file in frameworks/` }];
  const statements = statementIds(framework).map(([id]) => id);
  const themes = framework.themes.map((theme) => theme.id);
  return [
    ...findDuplicates(file.prompts.map((prompt, at) => [prompt.id, ['prompts', at, 'id']])),
    ...file.prompts.flatMap((prompt, at) => [
      ...findUnknown('statement', prompt.statement, statements, ['prompts', at, 'statement']),
      ...findUnknown('theme', prompt.theme, themes, ['prompts', at, 'theme']),
      ...(prompt.statement || prompt.theme
        ? []
        : [{ path: ['prompts', at], message: `prompt "${prompt.id}" belongs to nothing. Add "statement:" or "theme:"` }]),
    ]),
    ...Object.entries(file.borrow).flatMap(([statement, prompt]) => [
      ...findUnknown('statement', statement, statements, ['borrow', statement]),
      ...(prompts.has(prompt)
        ? []
        : [
            { path: ['borrow', statement], message: `unknown prompt "${prompt}". Write "<framework>/<prompt id>" of a prompt that exists` },
          ]),
    ]),
  ];
}

/** Faults of a file of agreements: themes that its framework does not know, that have no example or two, and words that stand twice. */
export function findAgreementFaults(file: AgreementFile, framework: FrameworkFile | undefined): Fault[] {
  if (!framework) return [{ path: ['framework'], message: `unknown framework "${file.framework}". Write the id of a file in frameworks/` }];
  const themes = framework.themes.map((theme) => theme.id);
  const given = file.examples.map(({ theme }) => theme);
  const unthemed = framework.common.statements.some(({ theme }) => theme === undefined);
  return [
    ...file.examples.flatMap(({ theme }, at) => [
      ...findUnknown('theme', theme, themes, ['examples', at, 'theme']),
      ...(given.indexOf(theme) < at
        ? [{ path: ['examples', at, 'theme'], message: `the theme "${theme}" has two examples. Keep one of them` }]
        : []),
    ]),
    ...themes
      .filter((theme) => !given.includes(theme))
      .map((theme) => ({
        path: ['examples'],
        message: `the theme "${theme}" has no example. Add "- theme: ${theme}" with "when:" and "will:"`,
      })),
    ...(unthemed && !file.common
      ? [{ path: ['framework'], message: 'what all share stands under no theme. Add "common:" with "when:" and "will:"' }]
      : []),
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
        return [{ path: [...path, part, language], message: `"${text}" stands twice in this file. Write something else here` }];
      }),
    ),
  );
}

function statementIds(file: FrameworkFile): [string, Path][] {
  return [
    ...file.common.statements.map((item, at): [string, Path] => [item.id, ['common', 'statements', at, 'id']]),
    ...file.statements.flatMap((block, at) =>
      block.items.map((item, i): [string, Path] => [item.id, ['statements', at, 'items', i, 'id']]),
    ),
  ];
}

function findDuplicates(ids: readonly [string, Path][]): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap(([id, path]) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path, message: `the id "${id}" is used twice. Give this one an id of its own` }];
  });
}

function findUnknown(what: string, id: string | undefined, known: readonly string[], path: Path): Fault[] {
  if (id === undefined || known.includes(id)) return [];
  const list = known.length > 12 ? `${nearest(id, known)}` : known.join(', ');
  return [{ path, message: `unknown ${what} "${id}". ${list ? `Write one of: ${list}` : `The file names no ${what} yet: add it first`}` }];
}

/** The few known ids that begin most like the one written, to keep a remedy short. */
function nearest(id: string, known: readonly string[]): string {
  const shared = (other: string) => [...id].findIndex((letter, at) => letter !== other[at]);
  return [...known]
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, 5)
    .join(', ');
}

function findUnaddressedRoles(file: FrameworkFile): Fault[] {
  const addressed = new Set(file.statements.map((block) => block.role));
  return file.roles.flatMap((role, at) =>
    addressed.has(role.id)
      ? []
      : [
          {
            path: ['roles', at, 'id'],
            message: `the role "${role.id}" has no statements. Add a block with "role: ${role.id}" under "statements:", or remove the role`,
          },
        ],
  );
}
