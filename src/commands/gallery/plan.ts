/**
 * The gallery's cards about daily questions: made-up plans, real content.
 */
import type { Answer } from '../../answers/answer.js';
import { askReflect } from '../../answers/next.js';
import type { PlanKind, PlanShown } from '../../answers/plan.js';
import type { Library } from '../../content/library.js';
import { chooseForPerson, chooseForTeam } from '../../nudges/rules/choose.js';
import { type NudgePlan, personalDefaults, teamDefaults } from '../../nudges/rules/plan.js';
import { suggestionOf } from './people.js';

type Room = (scene: { readonly library: Library }) => readonly Answer[];

const plan: NudgePlan = {
  on: true,
  ...personalDefaults,
  zone: 'Europe/Copenhagen',
  language: 'da',
  pauses: [],
  madeAt: new Date('2026-11-02T08:00:00Z'),
};
const next = { at: new Date('2026-11-24T07:00:00Z'), localDate: '2026-11-24' };
const shown: PlanShown = { plan, next, today: '2026-11-23', group: false };
const team: PlanShown = {
  ...shown,
  plan: { ...plan, ...teamDefaults, subject: {} },
  next: { ...next, localDate: '2026-11-30' },
  group: true,
};
const nasty = '**Mette** [klik](https://ond.example)';

/** Answers of each kind about daily questions. */
export const planRooms: { readonly [K in PlanKind['kind']]: Room } = {
  plan: () => [
    { kind: 'plan', did: 'saved', shown, roleless: true, next: [] },
    { kind: 'plan', did: 'saved', shown: { ...shown, plan: { ...plan, days: ['tir', 'tor'], time: '14:15' }, elsewhere: true }, next: [] },
    { kind: 'plan', did: 'paused', shown: withPauses(shown), next: [] },
    { kind: 'plan', did: 'stopped', shown: { ...shown, plan: { ...plan, on: false }, next: undefined }, next: [] },
    { kind: 'plan', did: 'restarted', shown, next: [] },
    { kind: 'plan', did: 'not-today', shown, next: [] },
    { kind: 'plan', did: 'saved', shown: { ...team, maker: nasty }, next: [] },
    { kind: 'plan', did: 'moved', shown: { ...team, maker: 'Mette Sørensen' }, by: nasty, next: [] },
    { kind: 'plan', did: 'paused', shown: withPauses(team), by: 'Lars Østergaard', next: [] },
    { kind: 'plan', did: 'resumed', shown: team, next: [] },
    {
      kind: 'plan',
      did: 'stopped',
      shown: { ...team, plan: { ...team.plan, on: false }, next: undefined },
      by: 'Lars Østergaard',
      next: [],
    },
    { kind: 'plan', did: 'stopped', shown: { ...team, plan: { ...team.plan, on: false }, next: undefined }, next: [] },
  ],
  'plan-none': () => [false, true].map((group) => ({ kind: 'plan-none', group, next: [] })),
  'plan-unclear': () => [
    { kind: 'plan-unclear', about: 'time', group: false, next: [] },
    { kind: 'plan-unclear', about: 'pause', group: false, shown: withPauses(shown), next: [] },
    { kind: 'plan-unclear', about: 'time', group: true, shown: team, next: [] },
    {
      kind: 'plan-unclear',
      about: 'time',
      group: false,
      halves: ['04:02', '16:02'].map((time) => ({ intent: 'nudge-on', time })),
      next: [],
    },
  ],
  'plan-form': () => [
    { kind: 'plan-form', values: { on: true, ...personalDefaults, until: '2026-12-04' }, isNew: false, next: [] },
    { kind: 'plan-form', values: { on: true, days: [], time: '25:99', until: 'i ferien' }, isNew: true, remark: 'days', next: [] },
  ],
  'plan-zone': () => [
    { kind: 'plan-zone', planned: 'Europe/Copenhagen', reported: 'Europe/London', time: '08:00', next: [] },
    { kind: 'plan-zone', planned: 'America/North_Dakota/New_Salem', reported: 'Antarctica/DumontDUrville', time: '14:05', next: [] },
  ],
  nudge: ({ library }) => [...ownNudges(library), ...teamNudges(library)],
};

/** Whether a card of the gallery stands among several people. */
export function isForTeam(answer: Answer): boolean {
  if (answer.kind === 'plan') return answer.shown.group;
  return (answer.kind === 'nudge' || answer.kind === 'plan-none' || answer.kind === 'plan-unclear') && answer.group;
}

function withPauses(of: PlanShown): PlanShown {
  const pauses = [
    { from: '2026-11-23', until: '2026-12-06' },
    { from: '2026-12-24', until: '2027-01-03' },
    { from: '2027-01-18', until: '2027-01-18' },
  ];
  return { ...of, plan: { ...of.plan, pauses }, next: { ...next, localDate: '2026-12-07' } };
}

function ownNudges(library: Library): Answer[] {
  const { framework, role } = suggestionOf(library);
  const own = { framework: framework.id, role: role.id };
  return [own, {}].flatMap((profile): Answer[] => {
    const choice = chooseForPerson(library, profile, { seen: [], seed: 'gallery' });
    if (!choice) return [];
    const another = askReflect(choice.framework, choice.role, undefined, choice.prompt.id);
    return [{ kind: 'nudge', ...choice, plan, another, group: false, next: [] }];
  });
}

function teamNudges(library: Library): Answer[] {
  const { framework } = suggestionOf(library);
  const theme = framework.themes[0]?.id;
  return [{}, { framework: framework.id, theme }].flatMap((subject, at): Answer[] => {
    const choice = chooseForTeam(library, subject, { seen: [], seed: 'gallery' });
    if (!choice) return [];
    const another = askReflect(choice.framework, choice.role, undefined, choice.prompt.id);
    return [{ kind: 'nudge', ...choice, plan: team.plan, another, group: true, ...(at === 0 && { maker: nasty }), next: [] }];
  });
}
