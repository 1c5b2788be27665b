import type { AnswerOf } from '../answers/answer.js';
import type { Desk, Draft } from './desk.js';
import { type Element, heading, plainText, textBlock } from './elements.js';
import { foldRest, foldUnderHeading } from './fold.js';
import { promptBox, sourcesNote } from './frame.js';
import { adopted, type Label, statementItems } from './statements.js';

type Topic = AnswerOf<'topic'>;
type Group = Topic['groups'][number];

const SHOWN = 3;

/** Statements about a topic: the three best of the nearest framework, the rest folded. */
export function topicCard(answer: Topic, desk: Desk): Draft {
  const { groups, topic, prompt, next } = answer;
  const { t } = desk;
  const [first, ...others] = groups;
  if (!first) return emptyCard(answer, desk);
  const wordings = groups.flatMap(({ hits }) => hits.map(({ statement }) => statement));
  return {
    summary: t.topicSummary,
    body: [
      heading(t.topic, { size: 'Large' }),
      plainText(t.quoted(topic), { size: 'Medium', weight: 'Bolder' }, { spacing: 'None' }),
      ...nearest(first, desk),
      ...others.flatMap((group, at) =>
        foldUnderHeading(
          { id: `group-${at}`, label: group.framework.name, show: t.showStatements(group.hits.length) },
          [listing(group.hits, desk)],
          t,
        ),
      ),
      ...promptBox(prompt, desk),
      ...sourcesNote(
        groups.map(({ framework }) => framework),
        groups.length === 1 ? placeOf(first) : undefined,
        wordings,
        desk,
      ),
    ],
    actions: desk.lead(next, { framework: first.framework }),
  };
}

function emptyCard({ topic, next }: Topic, desk: Desk): Draft {
  const { t } = desk;
  const body = [
    heading(t.topicEmpty, { size: 'Large' }),
    plainText(t.quoted(topic), { size: 'Medium', weight: 'Bolder' }, { spacing: 'None' }),
    textBlock(t.topicEmptyNote, { spacing: 'Medium' }),
  ];
  return { summary: t.refusalTitle.unknown, body, actions: desk.lead(next, {}) };
}

function nearest({ framework, hits }: Group, desk: Desk): Element[] {
  const rest = hits.slice(SHOWN);
  return [
    heading(framework.name, { spacing: 'Large' }),
    listing(hits.slice(0, SHOWN), desk),
    ...(rest.length > 0
      ? foldRest(
          { id: 'rest', label: framework.name, show: desk.t.topicMore(rest.length), spacing: 'Small' },
          [listing(rest, desk)],
          desk.t,
        )
      : []),
  ];
}

/** Statements of several roles and themes, each under its own. */
function listing(hits: Group['hits'], desk: Desk): Element {
  const places = new Map(
    hits.map(({ statement, role, theme }) => [
      statement.id,
      [role?.label ?? desk.t.allLeaders, theme?.label.text].filter(Boolean).join(' · '),
    ]),
  );
  const label: Label = ({ id }) => places.get(id);
  return adopted(hits.flatMap(({ statement }) => statementItems(statement, desk, label)));
}

/** Where the best statement stands; of several documents each statement says it itself. */
function placeOf({ hits }: Group): string | undefined {
  const [best] = hits;
  return best?.role && best.theme ? `${best.role.label}: ${best.theme.label.text}` : best?.role?.label;
}
