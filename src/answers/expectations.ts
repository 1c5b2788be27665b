import type { Desk, Draft, Here, Voice } from '../cards/desk.js';
import { editionNote, promptBox, roleHead, roleNote, sourceNote } from '../cards/frame.js';
import { editionTitle, firstFitting, roleName, shortRole } from '../cards/names.js';
import { partSection } from '../cards/sections.js';
import { partList, subthemeLabelsOf } from '../cards/statements.js';
import { COMMON } from '../content/framework.js';
import { type Framework, findRoleRef, type Role, type RoleRef, statementsOf } from '../content/library.js';
import { neighboursOf, type Part, partsOf, statementsIn } from '../content/parts.js';
import type { Prompt } from '../content/prompts.js';
import type { Context } from './asker.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askCommon, askGuide, askInEdition, askPart, askReflect, askRole, editionsOf, leadOn } from './next.js';
import { pickPrompt, promptsOf } from './pick-prompt.js';

/** What is expected of a role: a part per theme. */
export type ExpectationsAnswer = Answered<
  'expectations',
  RoleRef & { readonly parts: readonly Part[]; readonly prompt?: Prompt; readonly older?: Framework; readonly newer?: Framework }
>;

/** The kind of {@link ExpectationsAnswer}. */
export const expectationsKind: Kind<ExpectationsAnswer> = {
  name: 'expectations',
  fixed: () => true,
  asked: { expectations: { find, title, phrase } },
  card: expectationsCard,
  subject: ({ framework, role }) => ({ framework: framework.id, role: role.id }),
  facts: ({ framework, role, parts }) => ({ frameworks: [framework], roles: [role.label], statements: statementsIn(parts) }),
  sections: ({ parts }) => parts.map(partSection),
  exhibits: (context) =>
    context.library.frameworks.flatMap((framework) =>
      [...framework.roles].sort((a, b) => b.label.length - a.label.length).map((role) => answerExpectations(context, framework, role)),
    ),
};

function find(context: Context, question: Asking<'expectations'>): ExpectationsAnswer | undefined {
  const found = findRoleRef(context.library, question.framework, question.role);
  return found && answerExpectations(context, found.framework, found.role);
}

/** All that is expected of a role. */
export function answerExpectations(context: Context, framework: Framework, role: Role): ExpectationsAnswer {
  const { library, asker } = context;
  const parts = partsOf(framework, role.id);
  const prompt = pickPrompt([promptsOf(library, statementsIn(parts)), promptsOf(library, statementsOf(framework, COMMON))], asker);
  const editions = editionsOf(library, framework);
  const [neighbour] = neighboursOf(framework, role);
  const next = leadOn(
    askInEdition(editions.newer, role),
    askCommon(framework),
    askInEdition(editions.older, role),
    prompt && askReflect(framework, role, undefined, prompt.id),
    askGuide(framework, role),
    neighbour && { intent: 'compare-roles', sides: [role, neighbour].map(({ id }) => ({ framework: framework.id, role: id })) },
    neighbour && askRole(framework, neighbour),
  );
  return { kind: 'expectations', framework, role, parts, ...(prompt && { prompt }), ...editions, next };
}

/** All that is expected of a role. */
function expectationsCard(answer: ExpectationsAnswer, desk: Desk): Draft {
  const { framework, role, parts, prompt, next } = answer;
  return {
    summary: desk.t.expectationsSummary(roleName(role, desk.view.language), framework.name),
    head: roleHead(answer, desk),
    body: [
      ...roleNote(role, desk),
      ...editionNote(answer, desk),
      ...partList(framework, parts, (theme) => askPart(framework, role, theme), desk),
      ...promptBox(prompt, desk),
      ...sourceNote(framework, role.label, [...statementsIn(parts), ...subthemeLabelsOf(parts)], desk, role),
    ],
    actions: desk.lead(next, { framework, role }),
  };
}

function title(question: Asking<'expectations'>, here: Here, { library, t }: Voice): string {
  const found = findRoleRef(library, question.framework, question.role);
  if (!found) return t.button.help;
  const { framework, role } = found;
  const name = shortRole(role);
  const edition = here.role?.id === role.id ? editionTitle(framework, here.framework, t) : undefined;
  if (edition) return edition;
  if (here.framework && here.framework !== framework) return firstFitting(t.button.roleIn(name, framework.name), t.button.role(name), name);
  return here.role === role ? t.button.whole : firstFitting(t.button.role(name), name);
}

function phrase(question: Asking<'expectations'>, { library, language, t }: Voice): string {
  const found = findRoleRef(library, question.framework, question.role);
  return found ? t.phrase.role(roleName(found.role, language)) : t.phrase.other;
}
