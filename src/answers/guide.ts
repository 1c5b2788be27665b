import type { Desk, Draft } from '../cards/desk.js';
import { type CardAction, type Element, heading, paragraph, run, textBlock } from '../cards/elements.js';
import { foldRest, foldUnderHeading } from '../cards/fold.js';
import { ours, sourceNote } from '../cards/frame.js';
import { adopted, statementItems } from '../cards/statements.js';
import { COMMON } from '../content/framework.js';
import {
  type Framework,
  newestFrameworks,
  type Role,
  type RoleRef,
  roleOf,
  type Statement,
  type Theme,
  themeOf,
} from '../content/library.js';
import { partsOf } from '../content/parts.js';
import type { Prompt } from '../content/prompts.js';
import { mostItems, type PlainQuestion } from '../understanding/question.js';
import { type Context, findHome, findOwnRole } from './asker.js';
import type { ChoiceAnswer } from './choice.js';
import { longestRole } from './exhibit.js';
import type { Answered, Asking, Kind } from './kind.js';
import { askCommon, askReflect, askRole, leadOn } from './next.js';
import { pickPrompt } from './pick-prompt.js';

type GuideQuestion = Asking<'guide'>;
type Occasion = NonNullable<GuideQuestion['occasion']>;

/** A conversation guide for a role: statements across themes, a prompt each. */
export type GuideAnswer = Answered<
  'guide',
  RoleRef & {
    readonly occasion: Occasion;
    readonly items: readonly {
      readonly statement: Statement;
      readonly theme: Theme | undefined;
      readonly prompt: Prompt | undefined;
    }[];
  }
>;

/** The kind of {@link GuideAnswer}. */
export const guideKind: Kind<GuideAnswer, GuideAnswer | ChoiceAnswer> = {
  name: 'guide',
  asked: { guide: { find: answerGuide, title: ({ occasion = 'review' }, _, { t }) => t.button.guide[occasion] } },
  card: guideCard,
  subject: ({ framework, role, occasion, items }) => ({
    question: {
      intent: 'guide',
      framework: framework.id,
      role: role.id,
      occasion,
      items: items.map(({ statement, prompt }) => ({ statement: statement.id, ...(prompt && { prompt: prompt.id }) })),
    },
  }),
  facts: ({ framework, role, items }) => ({
    frameworks: [framework],
    roles: [role.label],
    statements: items.map(({ statement }) => statement),
  }),
  exhibits: (context) =>
    newestFrameworks(context.library).flatMap((framework) =>
      (['review', 'onboarding', 'team', 'sparring'] as const).map((occasion) =>
        toGuide(context, framework, longestRole(framework), { intent: 'guide', occasion }),
      ),
    ),
};

/** A conversation guide for a role; asks which role where neither the question nor the profile names one. */
function answerGuide(context: Context, question: GuideQuestion): GuideAnswer | ChoiceAnswer | undefined {
  const own = findOwnRole(context);
  const framework = context.library.framework(question.framework ?? '') ?? findHome(context);
  if (!framework)
    return askWhich(
      question,
      'framework',
      newestFrameworks(context.library).map(({ id }) => ({ framework: id })),
    );
  const role = roleOf(framework, question.role) ?? (own?.framework === framework ? own.role : undefined);
  if (role) return toGuide(context, framework, role, question);
  return askWhich(
    question,
    'role',
    framework.roles.map(({ id }) => ({ framework: framework.id, role: id })),
  );
}

function askWhich(
  question: GuideQuestion,
  about: 'framework' | 'role',
  places: readonly { framework: string; role?: string }[],
): ChoiceAnswer {
  const choices = places.map(
    (place): PlainQuestion => ({ intent: 'guide', ...place, ...(question.occasion && { occasion: question.occasion }) }),
  );
  return { kind: 'choice', about, subject: '', choices, next: [] };
}

function toGuide(context: Context, framework: Framework, role: Role, { occasion = 'review', items: pinned }: GuideQuestion): GuideAnswer {
  const { library, asker } = context;
  const lists = listsFor(framework, role, occasion);
  const chosen = pinned
    ? // A card may say anything: what could not have been chosen is not shown as if it stood there.
      pinned.flatMap(({ statement, prompt }) => {
        const found = lists.flat().find(({ id }) => id === statement);
        return found ? [{ statement: found, prompt: library.promptsFor(found.id).find(({ id }) => id === prompt) }] : [];
      })
    : chooseStatements(context, lists).map((statement) => ({
        statement,
        prompt: pickPrompt([library.promptsFor(statement.id)], asker),
      }));
  const items = chosen.map((item) => ({ ...item, theme: themeOf(framework, item.statement.theme) }));
  const next = leadOn(
    askRole(framework, role),
    occasion !== 'sparring' && { intent: 'guide', framework: framework.id, role: role.id, occasion: 'sparring' },
    occasion !== 'review' && { intent: 'guide', framework: framework.id, role: role.id, occasion: 'review' },
    occasion === 'team' && askCommon(framework),
    askReflect(framework, role),
  );
  return { kind: 'guide', framework, role, occasion, items, next };
}

