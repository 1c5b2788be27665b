/**
 * Danish texts of daily questions: the plan, its settings, and the question that comes by itself.
 */
import type { PlanDone, PlanRemark } from '../../answers/plan.js';
import { type Weekday, weekdays } from '../../questions/question.js';

const dayNames: Record<Weekday, string> = {
  man: 'mandag',
  tir: 'tirsdag',
  ons: 'onsdag',
  tor: 'torsdag',
  fre: 'fredag',
  lør: 'lørdag',
  søn: 'søndag',
};

/** Three days or more without a gap are said by the first and the last. */
export function isRow(days: readonly Weekday[]): boolean {
  const first = weekdays.indexOf(days[0] ?? 'man');
  return days.length > 2 && days.every((day, at) => weekdays.indexOf(day) === first + at);
}

function daysOf(days: readonly Weekday[]): string {
  const names = days.map((day) => dayNames[day]);
  if (names.length === 7) return 'hver dag';
  if (names.length === 1) return `hver ${names[0]}`;
  if (isRow(days)) return `${names[0]} til ${names.at(-1)}`;
  return `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`;
}

const clock = (time: string) => time.replace(/^0/, '').replace(':', '.');

/** The Danish texts; the English ones have the same shape. */
export const daPlan = {
  plan: {
    title: {
      saved: 'Det er aftalt',
      moved: 'Det er aftalt',
      paused: 'Der er pause',
      stopped: 'Dine daglige spørgsmål er stoppet',
      resumed: 'Pausen er slut',
      restarted: 'Dine daglige spørgsmål er i gang igen',
      'not-today': 'Det er i orden',
      shown: 'Dine daglige spørgsmål',
    } satisfies Record<PlanDone, string>,
    teamTitle: {
      saved: 'Det er aftalt',
      moved: 'Spørgsmålene her er ændret',
      paused: 'Der er pause',
      stopped: 'Spørgsmålene her er stoppet',
      resumed: 'Pausen er slut',
      restarted: 'Spørgsmålene her er i gang igen',
      'not-today': 'Det er i orden',
      shown: 'Spørgsmål her i samtalen',
    } satisfies Record<PlanDone, string>,
    cadence: (days: readonly Weekday[], time: string) => `${daysOf(days)} kl. ${clock(time)}`,
    next: (when: string) => `Næste: ${when}.`,
    today: 'i dag',
    tomorrow: 'i morgen',
    noNext: 'Der er ingen dag det næste år, hvor det kan komme.',
    off: 'Der kommer ikke flere.',
    pauseUntil: (date: string) => `Pause til og med ${date}.`,
    pauseOn: (date: string) => `Pause ${date}.`,
    pauseBetween: (from: string, until: string) => `Pause fra ${from} til og med ${until}.`,
    zone: (city: string) => `Tiden er den i ${city}.`,
    cities: { Copenhagen: 'København' } as Readonly<Record<string, string>>,
    restarted: 'Jeg kunne ikke nå dig i en periode og holdt derfor op.',
    restartedTeam: 'Jeg kunne ikke skrive her i en periode og holdt derfor op.',
    how: 'Skriv »stop«, når du ikke vil have flere, eller for eksempel »pause til mandag«.',
    howTeam:
      'Alle i samtalen kan stoppe eller flytte dem: Nævn mig med @ foran navnet, og skriv »stop spørgsmålene« eller »send et spørgsmål hver tirsdag kl. 9«.',
    again: 'Skriv for eksempel »mind mig hver morgen kl. 8«, når du vil have dem igen.',
    againTeam: 'Nævn mig med @ foran navnet, og skriv for eksempel »send et spørgsmål hver mandag kl. 9«, når I vil have dem igen.',
    maker: (name: string): readonly string[] => [name, ' har bedt om dem til alle her.'],
    someMaker: 'En af jer har bedt om dem til alle her.',
    doer: {
      moved: (name: string): readonly string[] => [name, ' har ændret dem.'],
      paused: (name: string): readonly string[] => [name, ' har sat dem på pause.'],
      resumed: (name: string): readonly string[] => [name, ' har sluttet pausen.'],
      stopped: (name: string): readonly string[] => [name, ' har stoppet dem.'],
    },
    aMember: 'Et medlem',
    own: 'Vil du have spørgsmål for dig selv, så skriv det i vores egen chat.',
    roleless: 'Sæt din rolle, så handler spørgsmålene om den.',
    settings: 'Indstillinger',
    stop: 'Stop',
    stopTeam: 'Stop spørgsmålene her',
    start: 'Start dem igen',
    startTeam: 'Start et spørgsmål hver mandag',
    resume: 'Slut pausen nu',
    oneWeek: 'Pause i en uge',
    twoWeeks: 'Pause i to uger',
    noneTitle: 'Du får ikke daglige spørgsmål',
    none: 'Skriv for eksempel »mind mig hver morgen kl. 8«, så begynder de.',
    noneTeamTitle: 'Her kommer ingen spørgsmål af sig selv',
    noneTeam: 'Nævn mig med @ foran navnet, og skriv for eksempel »send et spørgsmål hver mandag kl. 9«.',
    unclear: {
      time: {
        title: 'Hvornår skal det være?',
        text: 'Jeg er ikke sikker på, hvilken tid du mener. Skriv for eksempel »hver hverdag kl. 8.15« eller »tirsdag og torsdag kl. 14«.',
      },
      pause: {
        title: 'Hvor længe skal pausen vare?',
        text: 'Jeg er ikke sikker på, hvilke dage du mener. Skriv for eksempel »pause til mandag«, »pause i uge 42« eller »pause i to uger«.',
      },
    },
    halves: (early: string, late: string) => `Mener du kl. ${clock(early)} eller kl. ${clock(late)}?`,
    half: (time: string) => `Kl. ${clock(time)}`,
    unchanged: 'Indtil da er det som før:',
    choose: 'Vælg dage og tid',
    formTitle: 'Indstil dine daglige spørgsmål',
    onLabel: 'Daglige spørgsmål',
    on: 'Send mig spørgsmål',
    days: 'Dage',
    day: dayNames,
    time: 'Tidspunkt',
    until: 'Pause til og med (valgfri)',
    save: 'Gem indstillinger',
    undo: 'Fortryd',
    remark: {
      days: 'Vælg mindst én dag.',
      time: 'Skriv et klokkeslæt mellem 00:00 og 23:59, for eksempel 8.00.',
      until: 'Vælg en dato fra i dag og højst et år frem.',
    } satisfies Record<PlanRemark, string>,
    zoneTitle: 'Hvilken tid skal de følge?',
    zoneText: (planned: string, reported: string, time: string) =>
      `Dine daglige spørgsmål kommer kl. ${clock(time)}, når klokken er det i ${planned}. Dit Teams viser nu tiden i ${reported}.`,
    followZone: (city: string) => `Følg tiden i ${city}`,
    followPlanned: 'Behold tiden',
    followReported: 'Skift til tiden her',
  },
  nudge: {
    title: 'Dagens spørgsmål',
    teamTitle: 'Et spørgsmål til jer',
    summary: (role: string) => `Dagens spørgsmål til dig som ${role}`,
    why: (cadence: string) => `Du får det ${cadence}, fordi du har bedt om det.`,
    whyTeam: (name: string, cadence: string): readonly string[] => [name, ` har bedt om det. Det kommer ${cadence}.`],
    whySomeTeam: (cadence: string) => `En af jer har bedt om det. Det kommer ${cadence}.`,
    stop: 'Skriv »stop«, når du ikke vil have flere.',
    stopTeam: 'Alle her kan stoppe eller flytte det: Nævn mig med @, og skriv for eksempel »stop spørgsmålene«.',
    another: 'Et andet',
    notToday: 'Ikke i dag',
  },
};
