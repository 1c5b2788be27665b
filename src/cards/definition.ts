import type { AnswerOf } from '../answers/answer.js';
import { askPart } from '../answers/next.js';
import type { Desk, Draft } from './desk.js';
import { type Element, plainText, textBlock } from './elements.js';
import { askRow } from './fold.js';
import { header, promptBox, sourceNote } from './frame.js';
import { shortRole, themeGloss } from './names.js';
import { adopted, definitionLine, flagOf } from './statements.js';

type Definition = AnswerOf<'definition'>;

/** What a theme, a subtheme or a term means, and whom it addresses. */
export function definitionCard(answer: Definition, desk: Desk): Draft {
  const { framework, theme, subtheme, term, prompt, next } = answer;
  const { t, view } = desk;
  const name = subtheme?.label.text ?? theme?.label.text ?? term?.label ?? '';
  const kind = theme && !subtheme ? t.themeIs(framework.themeNames[view.language][0]) : undefined;
  const wordings = [term?.text, theme?.definition, theme?.label, ...(theme?.subthemes ?? []).map(({ label }) => label)].flatMap(
    (each) => each ?? [],
  );
  return {
    summary: t.definitionSummary(name),
    body: [
      ...header(name, [
        theme && !subtheme && themeGloss(theme, view.language),
        kind,
        subtheme && theme && t.partOf(theme.label.text),
        framework.name,
      ]),
      ...(theme ? flagOf(framework, { theme }, desk) : []),
      ...explanation(answer, desk),
      ...roleRows(answer, desk),
      ...promptBox(prompt, desk),
      ...sourceNote(framework, term ? (term.heading ?? undefined) : theme?.label.text, wordings, desk),
    ],
    actions: desk.lead(next, { framework, theme }),
  };
}

function explanation({ theme, subtheme, term }: Definition, { t }: Desk): Element[] {
  if (term)
    return [
      adopted([plainText(term.text.text), ...term.items.map((item) => plainText(`• ${item.text}`, {}, { spacing: 'Small' }))], 'Medium'),
    ];
  if (!theme?.definition) return [textBlock(t.noDefinition, { spacing: 'Medium' })];
  const words = adopted(definitionLine(theme), 'Medium');
  if (subtheme || theme.subthemes.length === 0) return [words];
  const list = theme.subthemes.map(({ label }) => plainText(label.text, {}, { spacing: 'Small' }));
  return [words, textBlock(t.subthemes, { weight: 'Bolder', spacing: 'Medium' }), adopted(list)];
}

function roleRows({ framework, theme, subtheme, roles }: Definition, desk: Desk): Element[] {
  if (!theme || roles.length === 0 || desk.view.inserted) return [];
  const { t } = desk;
  const rows = roles.map((role) =>
    askRow(
      role.label,
      t.seeRole,
      desk.ask(askPart(framework, role, theme, subtheme?.id), t.button.partFor(theme.label.text, shortRole(role))),
    ),
  );
  return [textBlock(t.forRole, { weight: 'Bolder', spacing: 'Large' }), ...rows];
}
