import { maxLine, shareFields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { type ChoiceInput, choiceField, type SubmitAction, textField } from '../cards/elements.js';
import { promptBox } from '../cards/frame.js';
import { type Framework, newestFrameworks, statementsOf } from '../content/library.js';
import type { Subject } from '../content/place.js';
import { nastyLine, promptPlace } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { answerPlace } from './place.js';
import { type ReflectAnswer, subjectOfPrompt } from './reflect.js';

/** A prompt to put into a message of one's own, and what else it could be about; `about` is {@link promptAbout}. */
export type PromptFormAnswer = Answered<
  'prompt-form',
  { readonly frameworks: readonly Framework[]; readonly about: string; readonly shown: ReflectAnswer; readonly line?: string }
>;

/** The kind of {@link PromptFormAnswer}. */
export const promptFormKind: Kind<PromptFormAnswer> = {
  name: 'prompt-form',
  screens: () => 2,
  card: promptFormCard,
  exhibits: (context) => {
    const shown = answerPlace(context, promptPlace(context.library), 'da');
    if (shown.kind !== 'reflect') return [];
    const about = promptAbout({ role: shown.role?.id });
    return [{ kind: 'prompt-form', frameworks: newestFrameworks(context.library), about, shown, line: nastyLine.slice(0, 40), next: [] }];
  },
};

/** What a prompt is about, as the value of a choice: `common`, `role:<id>` or `theme:<id>`. */
export function promptAbout({ role, theme }: { readonly role?: string | undefined; readonly theme?: string | undefined }): string {
  return role ? `role:${role}` : theme ? `theme:${theme}` : 'common';
}

/** A prompt to put into a message: choose what it is about, see it, take another, write a line of one's own. */
function promptFormCard({ frameworks, about, shown, line }: PromptFormAnswer, desk: Desk): Draft {
  const { t, view } = desk;
  const { framework, prompt } = shown;
  const subject = subjectOfPrompt(shown);
  const button = (step: 'another' | 'insert', title: string): SubmitAction => ({
    type: 'Action.Submit',
    title,
    data: { do: 'prompt', step, subject: subject satisfies Subject, language: view.language },
  });
  const choices = frameworks.map(({ id, name }) => ({ title: name, value: id }));
  return {
    summary: t.extension.promptTitle,
    body: [
      ...(frameworks.length > 1 ? [choiceField(shareFields.framework, t.extension.framework, choices, { value: framework.id })] : []),
      choiceField(shareFields.about, t.extension.about, aboutChoices(framework, desk), { value: about, spacing: 'Medium' }),
      ...promptBox(prompt, desk, 'first'),
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
