/**
 * The weekly word to an editor that letters have come: how many, of which document, and a button; never what stands in one.
 */
import type { Cards } from '../answers/cards.js';
import { letterDays } from '../answers/letter-form.js';
import type { Message } from '../cards/message.js';
import { dayMs } from '../clock.js';
import type { Library } from '../content/library.js';
import { type PersonKey, personal } from '../conversation/person.js';
import type { Log } from '../log.js';
import type { Editor } from '../people/letters.js';
import type { Letters } from '../people/ports.js';
import type { Messenger, NudgeStorage, WeekClaims } from './ports.js';
import type { IsClosed } from './rules/holidays.js';
import { type Digest, digestOf, remindAfterDays, weekToTell } from './rules/letters.js';
import { defaultZone, type Outcome } from './rules/plan.js';

/** What telling editors needs. */
export type LetterRoundParts = {
  readonly storage: Pick<NudgeStorage, 'people' | 'profiles' | 'addresses'> & { readonly letters: Letters; readonly claims: WeekClaims };
  readonly messenger: Messenger;
  /** What a tenant's people are written to with; undefined where they are not. */
  readonly voiceOf: (tenant: string) => { readonly cards: Cards; readonly library: Library } | undefined;
  /** Who takes the letters of a tenant. */
  readonly editorOf: (tenant: string) => Editor;
  /** The tenants whose people are written to. */
  readonly tenants: () => Promise<readonly string[]>;
  readonly closedDays: () => Promise<IsClosed>;
  /** The zone of a tenant's people; Danish time unless told. */
  readonly zoneOf?: ((tenant: string) => string) | undefined;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

type Voice = NonNullable<ReturnType<LetterRoundParts['voiceOf']>>;

/** Tells each editor who is to be told now. To be done every minute, by any number of instances; most of the time it does nothing. */
export type LetterRound = (now: Date) => Promise<void>;

/** Whoever claims a week and does not send within so many seconds has died over it: another instance sends. */
const leaseSeconds = 120;
/** A week that was told is not told again for so long: it is over by then. */
const heldSeconds = (8 * dayMs) / 1_000;

/** Creates it. */
export function createLetterRound(parts: LetterRoundParts): LetterRound {
  const { tenants, editorOf, closedDays, zoneOf = () => defaultZone } = parts;
  // What this instance knows to be done, so that it asks nothing of the database every minute.
  const told = new Map<string, string>();
  let isStart = true;
  let closed: IsClosed | undefined;
  return async (now) => {
    closed ??= await closedDays();
    const isClosed = closed;
    for (const tenant of await tenants()) {
      const week = weekToTell(now, zoneOf(tenant), (date) => isClosed(date, tenant));
      const { person } = editorOf(tenant);
      if (person === undefined) continue;
      const editor: PersonKey = { tenant: tenant.toLowerCase(), entraId: person.toLowerCase() };
      if (isStart) await complain(editor, parts);
      if (week !== undefined && told.get(tenant) !== week && (await tell(editor, week, now, parts)) === 'done') told.set(tenant, week);
    }
    isStart = false;
  };
}

/** Nothing of whom is in the line. */
async function complain(editor: PersonKey, { storage, log }: LetterRoundParts): Promise<boolean> {
  if (await storage.addresses.load(personal(editor))) return false;
  log.warn('the editor has never written to the bot: nobody is told of letters until they have');
  return true;
}

/** `later` where another instance is at it, or Teams takes nothing just now. */
async function tell(editor: PersonKey, week: string, now: Date, parts: LetterRoundParts): Promise<'done' | 'later'> {
  const { storage, log } = parts;
  const digest = digestOf(await storage.letters.listHeads(editor.tenant), now);
  if (!digest) return 'done';
  if (await complain(editor, parts)) return 'done';
  const key = JSON.stringify(['letters', editor.tenant, week]);
  const claimed = await storage.claims.claim(key, now, leaseSeconds);
  if (claimed !== 'ours') return claimed === 'done' ? 'done' : 'later';
  const kind = await send(editor, digest, now, parts);
  if (kind === 'not-sent' || kind === 'throttled') return 'later';
  await storage.claims.hold(key, now, heldSeconds);
  log.info({ [kind]: 1 }, 'an editor was told of letters');
  return 'done';
}

async function send(editor: PersonKey, digest: Digest, now: Date, parts: LetterRoundParts): Promise<Outcome['kind']> {
  const { storage, messenger } = parts;
  const address = await storage.addresses.load(personal(editor));
  const voice = parts.voiceOf(editor.tenant);
  if (!address) return 'refused';
  // They were turned off since the round began: the week is told when they are on again.
  if (!voice) return 'not-sent';
  const { kind } = await messenger.send(address, await write(editor, digest, voice, parts));
  if (kind === 'sent' || kind === 'ambiguous') await storage.letters.remind(editor.tenant, digest.ids, now);
  if (kind === 'unreachable') await storage.people.unreachable(editor, now);
  return kind;
}

async function write(editor: PersonKey, { came, ending }: Digest, voice: Voice, { storage }: LetterRoundParts): Promise<Message> {
  const { cards, library } = voice;
  const { language = 'da' } = await storage.profiles.load(editor);
  const named = came.map(({ framework, count }) => ({ about: library.framework(framework)?.name ?? (framework || undefined), count }));
  return cards({ kind: 'letters-due', came: named, ending, days: letterDays - remindAfterDays, next: [] }, { language, group: false });
}
