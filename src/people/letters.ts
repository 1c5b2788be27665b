/**
 * Letters to whoever stands behind the documents, and what their editor is shown of them.
 */
import { LRUCache } from 'lru-cache';
import type { Answer, AnswerOf } from '../answers/kinds.js';
import { takerOf } from '../answers/letter-button.js';
import type { LetterRemark } from '../answers/letter-form.js';
import type { LetterView } from '../answers/letters.js';
import { type LetterPressed, letterPressedSchema, maxLetter } from '../cards/acts.js';
import type { LettersView } from '../cards/desk.js';
import { comparable } from '../cards/labels.js';
import { da } from '../cards/strings/da.js';
import { en } from '../cards/strings/en.js';
import type { Care } from '../care/care.js';
import type { Framework, Library } from '../content/library.js';
import type { LetterDesk, LetterWish } from '../conversation/doers.js';
import { findObstacle, type Owner, personally, type Speaker, zoneOf } from '../conversation/speaker.js';
import { isMemoryGone } from '../errors.js';
import { localDate } from '../nudges/rules/cadence.js';
import type { Tenants } from '../tenants/tenants.js';
import type { Letter, Letters } from './ports.js';

/** Who takes the letters of a tenant: what people are told, and the Entra object id of whoever reads them in Teams. */
export type Editor = { readonly contact?: string | undefined; readonly person?: string | undefined };

/** Who takes letters, as the tenants say. */
export function editorsOf(tenants: Tenants): (tenant: string) => Editor {
  return (id) => {
    const tenant = tenants.find(id);
    return { contact: tenant?.contact, person: tenant?.editor };
  };
}

/** What letters are written and read with. */
export type LetterParts = {
  readonly letters: Letters;
  readonly library: Library;
  /** Who takes the letters of a tenant. */
  readonly editorOf: (tenant: string) => Editor;
  /** Reads who is not well: what they asked is not put into a letter for them. */
  readonly care: Care;
};

/** One person sends no more in a day: an editor reads each of them, and nobody has more to ask in earnest. */
export const mostADay = 5;
/** The senders of so many people's letters are remembered until their day is over; in this process alone, so that nowhere is written who sent. */
const mostSenders = 10_000;
/** A page of letters is two screens of a phone. */
const pageSize = 3;

/** What an editor may write to see the letters, in either language. */
const asking: ReadonlySet<string> = new Set([da, en].flatMap(({ letters }) => [letters.title, ...letters.words]).map(comparable));

type Desk = LetterParts & Days;

/** What each person has sent today. */
type Days = { mayWrite(owner: Owner): boolean; noteSent(owner: Owner): void };

/** Creates the desk. */
export function createLetterDesk(parts: LetterParts): LetterDesk {
  const { library, editorOf } = parts;
  const desk: Desk = { ...parts, ...createDays() };
  const viewFor = (speaker: Speaker) => {
    const letters = lettersOf(editorOf(speaker.incoming.person.tenant), speaker);
    const { to } = letters;
    const isTaken = to !== undefined || library.frameworks.some((each) => each.contact !== undefined);
    return isTaken && !findObstacle(speaker) ? letters : undefined;
  };
  const pressOne = personally((pressed: LetterPressed, owner: Owner) => press(desk, pressed, owner));
  return {
    viewFor,
    open: (wish, speaker) => (viewFor(speaker) ? open(desk, wish, speaker as Owner) : undefined),
    async sendRated(fields, wish, speaker) {
      const act = { act: 'send-letter', reason: wish.reason, ...(wish.framework && { framework: wish.framework }) };
      const held = typeof fields === 'object' && fields !== null && 'letter' in fields;
      const pressed = held ? letterPressedSchema.safeParse({ ...fields, do: 'letter', act }).data : undefined;
      if (pressed?.act.act !== 'send-letter' || findObstacle(speaker)) return undefined;
      const [sent] = await send(desk, pressed.act, pressed, speaker as Owner);
      // What can be mended on the form can't be any more: its window has closed.
      if (sent?.kind !== 'letter-form') return sent && [sent];
      return [{ kind: 'letter-sent', to: sent.to, how: sent.remark ?? 'empty', next: [] }];
    },
    async press(data, speaker) {
      const pressed = letterPressedSchema.safeParse(data).data;
      return pressed && pressOne(pressed, speaker);
    },
    async hear(text, speaker) {
      return asking.has(comparable(text)) && isEditor(desk, speaker) ? list(desk, 0, speaker as Owner) : undefined;
    },
  };
}

function press(desk: Desk, pressed: LetterPressed, owner: Owner): Promise<readonly Answer[]> {
  const { act } = pressed;
  switch (act.act) {
    case 'open-letter':
      return Promise.resolve(open(desk, act, owner) ?? nobody);
    case 'send-letter':
      return send(desk, act, pressed, owner);
    case 'list-letters':
      return isEditor(desk, owner) ? list(desk, act.page ?? 0, owner) : Promise.resolve(notYours);
    case 'finish-letter':
      return isEditor(desk, owner) ? finish(desk, act, owner) : Promise.resolve(notYours);
  }
}

