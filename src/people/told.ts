/**
 * What is stored about a person, told to them in words: no ids, no addresses, no names of columns. Those are in the file
 * that an operator hands over; see `export.ts`. A line that begins with "# " is a heading.
 */
import { z } from 'zod';
import { cityOf } from '../cards/names.js';
import { da } from '../cards/strings/da.js';
import { en } from '../cards/strings/en.js';
import { firstUpper, longDate } from '../cards/strings/lists.js';
import type { Language } from '../content/language.js';
import { type Framework, type Library, roleOf, themeOf } from '../content/library.js';
import { weekdays } from '../language/times/words.js';
import type { AppointmentWords } from '../nudges/rules/appointments.js';
import { findFocus } from '../nudges/rules/focus.js';
import { defaultZone } from '../nudges/rules/plan.js';
import type { ExportedTable, PersonalTable } from './ports.js';
import { type ToldWords, toldWords } from './strings/told.js';

const cards = { da, en };

type Row = ExportedTable['rows'][number];

/** What a row is told with. */
type Telling = { readonly library: Library; readonly language: Language; readonly zone: string; readonly t: ToldWords };

/** Tells everything, in the order in which a person cares for it. */
export function tellStored(tables: readonly ExportedTable[], library: Library, language: Language): string[] {
  const t = toldWords[language];
  const profile = tables.find(({ table }) => table === 'profiles')?.rows[0];
  const telling: Telling = { library, language, t, zone: textOf(profile, 'time_zone') ?? defaultZone };
  return (Object.keys(t.titles) as PersonalTable[]).flatMap((name) => {
    const rows = tables.find(({ table }) => table === name)?.rows ?? [];
    const lines = rows.length === 0 ? [] : tellers[name]([...rows].sort(newestFirst), telling);
    return lines.length === 0 ? [] : [`# ${t.titles[name]}`, ...lines];
  });
}

/** The lines of a table's rows. */
type Teller = (rows: readonly Row[], telling: Telling) => string[];

const each =
  (tell: (row: Row, telling: Telling) => readonly (string | undefined | false)[]): Teller =>
  (rows, telling) =>
    rows.flatMap((row) => tell(row, telling).filter((line): line is string => typeof line === 'string' && line !== ''));

const counted: Teller = (rows, { t }) => [t.places(rows.length)];

/** A new table does not compile without being told. */
const tellers: Readonly<Record<PersonalTable, Teller>> = {
  profiles: each(tellProfile),
  nudge_plans: each(tellPlan),
  focuses: each((row, telling) => {
    const { library, t } = telling;
    const [theme, statement] = [textOf(row, 'theme'), textOf(row, 'statement')];
    const place = findFocus(library, { framework: textOf(row, 'framework') ?? '', theme, statement });
    const name = place?.statement ? `»${place.statement.text}«` : (place?.theme?.label.text ?? t.focusGone);
    const lastDay = textOf(row, 'last_day');
    return [lastDay !== undefined && t.focus(name, dateWords(`${lastDay}T12:00:00Z`, telling)), place?.framework.name ?? t.focusGone];
  }),
  reflections: each((row, telling) => [
    [dayOf(row, 'created_at', telling), themeIn(row, telling)].filter(Boolean).join(' · '),
    promptIn(row, telling),
    ...(textOf(row, 'note') ?? '').split('\n'),
  ]),
  appointments: each(tellAppointment),
  plan_makers: each((row, telling) => [telling.t.made(dayOf(row, 'made_at', telling), textOf(row, 'name'))]),
  sharers: each((row, { t }) => [t.shared(textOf(row, 'name') ?? '', textOf(row, 'line'))]),
  round_answers: each((row, telling) => [
    telling.t.answered(dayOf(row, 'answered_at', telling) ?? '', textOf(row, 'answer') ?? '', textOf(row, 'name') ?? ''),
  ]),
  talks: each((row, telling) => [
    telling.t.talked(telling.t.kinds[textOf(row, 'kind') ?? ''] ?? '', textOf(row, 'name'), dayOf(row, 'talked_at', telling) ?? ''),
  ]),
  people: each((row, telling) => {
    const { t } = telling;
    const at = (column: string, say: (day: string) => string) => say(dayOf(row, column, telling) ?? '');
    return [
      at('last_seen', t.here),
      textOf(row, 'active_at') !== undefined && at('active_at', t.active),
      textOf(row, 'removed_at') !== undefined && at('removed_at', t.removed),
      textOf(row, 'unreachable_since') !== undefined && at('unreachable_since', t.unreachable),
      textOf(row, 'told_at') !== undefined && at('told_at', t.told),
    ];
  }),
  addresses: counted,
  installations: counted,
  contexts: each(tellContext),
  seen_prompts: each((row, telling) => [[dayOf(row, 'shown_at', telling), promptIn(row, telling)].filter(Boolean).join(': ')]),
  deliveries: each((row, telling) => [
    [`${dayOf(row, 'due_at', telling)}, ${telling.t.became[becameOf(textOf(row, 'state'))]}`, promptIn(row, telling)]
      .filter(Boolean)
      .join(': '),
  ]),
};

function newestFirst(one: Row, other: Row): number {
  const age = (row: Row) => String(row['created_at'] ?? row['shown_at'] ?? row['due_at'] ?? '');
  return age(one) < age(other) ? 1 : -Number(age(one) > age(other));
}

