/**
 * What stands on buttons of forms, links and folds: typed, it can't do what pressing does, since it works on what a card holds.
 */
import type { Language } from '../content/language.js';
import { fold } from '../language/text.js';
import type { PlainQuestion } from '../understanding/question.js';
import { da, type Strings } from './strings/da.js';
import { en } from './strings/en.js';

/** The language in which a message is, word for word, what such a button says, whatever number stands on it; undefined where it is not. */
export function formLabelIn(text: string): Language | undefined {
  return forms.get(counted(comparable(text)));
}

/** What a button of these words asks on whatever card it stands, and the language in which it says so; undefined where none does. */
export function askedByLabel(text: string): { readonly question: PlainQuestion; readonly language: Language } | undefined {
  return asked.get(comparable(text));
}

/** A text by which what is typed and what stands on a button are the same: without case, accents and marks. */
export function comparable(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const counted = (text: string) => text.replace(/\d+/g, '#');

/** Counts that a label may have in words. */
const counts = Array.from({ length: 12 }, (_, at) => at + 1);

function labelsOf(t: Strings): string[] {
  const { letter, letters, note, notes, role, profile, plan, focus, share, round, extension, myData, inDialog, appointment } = t;
  const { due, unclear, form, mine } = appointment;
  const forms = [
    ...[note.save, note.undo, note.edit, note.remove, note.keepChanges, note.dropChanges, note.surely, note.keep],
    ...[notes.find, notes.open, notes.older, notes.newer, notes.door.open, note.door.open],
    ...[myData.door.open, myData.nextPart, myData.previousPart, inDialog.label],
    ...[role.next, role.save, role.otherFramework, profile.saveLanguage],
    ...[plan.save, plan.undo, plan.offer.no, plan.followPlanned, plan.followReported],
    ...[focus.save, focus.fit.keep],
    ...[appointment.undo, appointment.edit, appointment.open, appointment.anew, appointment.remove, appointment.askAgain],
    ...[due.showAgain, due.inAnHour, due.tomorrow, due.handled, due.done, due.partly, due.notYet, due.drop],
    ...[unclear.choose, unclear.no, form.save, form.saveReminder, mine.more, mine.openRow],
    ...[letter.open, letter.send, letters.read, letters.done, letters.more],
    ...[share.post, extension.insert, extension.close, round.answer, round.change, round.remove, round.close],
  ];
  const links = [share.openPage, share.print, share.openChat, share.showLink, share.inTeams];
  const folds = counts.flatMap((n) => [
    t.showStatements(n),
    t.showRest(n),
    t.showThemes(n),
    t.showRoles(n),
    t.topicMore(n),
    t.guideMore(n),
  ]);
  return [...forms, ...links, ...folds, t.hide, t.showText, t.showBehind];
}

/** The buttons that ask for something of a person's own: their cards are not made anew from what was asked. */
function askedOf({ button, letter, myData, focus, appointment, lookBack, amongOthers }: Strings): (readonly [string, PlainQuestion])[] {
  return [
    [button.setRole, { intent: 'set-role' }],
    [button.changeRole, { intent: 'set-role' }],
    [button.forgetRole, { intent: 'set-role', forget: true }],
    [button.nudgeOn, { intent: 'nudge-on' }],
    [button.nudgeTime, { intent: 'nudge-time' }],
    [focus.button, { intent: 'focus' }],
    [focus.change, { intent: 'focus', wish: 'change' }],
    [focus.choose, { intent: 'focus', wish: 'change' }],
    [focus.closing.again, { intent: 'focus', wish: 'change' }],
    [focus.stop, { intent: 'focus', wish: 'stop' }],
    [appointment.make, { intent: 'agree' }],
    [appointment.list, { intent: 'agreements' }],
    [lookBack.title, { intent: 'look-back' }],
    [lookBack.show, { intent: 'look-back' }],
    [lookBack.button.on, { intent: 'look-back', wish: 'on' }],
    [lookBack.button.off, { intent: 'look-back', wish: 'off' }],
    [letter.button, { intent: 'to-editor' }],
    [button.profile, { intent: 'profile' }],
    [button.reflections, { intent: 'reflections' }],
    [button['export-data'], { intent: 'export-data' }],
    [myData.first, { intent: 'export-data' }],
    [button['delete-data'], { intent: 'delete-data' }],
    [button.privacy, { intent: 'privacy' }],
    [button.help, { intent: 'help' }],
    [amongOthers.button.help, { intent: 'help' }],
    [amongOthers.button.contact, { intent: 'service', about: 'contact' }],
    [button.frameworks, { intent: 'about' }],
  ];
}

// Danish last: where a label is the same in both languages, it is Danish.
const spoken = [
  { language: 'en', t: en },
  { language: 'da', t: da },
] as const;
const forms: ReadonlyMap<string, Language> = new Map(
  spoken.flatMap(({ language, t }) => labelsOf(t).map((label) => [counted(comparable(label)), language])),
);
const asked: ReadonlyMap<string, { readonly question: PlainQuestion; readonly language: Language }> = new Map(
  spoken.flatMap(({ language, t }) => askedOf(t).map(([label, question]) => [comparable(label), { question, language }])),
);
