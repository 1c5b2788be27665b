import { fields } from '../cards/acts.js';
import type { Desk } from './desk.js';
import { type CardAction, type Element, textArea, textBlock } from './elements.js';

/** The longest note, in UTF-16 units; the same as the database takes. */
export const maxNote = 4_000;

/** What is to be said of a note that is not kept: nothing was written, it is too long, or it was taken back. */
export type NoteRemark = 'empty' | 'too-long' | 'undone';

/** A field for a private note, where one can be kept; what the person wrote before stands in it. */
export function noteField({ t, view }: Desk, draft?: string, remark?: NoteRemark): Element[] {
  if (!view.notes) return [];
  const field = textArea(fields.note, t.note.label, {
    maxLength: maxNote,
    placeholder: t.note.placeholder,
    spacing: remark ? 'Small' : 'Medium',
    ...(draft && { value: draft.slice(0, maxNote) }),
  });
  return [...(remark ? [textBlock(t.note.remark[remark], { weight: 'Bolder', spacing: 'Medium' })] : []), field];
}

/** What is wrong with a note that was not kept, in words; undefined where nothing is. */
export function faultOf(remark: NoteRemark | undefined, { t }: Desk): string | undefined {
  return remark === 'empty' || remark === 'too-long' ? t.note.remark[remark] : undefined;
}

/** The button that keeps what stands in {@link noteField}, with the question it answers. */
export function saveButtons({ t, view, press }: Desk, prompt: string, statement: string | undefined): CardAction[] {
  return view.notes ? [press('act', { act: 'save-note', prompt, ...(statement && { statement }) }, t.note.save)] : [];
}

/** The button that makes an agreement of the question at hand, where one can be kept; what has been begun in the field stays. */
export function agreementButtons({ t, view, press }: Desk, prompt: string, statement: string | undefined): CardAction[] {
  const act = { act: 'new-agreement', prompt, ...(statement && { statement }) } as const;
  return view.notes ? [press('appointment', act, t.appointment.make, 'alone')] : [];
}
