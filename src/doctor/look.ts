/**
 * One look: what it is called, what it depends on, and how it is done.
 */
import type { Finding, Found, LookId } from './outcomes.js';
import type { DoctorParts, DoctorSettings } from './ports.js';

/** What a look is given: the parts, and the settings where it needs them; `of` waits for another look. */
export type Asked = {
  readonly parts: DoctorParts;
  readonly settings: DoctorSettings;
  readonly of: (look: LookId) => Promise<Finding>;
};

/** A look. It is done once all that it depends on was; where something of that is broken it is not done, and says what. */
export type Look<Id extends LookId = LookId> = {
  readonly id: Id;
  /** Looks that must have gone well. */
  readonly needs: readonly LookId[];
  /** Looks that must not have failed; what is not used does not matter. */
  readonly after: readonly LookId[];
  /** What it finds where this installation does not use what it looks at; asked before anything else, once the settings are right. */
  readonly unless: ((settings: DoctorSettings) => Found<Id> | undefined) | undefined;
  readonly look: (asked: Asked) => Promise<Found<Id>>;
};

/** Makes one that needs the settings, and whatever else is named. */
export function look<Id extends LookId>(
  id: Id,
  how: Look<Id>['look'],
  { needs = [], after = [], unless }: Partial<Pick<Look<Id>, 'needs' | 'after' | 'unless'>> = {},
): Look<Id> {
  return { id, needs: ['settings', ...needs], after, unless, look: how };
}

/** Makes one that needs nothing. */
export function firstLook<Id extends LookId>(id: Id, how: Look<Id>['look']): Look<Id> {
  return { id, needs: [], after: [], unless: undefined, look: how };
}
