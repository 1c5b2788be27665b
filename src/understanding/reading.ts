/**
 * A message as it was read: its words, and what was found in them.
 */

import type { CueHit } from '../language/cues.js';
import type { Name } from '../language/names.js';
import type { Token } from '../language/text.js';
import type { TimeReading } from '../language/times/times.js';

/** A run of words that names something: tokens `from` up to but not including `to`. */
export type Span = { readonly from: number; readonly to: number; readonly names: readonly Name[] };

/** A message, read. Nothing is decided yet. */
export type Reading = {
  readonly text: string;
  /** Words after correction; `raw` stays as written. */
  readonly tokens: readonly Token[];
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  readonly spans: readonly Span[];
  readonly cues: readonly CueHit[];
  readonly times: TimeReading;
  /** The language of the message's small words; undefined where it has none ("kontorchef"). */
  readonly language: 'da' | 'en' | undefined;
  /** The part that asks. */
  readonly asking: AskingPart;
  has(...cues: readonly string[]): boolean;
  isFiller(at: number): boolean;
  isFrame(at: number): boolean;
};

/** From this character on, and up to but not including that one. */
export type AskingPart = { readonly from: number; readonly to: number };
