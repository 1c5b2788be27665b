import { fields } from '../cards/acts.js';
import type { Desk, Draft } from '../cards/desk.js';
import { choiceField, paragraph, run, textBlock } from '../cards/elements.js';
import type { Language } from '../content/language.js';
import type { RoleRef } from '../content/library.js';
import type { NudgePlan } from '../nudges/rules/plan.js';
import { somebody } from './exhibit.js';
import type { Answered, Kind } from './kind.js';
import { type PlanShown, planLine } from './plan.js';

/** A person's reminders in short; `time` is local, `HH:MM`. `shown` says what comes next, where that is known. */
export type DailyQuestions = Pick<NudgePlan, 'on' | 'days' | 'time' | 'exact'> & { readonly shown?: PlanShown };

/** Everything the person set. `language` undefined: as they write; `reminders`: none were ever set up; `changed` is what was just done. */
export type ProfileAnswer = Answered<
  'profile',
  {
    readonly own?: RoleRef;
    readonly language?: Language;
    readonly daily?: DailyQuestions;
    readonly changed?: 'language' | 'nothing';
  }
>;

/** The kind of {@link ProfileAnswer}. */
export const profileKind: Kind<ProfileAnswer> = {
  name: 'profile',
  asked: { profile: { title: (_question, _here, { t }) => t.button.profile } },
  card: profileCard,
  exhibits: ({ library }) => [
    {
      kind: 'profile',
      own: somebody(library),
      language: 'da',
      daily: { on: true, days: ['man', 'tir', 'ons', 'tor', 'fre'], time: '08:00', exact: false },
      changed: 'language',
      next: [],
    },
    { kind: 'profile', changed: 'nothing', next: [] },
  ],
};

/** Everything the person set, and buttons to change it. */
function profileCard({ own, language, daily, changed }: ProfileAnswer, desk: Desk): Draft {
  const { t, press, ask } = desk;
  const facts: [string, string][] = [
    [t.profile.role, own?.role.label ?? t.profile.unset],
    [t.profile.framework, own?.framework.name ?? t.profile.unset],
    [t.profile.daily, dailyLine(daily, desk)],
  ];
  const languages = (['auto', 'da', 'en'] as const).map((value) => ({ title: t.profile.languages[value], value }));
  const remind = daily?.on ? ({ intent: 'nudge-time' } as const) : ({ intent: 'nudge-on' } as const);
  return {
    summary: t.profile.title,
    head: { title: t.profile.title },
    body: [
      ...(changed ? [textBlock(t.profile.changed[changed], { spacing: 'Small' })] : []),
      ...facts.map(([name, value]) => paragraph([run(`${name}: `, { weight: 'Bolder' }), run(value)], { spacing: 'Small' })),
      choiceField(fields.speech, t.profile.language, languages, { value: language ?? 'auto', spacing: 'Medium' }),
    ],
    actions: [
      press('act', { act: 'pick-language' }, t.profile.saveLanguage),
      ask({ intent: 'set-role' }, own ? t.button.changeRole : t.button.setRole),
      ...(own ? [ask({ intent: 'set-role', forget: true }, t.button.forgetRole)] : []),
      ...desk.lead([remind, { intent: 'reflections' }, { intent: 'privacy' }], {}),
    ],
  };
}

function dailyLine(daily: ProfileAnswer['daily'], desk: Desk): string {
  const { t } = desk;
  if (!daily?.on) return t.profile.dailyOff;
  // Where nobody knows of a next one it is said why.
  const rests = daily.shown?.rests && !daily.shown.rests.until ? ` ${t.plan.rests}` : '';
  return daily.shown ? `${planLine(daily.shown, desk)}${rests}` : t.profile.dailyOn(daily.days, daily.time, daily.exact);
}