/** What a guide chooses from, by theme: a role's statements; for a team what it has in common, where that is enough. */
function listsFor(framework: Framework, role: Role, occasion: Occasion): readonly (readonly Statement[])[] {
  const common = framework.common.statements;
  return occasion === 'team' && common.length >= 4 ? [common] : partsOf(framework, role.id).map(({ statements }) => statements);
}

/** Four to six statements, one or two from each list. */
function chooseStatements(context: Context, lists: readonly (readonly Statement[])[]): Statement[] {
  const wanted = lists.length >= 5 ? 6 : lists.length === 3 ? 6 : lists.length === 2 ? 4 : 5;
  const piles = lists.map((list) => preferPrompted(context, list));
  const chosen = new Set<Statement>();
  for (const pile of shuffle(piles, context.asker.random)) {
    if (lists.length > 6 && chosen.size === wanted) break;
    take(pile, chosen);
  }
  while (chosen.size < wanted && piles.some((pile) => pile.length > 0))
    for (const pile of piles) if (chosen.size < wanted) take(pile, chosen);
  return lists
    .flat()
    .filter((statement) => chosen.has(statement))
    .slice(0, mostItems);
}

function take(pile: Statement[], chosen: Set<Statement>): void {
  const statement = pile.shift();
  if (statement) chosen.add(statement);
}

/** Shuffled, statements that have a prompt first. */
function preferPrompted({ library, asker }: Context, statements: readonly Statement[]): Statement[] {
  const has = (statement: Statement) => (library.promptsFor(statement.id).length > 0 ? 0 : 1);
  return shuffle(statements, asker.random).sort((a, b) => has(a) - has(b));
}

function shuffle<T>(items: readonly T[], random: (n: number) => number): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(random(rest.length), 1)[0] as T);
}

/** A conversation guide: what it is for, statements with a question each, and the next step. */
function guideCard({ framework, role, occasion, items, next }: GuideAnswer, desk: Desk): Draft {
  const { t, room } = desk;
  const open = Math.min(room.open, 1);
  const rest = items.slice(open);
  const purpose = textBlock(t.guidePurpose[occasion], { spacing: 'Medium' });
  const place = items.every(({ statement }) => statement.role === COMMON) ? framework.common.heading : role.label;
  return {
    summary: t.guideSummary(t.guideTitle[occasion], role.label),
    head: { title: t.guideTitle[occasion], under: [role.label, framework.name] },
    body: [
      ...(room.prompt === 'open' ? [purpose] : []),
      ...items.slice(0, open).flatMap((item) => pair(item, desk)),
      ...(rest.length > 0
        ? foldRest(
            { id: 'rest', label: '', show: open > 0 ? t.guideMore(rest.length) : t.showStatements(rest.length), spacing: 'Medium' },
            rest.flatMap((item) => pair(item, desk)),
            t,
          )
        : []),
      ...foldUnderHeading(
        { id: 'use', label: t.guideUse, show: t.show },
        [
          textBlock(t.guideHow[occasion]),
          heading(t.guideNext, { spacing: 'Medium' }),
          textBlock(t.guideNextStep[occasion], { spacing: 'Small' }),
        ],
        t,
      ),
      ...sourceNote(
        framework,
        place,
        items.map(({ statement }) => statement),
        desk,
      ),
    ],
    actions: [...desk.lead(next, { framework, role }), ...(occasion === 'review' ? guideSheet(framework.id, role.id, desk) : [])],
  };
}

/** The way to the sheet to print, which there is of the guide for a review, where pages are on. */
export function guideSheet(framework: string, role: string, { t, links }: Desk): CardAction[] {
  if (!links.pages) return [];
  return [{ type: 'Action.OpenUrl', title: t.share.print, url: `${links.pages}/guide/${framework}/${role}` }];
}

/** A statement and, in our own frame, the question to ask about it. */
function pair({ statement, theme, prompt }: GuideAnswer['items'][number], desk: Desk): Element[] {
  const { t, view } = desk;
  const words = adopted(
    statementItems(statement, desk, () => theme?.label.text),
    'Medium',
  );
  if (!prompt) return [words];
  return [words, ours([paragraph([run(`${t.guideAsk}: `, { weight: 'Bolder' }), run(prompt[view.language])])], 'Small')];
}