const nobody: readonly Answer[] = [{ kind: 'letter-sent', to: '', how: 'nobody', next: [] }];
/** Who is no editor is told of no letters. */
const notYours: readonly Answer[] = [{ kind: 'sorry', why: 'outdated', next: [{ intent: 'help' }] }];

/** Who takes letters of a speaker. */
function lettersOf(editor: Editor, speaker: Speaker): LettersView {
  return { to: nameOf(editor, speaker), isRead: editor.person !== undefined };
}

/** What an editor is called; undefined where there is none. */
function nameOf({ contact, person }: Editor, { asker: { language } }: Speaker): string | undefined {
  return contact ?? (person === undefined ? undefined : { da, en }[language].letters.editor);
}

/** Only in their own chat, and only whom the settings name. */
function isEditor({ editorOf }: Desk, speaker: Speaker): boolean {
  const { key } = speaker;
  return key !== undefined && !findObstacle(speaker) && editorOf(key.tenant).person?.toLowerCase() === key.entraId;
}

function place({ library, editorOf }: Desk, id: string | undefined, owner: Owner): { to: string; framework?: Framework } | undefined {
  const framework = library.framework(id ?? owner.asker.home ?? '') ?? library.fallback;
  const to = takerOf(framework, lettersOf(editorOf(owner.key.tenant), owner));
  return to === undefined ? undefined : { to, ...(framework && { framework }) };
}

/** What tells of anybody's health is not put into a letter for its writer: the field is empty then. */
function open(desk: Desk, { reason, framework: id, said = '' }: LetterWish, owner: Owner): readonly Answer[] | undefined {
  const where = place(desk, id, owner);
  if (!where) return undefined;
  const kept = desk.care(said) === 'well' ? said : '';
  return [form(where, { reason, said: kept }, owner)];
}

function form(
  where: { readonly to: string; readonly framework?: Framework },
  what: Pick<AnswerOf<'letter-form'>, 'reason' | 'said' | 'signed' | 'remark'>,
  { incoming: { name } }: Owner,
): AnswerOf<'letter-form'> {
  return { kind: 'letter-form', ...where, ...what, ...(name && { name }), next: [] };
}

/** What can't be sent stays in the form. */
async function send(
  desk: Desk,
  { reason, framework: id }: LetterWish,
  { letter = '', signed }: Pick<LetterPressed, 'letter' | 'signed'>,
  owner: Owner,
): Promise<readonly Answer[]> {
  const where = place(desk, id, owner);
  if (!where) return nobody;
  const said = letter.trim();
  const name = signed === 'true' ? owner.incoming.name : undefined;
  const again = (remark: LetterRemark) => [form(where, { reason, said, signed: signed === 'true', remark }, owner)];
  if (said === '') return again('empty');
  if (said.length > maxLetter) return again('too-long');
  if (!desk.mayWrite(owner)) return again('enough');
  try {
    await desk.letters.add(owner.key.tenant, { framework: where.framework?.id ?? '', reason, words: said, name }, owner.incoming.at);
  } catch (error) {
    if (!isMemoryGone(error)) throw error;
    return again('away');
  }
  desk.noteSent(owner);
  return [{ kind: 'letter-sent', to: where.to, how: name ? 'signed' : 'sent', next: [] }];
}

async function list(desk: Desk, wanted: number, owner: Owner, finished?: true): Promise<readonly Answer[]> {
  const { tenant } = owner.key;
  const read = (page: number) => desk.letters.list(tenant, { page, size: pageSize });
  const first = await read(wanted);
  const pages = Math.max(1, Math.ceil(first.total / pageSize));
  const page = Math.min(wanted, pages - 1);
  const { letters, total } = page === wanted ? first : await read(page);
  const shown = letters.map((each) => toView(desk, each));
  return [{ kind: 'letters', shown, total, page, pages, zone: zoneOf(owner), ...(finished && { finished }), next: [] }];
}

async function finish(
  desk: Desk,
  { letter, page = 0 }: { readonly letter: string; readonly page?: number | undefined },
  owner: Owner,
): Promise<readonly Answer[]> {
  await desk.letters.finish(owner.key.tenant, [letter], owner.incoming.at);
  return list(desk, page, owner, true);
}

function toView({ library }: Desk, { id, framework, reason, sentAt, said }: Letter): LetterView {
  const about = library.framework(framework)?.name ?? (framework || undefined);
  return { id, sentAt, about, reason, ...(said.ok && { words: said.words, name: said.name }) };
}

/** Counts what each person sends in a day, in their own zone. */
function createDays(): Days {
  const days = new LRUCache<string, { readonly date: string; readonly count: number }>({ max: mostSenders });
  const today = (owner: Owner) => {
    const key = JSON.stringify([owner.key.tenant, owner.key.entraId]);
    const date = localDate(owner.incoming.at, zoneOf(owner));
    const before = days.get(key);
    return { key, date, count: before?.date === date ? before.count : 0 };
  };
  return {
    mayWrite: (owner) => today(owner).count < mostADay,
    noteSent(owner) {
      const { key, date, count } = today(owner);
      days.set(key, { date, count: count + 1 });
    },
  };
}