function tellProfile(row: Row, { library, language: spoken, t }: Telling): (string | false)[] {
  const framework = library.framework(textOf(row, 'framework') ?? '');
  const role = framework && roleOf(framework, textOf(row, 'role'));
  const [language, zone] = [textOf(row, 'language'), textOf(row, 'time_zone')];
  return [
    framework ? (role ? t.role(role.label, framework.name) : t.framework(framework.name)) : false,
    language !== undefined && t.language(t.languages[language] ?? language),
    zone !== undefined && zoneLine(zone, spoken),
  ];
}

function tellPlan(row: Row, telling: Telling): (string | undefined | false)[] {
  const { t, library, language } = telling;
  const chosen = (textOf(row, 'days') ?? '').split(',');
  const days = weekdays.filter((day) => chosen.includes(day));
  const pauses = z.array(z.object({ from: z.string(), until: z.string() })).safeParse(listIn(row, 'pauses')).data ?? [];
  const seen = listIn(row, 'seen').flatMap((id) => library.prompt(String(id))?.[language] ?? []);
  return [
    row['is_on'] === 0 ? t.off : `${firstUpper(cards[language].plan.cadence(days, textOf(row, 'time') ?? '', row['is_exact'] === 1))}.`,
    row['is_on'] !== 0 && textOf(row, 'next_at') !== undefined && t.next(dayOf(row, 'next_at', telling) ?? ''),
    ...pauses.map(({ from, until }) => t.pause(dateWords(`${from}T12:00:00Z`, telling), dateWords(`${until}T12:00:00Z`, telling))),
    zoneLine(textOf(row, 'zone') ?? '', language),
    seen.length > 0 && t.sentBefore(seen.length),
    ...seen,
  ];
}

/** The words as they were written; where no key opens them, why. */
function tellAppointment(row: Row, telling: Telling): (string | undefined | false)[] {
  const { t, language } = telling;
  const a = cards[language].appointment;
  const text = textOf(row, 'words') ?? '';
  const words = text.startsWith('{') ? (JSON.parse(text) as AppointmentWords) : undefined;
  const [kind, date] = [t.appointment[textOf(row, 'kind') ?? ''], textOf(row, 'date')];
  return [
    [kind, date && t.comes(dateWords(`${date}T12:00:00Z`, telling), textOf(row, 'time') ?? '')].filter(Boolean).join(' · '),
    words?.what,
    words?.will !== undefined && a.intention(words.when ?? '', words.will),
    words?.line,
    words === undefined ? text : undefined,
  ];
}

/** What was spoken of, by the names that the content has for it. */
function tellContext(row: Row, telling: Telling): (string | undefined | false)[] {
  const { t, library } = telling;
  const text = textOf(row, 'question') ?? '';
  const words = text.startsWith('{') ? [...new Set(namesIn(JSON.parse(text), library))] : [];
  const misses = Number(row['misses'] ?? 0);
  return [
    words.length > 0 && t.about(words.join(' · ')),
    misses > 0 && t.missed(misses),
    textOf(row, 'expires_at') !== undefined && t.forgotten(dayOf(row, 'expires_at', telling) ?? ''),
  ];
}

/** Documents, roles and themes that are named somewhere in what is stored, and the words that were looked for. */
function namesIn(value: unknown, library: Library, home?: Framework): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { framework, role, theme, text, topic } = value as Readonly<Record<string, unknown>>;
  const inside = library.framework(String(framework ?? '')) ?? home;
  const own = [
    typeof framework === 'string' && inside?.name,
    inside && typeof role === 'string' && roleOf(inside, role)?.label,
    inside && typeof theme === 'string' && themeOf(inside, theme)?.label.text,
    typeof text === 'string' && text,
    typeof topic === 'string' && topic,
  ].filter((name): name is string => typeof name === 'string' && name !== '');
  return [...own, ...Object.values(value).flatMap((each) => namesIn(each, library, inside))];
}

function becameOf(state: string | undefined): keyof ToldWords['became'] {
  return state === 'sent' || state === 'unknown' || state === 'failed' || state === 'skipped' ? state : 'coming';
}

function promptIn(row: Row, { library, language, t }: Telling): string | undefined {
  const id = textOf(row, 'prompt') ?? '';
  return library.prompt(id)?.[language] ?? t.reserved[id];
}

function themeIn(row: Row, { library }: Telling): string | undefined {
  const framework = library.framework(textOf(row, 'framework') ?? '');
  return (framework && themeOf(framework, textOf(row, 'theme'))?.label.text) ?? framework?.name;
}

function textOf(row: Row | undefined, column: string): string | undefined {
  const value = row?.[column];
  return value === null || value === undefined || value === '' ? undefined : String(value);
}

/** A list as it is stored; empty where it is none. */
function listIn(row: Row, column: string): unknown[] {
  return z.array(z.unknown()).parse(JSON.parse(textOf(row, column) ?? '[]'));
}

function dayOf(row: Row, column: string, telling: Telling): string | undefined {
  const text = textOf(row, column);
  return text && dateWords(text, telling);
}

/** "24. november 2026", where the person is. */
function dateWords(instant: string, { language, zone }: Telling): string {
  return longDate(new Date(instant), language, zone);
}

/** "Klokken følger tiden i København." */
function zoneLine(zone: string, language: Language): string {
  const t = cards[language];
  return t.plan.zone(cityOf(zone, t));
}
