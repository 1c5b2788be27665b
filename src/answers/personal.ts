/**
 * What the bot shows one person about themself, as data. Only ever for the person who asked, in their own chat.
 */

import type { Language } from '../content/language.js';
import type { Framework, RoleRef, Theme } from '../content/library.js';
import type { Prompt } from '../content/prompts.js';
import type { Weekday } from '../language/times/words.js';
import type { PlanShown } from './plan.js';

/** A role that the person's title suggests; theirs only once they say yes. */
export type Suggestion = RoleRef & { readonly title: string };

/** What is to be said of a note that is not kept: nothing was written, it is too long, or it was taken back. */
export type NoteRemark = 'empty' | 'too-long' | 'undone';

/** A private note. What it is about may be gone from the content; its text may not open with the keys there are. */
export type NoteView = {
  readonly id: string;
  readonly prompt: Prompt | undefined;
  readonly framework: Framework | undefined;
  readonly theme: Theme | undefined;
  readonly text: string | undefined;
  readonly writtenAt: Date;
  /** The zone that the person reads times in (IANA). */
  readonly zone: string;
};

/** A person's reminders in short; `time` is local, `HH:MM`. `shown` says what comes next, where that is known. */
export type Reminders = { readonly on: boolean; readonly days: readonly Weekday[]; readonly time: string; readonly shown?: PlanShown };

/** What became of cards in conversations that showed something of the person. */
export type CardCounts = { readonly changed: number; readonly failed: number; readonly pending: number };

/** What was deleted: notes, how many other kinds of things, and cards. `isTeamAsked`: they had set questions up for others. */
export type Deleted = { readonly notes: number; readonly kinds: number; readonly isTeamAsked: boolean; readonly cards: CardCounts };

/** Every kind of answer about the person who asks. */
export type PersonalKind =
  /** Choose a framework, then a role of it. */
  | {
      kind: 'role-form';
      frameworks: readonly Framework[];
      /** The one chosen; undefined in the first step. */
      framework?: Framework;
      own?: RoleRef;
      suggestion?: Suggestion;
      /** True when it was sent on with nothing chosen. */
      missing?: boolean;
    }
  | ({ kind: 'role-set' } & RoleRef)
  | { kind: 'role-forgotten' }
  /** `language` undefined: as the person writes. `reminders` undefined: none were ever set up. `changed` is what was just done. */
  | { kind: 'profile'; own?: RoleRef; language?: Language; reminders?: Reminders; changed?: 'language' | 'nothing' }
  | { kind: 'note-saved'; id: string; prompt: Prompt; statement?: string }
  /** `edited` when its words were just changed. */
  | { kind: 'note'; note: NoteView; mode: 'read' | 'edit' | 'delete'; edited?: boolean; remark?: NoteRemark; draft?: string }
  | { kind: 'note-away'; why: 'deleted' | 'unknown' }
  /** A page of notes, newest first; `page` counts from 0, `total` is how many match. */
  | { kind: 'notes'; notes: readonly NoteView[]; page: number; pages: number; total: number; search?: string; theme?: Theme }
  /** Part of everything that is stored; `rest` when there is more than could be sent. */
  | { kind: 'export'; part: number; parts: number; lines: readonly string[]; rest: boolean }
  /** Asks whether to delete everything, or says what was. */
  | { kind: 'delete-data'; done: false | Deleted }
  /** Everything is deleted after `endsOn` (`YYYY-MM-DD` where the person is) unless they say otherwise. */
  | { kind: 'farewell'; endsOn: string }
  /** Why a personal matter is not taken care of: others read along, the channel does not say who writes, or it is not built. */
  | { kind: 'not-here'; why: 'group' | 'nobody' | 'not-yet' };
