import type { PersonKey } from '../storage/keys.js';

/** What the directory says of a person, as somebody in the municipality typed it; untrusted text. */
export type Listed = {
  readonly jobTitle?: string | undefined;
  readonly department?: string | undefined;
  /** BCP 47 tag. */
  readonly language?: string | undefined;
};

/** What came of asking; nothing but `listed` says anything about the person. */
export type Found =
  | ({ readonly kind: 'listed' } & Listed)
  /** The directory has nobody of that id. */
  | { readonly kind: 'unknown' }
  /** The bot may not ask, was told to wait, or got no answer in time. */
  | { readonly kind: 'forbidden' | 'busy' | 'unavailable' };

/** Looks people up; never throws. */
export type Directory = { find(person: PersonKey): Promise<Found> };
