/**
 * Every kind of card from real content, for people who look at them: editors, reviewers, and tests.
 *
 * A new kind of answer without an entry here does not compile.
 */
import type { Answer } from '../../answers/answer.js';
import type { AnswerableQuestion, Answerer } from '../../answers/answerer.js';
import type { Asker } from '../../answers/asker.js';
import { askCommon, askPart, askReflect, askRole } from '../../answers/next.js';
import { answerCare } from '../../answers/simple.js';
import type { View } from '../../cards/desk.js';
import { levels } from '../../content/framework.js';
import type { Language } from '../../content/language.js';
import { type Framework, type Library, newestFrameworks, olderEdition, type Role } from '../../content/library.js';
import type { PlainQuestion } from '../../understanding/question.js';
import { peopleRooms, suggestionOf } from './people.js';
import { isForTeam, planRooms } from './plan.js';
import { sharingRooms } from './sharing.js';

/** One card to look at. */
export type GalleryEntry = { readonly title: string; readonly answer: Answer; readonly view: View };

type Kind = Answer['kind'];

/** Asks as somebody in the gallery does: with a role or without, here or in a group. */
type Ask = (question: AnswerableQuestion, as?: Partial<Asker>) => Answer;

type Scene = { readonly library: Library; readonly ask: Ask; readonly answer: Answerer };

/** Lists the gallery: Danish cards of every kind, the first of each kind in English too, and a few special views. */
export function listGallery(library: Library, answer: Answerer): GalleryEntry[] {
  const ask: Ask = (question, as = {}) => answer(question, { group: false, random: () => 0, language: 'da', ...as });
  const scene = { library, ask, answer };
  return (Object.keys(rooms) as Kind[]).flatMap((kind) => {
    const answers = rooms[kind](scene).filter((each) => each.kind === kind);
    const danish = answers.map((each, at): GalleryEntry => ({ title: `${kind} ${at + 1}`, answer: each, view: viewIn('da', each) }));
    const [first] = answers;
    return [
      ...danish,
      ...(first ? [{ title: `${kind}, English`, answer: first, view: viewIn('en', first) }] : []),
      ...specialViews(kind, first),
    ];
  });
}

function viewIn(language: Language, answer: Answer): View {
  return {
    language,
    group: (answer.kind === 'help' && answer.mention) || isForTeam(answer),
    notes: answer.kind === 'reflect' || answer.kind === 'nudge',
  };
}

/** A correction, and a title that no document names. */
function specialViews(kind: Kind, answer: Answer | undefined): GalleryEntry[] {
  if ((kind === 'welcome' || kind === 'reflect') && answer)
    return [{ title: `${kind} in a group`, answer, view: { language: 'da', group: true } }];
  if (answer?.kind !== 'expectations') return [];
  const others = answer.framework.roles
    .filter((role) => role !== answer.role)
    .slice(0, 2)
    .map((role) => askRole(answer.framework, role));
  const corrections = [{ from: 'kontorhcef', to: 'kontorchef' }];
  return [
    {
      title: 'expectations, read differently',
      answer,
      view: { language: 'da', group: false, reading: { corrections, assumed: { said: 'mellemleder', role: answer.role, others } } },
    },
  ];
}

