import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { plainText } from '../cards/elements.js';
import { editionNote, promptBox, roleHead, roleNote, sourceNote } from '../cards/frame.js';
import { editionTitle, firstFitting, roleName, shortRole, shortTheme, themeGloss } from '../cards/names.js';
import { partSection } from '../cards/sections.js';
import { flagOf, openHeading, section, subthemeLabel, subthemeLabelsOf } from '../cards/statements.js';
import { type Framework, findRoleRef, newestFrameworks, type Role, type RoleRef, type Theme, themeOf } from '../content/library.js';
import { neighboursOf, type Part, statementsIn, subpartsOf } from '../content/parts.js';
import type { Prompt } from '../content/prompts.js';
import type { Context } from './asker.js';
import { longestRole } from './exhibit.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askInEdition, askPart, askReflect, askRole, editionsOf, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';
import { answerReflect, type ReflectAnswer } from './reflect.js';
import type { TopicAnswer } from './topic.js';

/** One theme of a role; a part per subtheme where there are any. */
export type PartOfRoleAnswer = Answered<
  'part-of-role',
  RoleRef & {
    readonly theme: Theme;
    /** What was shown in full before it, where more was wanted. */
    readonly before?: Theme | undefined;
    readonly parts: readonly Part[];
    readonly prompt?: Prompt;
    readonly older?: Framework;
    readonly newer?: Framework;
  }
>;

type PartQuestion = Asking<'section' | 'competency'>;
type Found = PartOfRoleAnswer | ReflectAnswer | TopicAnswer;

/** Both intents ask for it: sections in frameworks whose themes are sections, themes in all others. */
const asked = { find, title, phrase };

/** The kind of {@link PartOfRoleAnswer}. */
export const partOfRoleKind: Kind<PartOfRoleAnswer, Found> = {
  name: 'part-of-role',
  fixed: () => true,
  asked: { section: asked, competency: asked },
  card: partOfRoleCard,
  subject: ({ framework, role, theme }) => ({ framework: framework.id, role: role.id, theme: theme.id }),
  facts: ({ framework, role, theme, parts }) => ({ frameworks: [framework], roles: [role.label], theme, statements: statementsIn(parts) }),
  sections: ({ parts }) => parts.map(partSection),
  exhibits: (context) =>
    newestFrameworks(context.library).flatMap((framework) =>
      framework.themes.slice(0, 1).map((theme) => answerPartOfRole(context, framework, longestRole(framework), theme)),
    ),
};

/** More about one of its statements is a question to think about. */
function find(context: Context, question: PartQuestion): Found | undefined {
  const found = findRoleRef(context.library, question.framework, question.role);
  if (!found) return undefined;
  if (question.statement) return answerReflect(context, { intent: 'reflect', statement: question.statement });
  const theme = themeOf(found.framework, question.theme);
  const before = themeOf(found.framework, question.after);
  return theme && { ...answerPartOfRole(context, found.framework, found.role, theme, question.subtheme), ...(before && { before }) };
}

/** One section or theme of a role; `subtheme` narrows it. */
export function answerPartOfRole(context: Context, framework: Framework, role: Role, theme: Theme, subtheme?: string): PartOfRoleAnswer {
  const { library, asker } = context;
  const narrowed = subtheme ? subpartsOf(framework, role.id, theme, subtheme) : [];
  const parts = narrowed.length > 0 ? narrowed : subpartsOf(framework, role.id, theme);
  const prompt = pickPrompt([promptsOf(library, statementsIn(parts)), library.promptsForTheme(framework.id, theme.id)], asker);
  const editions = editionsOf(library, framework);
  const [neighbour] = neighboursOf(framework, role);
  const next = leadOn(
    askInEdition(editions.newer, role, theme),
    narrowed.length > 0 && theme.subthemes.length > 1 && askPart(framework, role, theme),
    askRole(framework, role),
    askInEdition(editions.older, role, theme),
    theme.definition && { intent: 'definition', framework: framework.id, theme: theme.id },
    framework.themeKind === 'section' && nextTheme(framework, role, theme),
    prompt && askReflect(framework, role, theme, prompt.id),
    neighbour && askPart(framework, neighbour, theme),
  );
  return { kind: 'part-of-role', framework, role, theme, parts, ...(prompt && { prompt }), ...editions, next };
}

function nextTheme(framework: Framework, role: Role, theme: Theme) {
  const following = framework.themes[(framework.themes.indexOf(theme) + 1) % framework.themes.length];
  return following && following !== theme && askPart(framework, role, following);
}

/** One section or theme of a role. */
function partOfRoleCard(answer: PartOfRoleAnswer, desk: Desk): Draft {
  const { framework, role, theme, before, parts, prompt, next } = answer;
  const statements = statementsIn(parts);
  return {
    summary: desk.t.partSummary(theme.label.text, roleName(role, desk.view.language)),
    head: roleHead(answer, desk),
    body: [
      ...(before ? [plainText(desk.t.thatWasAll(before.label.text), { size: 'Small', isSubtle: true })] : []),
      ...roleNote(role, desk),
      ...editionNote(answer, desk),
      ...openHeading(theme.label.text, themeGloss(theme, desk.view.language), 'Medium'),
      ...flagOf(framework, { theme }, desk),
      ...section('part', statements, desk, subthemeLabel(framework)),
      ...promptBox(prompt, desk),
      ...sourceNote(framework, `${role.label}: ${theme.label.text}`, [...statements, ...subthemeLabelsOf(parts), theme.label], desk, role),
    ],
    actions: desk.lead(next, { framework, role, theme }),
  };
}

function title(question: PartQuestion, here: Here, { library, t }: Voice): string {
  const found = findRoleRef(library, question.framework, question.role);
  const theme = found && themeOf(found.framework, question.theme);
  if (!found || !theme) return t.button.help;
  const { framework, role } = found;
  const edition = editionTitle(framework, here.framework, t);
  if (edition) return edition;
  const [short, name] = [shortTheme(theme), shortRole(role)];
  if (here.role !== role && here.theme === theme) return firstFitting(t.button.sameFor(name), t.button.role(name), name);
  return firstFitting(...(here.role === role ? [] : [t.button.partFor(short, name)]), t.button.part(short), short);
}

function phrase(question: PartQuestion, { library, language, t }: Voice): string {
  const found = findRoleRef(library, question.framework, question.role);
  const theme = found && themeOf(found.framework, question.theme);
  return found && theme ? t.phrase.part(theme.label.text, roleName(found.role, language)) : t.phrase.other;
}
