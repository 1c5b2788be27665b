/**
 * The gallery's cards about sharing: made-up colleagues, real content.
 */
import type { Answer } from '../../answers/answer.js';
import type { Answerer } from '../../answers/answerer.js';
import { answerPlace } from '../../answers/place.js';
import { promptAbout, type SharedKind, type Talk } from '../../answers/sharing.js';
import { type Framework, type Library, newestFrameworks, type Role, roleOf } from '../../content/library.js';
import { findPlace, type Place, subjectOfStatement } from '../../content/place.js';

type Room = (scene: { readonly library: Library; readonly answer: Answerer }) => readonly Answer[];

const nasty = '**Se her** [klik](https://ond.example) <at>Alle</at> ![](https://ond.example/x.png)\nny linje';
const talks: readonly Talk[] = [
  {
    id: '19:a@thread.v2',
    kind: 'groupChat',
    name: 'Lederteam Pædagogik og Trivsel',
    at: new Date('2026-11-24T07:30:00Z'),
    zone: 'Europe/Copenhagen',
  },
  { id: '19:b@thread.tacv2', kind: 'channel', name: undefined, at: new Date('2026-11-20T07:30:00Z'), zone: 'Europe/Copenhagen' },
];
const colleagues = ['Mette Sørensen', 'Lars Østergaard', 'Åse Lindholm'];
const said = ['Vi sluttede mødet til tiden, og alle havde talt.', 'Jeg ringede i stedet for at skrive.', nasty];

/** Answers of each kind about sharing. */
export const sharingRooms: { readonly [K in SharedKind['kind']]: Room } = {
  statement: ({ library, answer }) =>
    newestFrameworks(library).map((framework) => answerPlace(answer, statementIn(library, framework), 'da')),
  'prompt-form': ({ library, answer }) => {
    const shown = answerPlace(answer, promptIn(library), 'da');
    if (shown.kind !== 'reflect') return [];
    const about = promptAbout({ role: shown.role?.id });
    return [{ kind: 'prompt-form', frameworks: newestFrameworks(library), about, shown, line: nasty.slice(0, 40), next: [] }];
  },
  'share-form': ({ library }) => {
    const place = promptIn(library);
    return [
      { kind: 'share-form', place, conversations: talks, next: [] },
      { kind: 'share-form', place: statementIn(library), conversations: talks, remark: 'not-member', draft: nasty.slice(0, 60), next: [] },
      { kind: 'share-form', place, conversations: [], next: [] },
    ];
  },
  'share-done': () => talks.map((to) => ({ kind: 'share-done', to, next: [] })),
  'share-away': () => (['nothing', 'gone', 'group'] as const).map((why) => ({ kind: 'share-away', why, next: [] })),
  shared: ({ library, answer }) => listShared(library, answer),
};

function listShared(library: Library, answer: Answerer): Answer[] {
  const place = promptIn(library);
  const shared = (at: Place): Extract<Answer, { kind: 'shared' }> => ({
    kind: 'shared',
    id: 'share-1',
    place: at,
    inner: answerPlace(answer, at, 'da'),
    by: colleagues[0],
    line: 'Kan vi tage den på mandag?',
    viewers: ['29:1alice'],
    next: [],
  });
  const own = ownOf(library, answer, place);
  const theme = themeIn(library);
  const round = { open: true, count: 18, answers: said.map((text, at) => ({ name: colleagues[at] ?? '', text })) };
  return [
    { ...shared(place), line: nasty, by: '**Mette** [x](https://ond.example)' },
    { ...shared(place), viewer: { own, isSharer: false } },
    { ...shared(place), viewer: { isSharer: false }, by: undefined, line: undefined },
    shared(theme),
    { ...shared(theme), viewer: { own: ownOf(library, answer, theme), isSharer: false } },
    { ...shared(theme), viewer: { own: { ...ownOf(library, answer, theme), near: true }, isSharer: false } },
    { ...shared(place), round: { open: true, count: 0, answers: [] } },
    { ...shared(place), round, viewer: { isSharer: true, own, remark: 'long' } },
    { ...shared(place), round: { ...round, open: false } },
  ];
}

function ownOf(library: Library, answer: Answerer, { theme }: Place) {
  const framework = newestFrameworks(library)[0] as Framework;
  const role = framework.roles[0] as Role;
  const place = findPlace(library, { framework: framework.id, role: role.id, ...(theme && { theme: theme.id }) }) as Place;
  return { framework, role, near: false, inner: answerPlace(answer, place, 'da') };
}

function statementIn(library: Library, framework = newestFrameworks(library)[0] as Framework): Place {
  return findPlace(library, subjectOfStatement(framework.statements[1] as Framework['statements'][number])) as Place;
}

function promptIn(library: Library): Place {
  const framework = newestFrameworks(library)[0] as Framework;
  const found = framework.statements.flatMap((each) => library.promptsFor(each.id).map((prompt) => subjectOfStatement(each, prompt)))[3];
  return (found && findPlace(library, found)) ?? statementIn(library);
}

function themeIn(library: Library): Place {
  const { framework, role, theme } = promptIn(library);
  const other = roleOf(framework, role?.id) ?? framework.roles[1];
  return findPlace(library, {
    framework: framework.id,
    ...(other && { role: other.id }),
    ...(theme && { theme: theme.id }),
  }) as Place;
}