const rooms: { readonly [K in Kind]: (scene: Scene) => readonly Answer[] } = {
  welcome: ({ library, answer }) => {
    const welcome = answer.on('welcome', { group: false, random: () => 0, language: 'da' });
    return [welcome, { ...welcome, suggestion: suggestionOf(library) } as Answer];
  },
  help: ({ ask }) => [ask({ intent: 'help' }), ask({ intent: 'help' }, { group: true })],
  expectations: ({ library, ask }) => library.frameworks.map((framework) => ask(askRole(framework, longestRole(framework)))),
  'part-of-role': ({ library, ask }) => newestFrameworks(library).map((framework) => ask(partOf(framework, longestRole(framework)))),
  definition: ({ library, ask }) => definitionsOf(library).map((question) => ask(question)),
  common: ({ library, ask }) => library.frameworks.map((framework) => ask(askCommon(framework))),
  about: ({ library, ask }) => library.frameworks.map(({ id }) => ask({ intent: 'about', framework: id })),
  frameworks: ({ ask }) => [ask({ intent: 'about' })],
  topic: ({ library, ask }) => [
    ask({ intent: 'topic', text: 'data' }, profileOf(library)),
    ask({ intent: 'topic', text: 'psykologisk tryghed' }),
    ask({ intent: 'topic', text: 'qwerty' }),
  ],
  reflect: ({ library, ask }) => newestFrameworks(library).map((framework) => ask(askReflect(framework, longestRole(framework)))),
  'compare-roles': ({ library, ask }) =>
    newestFrameworks(library).flatMap((framework) => [
      ask(pairOf(framework)),
      ask({ ...pairOf(framework), theme: framework.themes[0]?.id ?? '' }),
    ]),
  'compare-frameworks': ({ library, ask }) => comparisonsOf(library).map((question) => ask(question)),
  'compare-editions': ({ library, ask }) =>
    library.frameworks.flatMap((framework) => editionsOf(library, framework)).map((question) => ask(question)),
  guide: ({ library, ask }) =>
    newestFrameworks(library).flatMap((framework) =>
      (['review', 'onboarding', 'team', 'sparring'] as const).map((occasion) =>
        ask({ intent: 'guide', framework: framework.id, role: longestRole(framework).id, occasion }),
      ),
    ),
  choice: ({ library, ask }) => [
    ask({
      intent: 'ambiguous',
      about: 'framework',
      subject: 'Direktør',
      choices: newestFrameworks(library).map((framework) => askRole(framework, longestRole(framework))),
    }),
    ...newestFrameworks(library)
      .slice(0, 2)
      .map((framework) => ask({ intent: 'guide', framework: framework.id })),
  ],
  refusal: ({ ask }) => [
    ...(['unknown', 'terms', 'people', 'writing', 'rude', 'injection', 'language', 'time'] as const).map((reason) =>
      ask({ intent: 'out-of-scope', reason }),
    ),
    ask({ intent: 'out-of-scope', reason: 'unknown' }, { again: true }),
  ],
  smalltalk: ({ ask }) =>
    (['hello', 'thanks', 'bye', 'how-are-you', 'praise', 'complaint', 'who-are-you'] as const).map((tone) =>
      ask({ intent: 'smalltalk', tone }),
    ),
  care: () => [answerCare('message'), answerCare('message', true), answerCare('note'), answerCare('round')],
  privacy: ({ ask }) => [ask({ intent: 'privacy' })],
  attachment: ({ answer }) => [answer.on('attachment', { group: false, random: () => 0, language: 'da' })],
  gone: ({ ask }) => [ask({ intent: 'about', framework: 'no-such-framework' })],
  sorry: ({ answer }) =>
    (['broken', 'busy', 'long', 'memory', 'outdated'] as const).map((why) =>
      answer.on(why, { group: false, random: () => 0, language: 'da' }),
    ),
  ...peopleRooms,
  ...sharingRooms,
  ...planRooms,
};

/** The kinds of which the gallery shows nothing; empty when all is well. */
export function missingKinds(entries: readonly GalleryEntry[]): Kind[] {
  return (Object.keys(rooms) as Kind[]).filter((kind) => !entries.some(({ answer }) => answer.kind === kind));
}

/** Long names show best whether a card holds. */
function longestRole(framework: Framework): Role {
  return [...framework.roles].sort((a, b) => b.label.length - a.label.length)[0] as Role;
}

function partOf(framework: Framework, role: Role): AnswerableQuestion {
  return askPart(framework, role, framework.themes[0] as Framework['themes'][number]);
}

function profileOf(library: Library): Partial<Asker> {
  const [framework] = newestFrameworks(library);
  return framework ? { profile: { framework: framework.id, role: longestRole(framework).id } } : {};
}

function definitionsOf(library: Library): AnswerableQuestion[] {
  return newestFrameworks(library).flatMap(({ id, themes, terms, themeKind }): AnswerableQuestion[] => {
    const [theme] = themes;
    const [subtheme] = theme?.subthemes ?? [];
    const intent = 'definition';
    return [
      ...(theme && themeKind === 'theme' ? [{ intent, framework: id, theme: theme.id } as const] : []),
      ...(theme && subtheme ? [{ intent, framework: id, theme: theme.id, subtheme: subtheme.id } as const] : []),
      ...terms.slice(0, 1).map((term) => ({ intent, framework: id, term: term.id }) as const),
    ];
  });
}

function pairOf(framework: Framework): Extract<PlainQuestion, { intent: 'compare-roles' }> {
  return { intent: 'compare-roles', sides: framework.roles.slice(-2).map(({ id }) => ({ framework: framework.id, role: id })) };
}

function comparisonsOf(library: Library): AnswerableQuestion[] {
  const newest = newestFrameworks(library).slice(0, 5);
  const all = newest.map(({ id }) => id);
  const themes = newest.flatMap((framework) =>
    framework.themeKind === 'theme' ? framework.themes.map(({ id }) => ({ framework: framework.id, id })) : [],
  );
  const shared = themes.find(({ id }, at) => themes.findIndex((other) => other.id === id) !== at)?.id;
  const two = shared ? themes.filter(({ id }) => id === shared).map(({ framework }) => framework) : [];
  const intent = 'compare-frameworks';
  return [
    { intent, frameworks: all },
    { intent, frameworks: all, level: levels[3] },
    ...(shared
      ? ([
          { intent, frameworks: two, theme: shared },
          { intent, frameworks: two, theme: shared, level: levels[2] },
        ] as const)
      : []),
  ];
}

function editionsOf(library: Library, framework: Framework): AnswerableQuestion[] {
  const older = olderEdition(library, framework);
  if (!older) return [];
  const whole = { intent: 'compare-editions', older: older.id, newer: framework.id } as const;
  return [whole, { ...whole, page: 5 }, { ...whole, role: longestRole(framework).id }];
}
