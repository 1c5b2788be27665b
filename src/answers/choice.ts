import type { Desk, Draft } from '../cards/desk.js';
import { textBlock } from '../cards/elements.js';
import { askRow } from '../cards/fold.js';
import { firstFitting, shortRole } from '../cards/names.js';
import { type Library, newestFrameworks, roleOf, themeOf } from '../content/library.js';
import type { AmbiguousQuestion, PlainQuestion } from '../understanding/question.js';
import { longestRole } from './exhibit.js';
import type { Answered, Facts, Kind } from './kind.js';
import { askRole } from './next.js';

/** Several readings: choose one. "None of these" is always offered. */
export type ChoiceAnswer = Answered<
  'choice',
  { readonly about: AmbiguousQuestion['about']; readonly subject: string; readonly choices: readonly PlainQuestion[] }
>;

/** The kind of {@link ChoiceAnswer}. */
export const choiceKind: Kind<ChoiceAnswer> = {
  name: 'choice',
  asked: {
    ambiguous: {
      find: (_, { about, subject, choices }) => ({ kind: 'choice', about, subject, choices, next: [] }),
      slots: ({ choices }) => ({
        choices: [...new Set(choices.flatMap((choice) => ('framework' in choice && choice.framework ? [choice.framework] : [])))],
      }),
    },
  },
  card: choiceCard,
  facts,
  exhibits: ({ library }) => {
    const newest = newestFrameworks(library);
    const roles = newest.map((framework) => askRole(framework, longestRole(framework)));
    return [
      { kind: 'choice', about: 'framework', subject: 'Direktør', choices: roles, next: [] },
      { kind: 'choice', about: 'title', subject: 'sygeplejerske', choices: roles, next: [] },
      ...newest.slice(0, 2).map(({ id, roles: all }): ChoiceAnswer => {
        const choices = all.map((role): PlainQuestion => ({ intent: 'guide', framework: id, role: role.id }));
        return { kind: 'choice', about: 'role', subject: '', choices, next: [] };
      }),
    ];
  },
};

/** At most this many choices are buttons, beside "none"; more become rows. */
const BUTTONS = 2;

/** Several readings: the person chooses one, by a tap or by typing it. */
function choiceCard({ about, subject, choices }: ChoiceAnswer, desk: Desk): Draft {
  const { t } = desk;
  const title = about === 'framework' ? t.choice.framework(subject, choices.length) : t.choice[about](subject);
  const none = desk.ask({ intent: 'help' }, t.button.none);
  const labels = choices.map((choice) => labelOf(choice, about, desk));
  const actions = choices.map((choice, at) => desk.ask(choice, labels[at] ?? ''));
  const hint = textBlock(t.choiceHint, { isSubtle: true, spacing: 'Small' });
  if (choices.length <= BUTTONS) return { summary: title, head: { title }, body: [hint], actions: [...actions, none] };
  const rows = actions.map((action) => askRow(action.title, t.seeRole, action));
  return { summary: title, head: { title }, body: [hint, ...rows], actions: [none] };
}

/** What differs between the choices: the framework, the role, or the whole question. */
function labelOf(choice: PlainQuestion, about: ChoiceAnswer['about'], { library, title, t }: Desk): string {
  // Of two sides the first is the one to choose: the other is the asker's own.
  const place = choice.intent === 'compare-roles' ? choice.sides[0] : choice;
  const framework = place && 'framework' in place ? library.framework(place.framework ?? '') : undefined;
  const role = framework && place && 'role' in place ? roleOf(framework, place.role) : undefined;
  if (framework && (about === 'framework' || (about === 'title' && !role))) return framework.name;
  if (about === 'role' && role) return shortRole(role);
  if (about === 'title' && framework && role) return firstFitting(t.button.roleIn(shortRole(role), framework.name), shortRole(role));
  return title(choice, {});
}

function facts({ choices }: ChoiceAnswer, { library }: { readonly library: Library }): Facts {
  const places = choices.flatMap((choice) => {
    const framework = 'framework' in choice && choice.framework ? library.framework(choice.framework) : undefined;
    return framework ? [{ choice, framework, role: 'role' in choice ? roleOf(framework, choice.role) : undefined }] : [];
  });
  const [first] = places;
  return {
    frameworks: places.map(({ framework }) => framework),
    roles: places.flatMap(({ role }) => (role ? [role.label] : [])),
    theme: first && first.choice === choices[0] && 'theme' in first.choice ? themeOf(first.framework, first.choice.theme) : undefined,
    statements: [],
  };
}
