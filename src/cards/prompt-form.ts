import type { AnswerOf } from '../answers/answer.js';
import { maxLine, promptAbout, shareFields, subjectOf } from '../answers/sharing.js';
import { type Framework, statementsOf } from '../content/library.js';
import type { Subject } from '../content/place.js';
import type { Desk, Draft } from './desk.js';
import { type ChoiceInput, choiceField, container, plainText, type SubmitAction, textBlock, textField } from './elements.js';

/** A prompt to put into a message: choose what it is about, see it, take another, write a line of one's own. */
export function promptFormCard({ frameworks, about, shown, line }: AnswerOf<'prompt-form'>, desk: Desk): Draft {
  const { t, view } = desk;
  const { framework, prompt } = shown;
  const subject = subjectOf(shown) ?? { framework: framework.id };
  const button = (step: 'another' | 'insert', title: string): SubmitAction => ({
    type: 'Action.Submit',
    title,
    data: { do: 'prompt', step, subject: subject satisfies Subject, language: view.language },
  });
  const box = container(
    [textBlock(t.prompt, { weight: 'Bolder' }), plainText(prompt[view.language], { size: 'Medium' }, { spacing: 'Small' })],
    {
      style: 'emphasis',
      spacing: 'Medium',
    },
  );
  const choices = frameworks.map(({ id, name }) => ({ title: name, value: id }));
  return {
    summary: t.extension.promptTitle,
    body: [
      ...(frameworks.length > 1 ? [choiceField(shareFields.framework, t.extension.framework, choices, { value: framework.id })] : []),
      choiceField(shareFields.about, t.extension.about, aboutChoices(framework, desk), { value: about, spacing: 'Medium' }),
      box,
      textField(shareFields.line, t.extension.line, {
        maxLength: maxLine,
        placeholder: t.share.linePlaceholder,
        spacing: 'Medium',
        ...(line && { value: line }),
      }),
    ],
    actions: [button('insert', t.extension.insert), button('another', t.extension.another)],
  };
}

/** What all share, each role that is spoken to, and each theme. */
function aboutChoices(framework: Framework, { t }: Desk): ChoiceInput['choices'] {
  const { roles, themes } = framework;
  return [
    { title: t.extension.aboutAll, value: promptAbout({}) },
    ...roles
      .filter(({ id }) => statementsOf(framework, id).length > 0)
      .map(({ id: role, label }) => ({ title: label, value: promptAbout({ role }) })),
    ...themes.map(({ id: theme, label }) => ({ title: label.text, value: promptAbout({ theme }) })),
  ];
}
