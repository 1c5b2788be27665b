/**
 * Fields for settings: switches, days, times and dates. Clients bring their own pickers for them.
 */
import type { ChoiceInput, Common } from './elements.js';

/** A field that is on or off; comes back as 'true' or 'false'. */
export type ToggleInput = Common & {
  readonly type: 'Input.Toggle';
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly value: 'true' | 'false';
  readonly wrap: true;
};

/** A field for a time of day (`HH:MM`) or a date (`YYYY-MM-DD`). */
export type ClockInput = Common & {
  readonly type: 'Input.Time' | 'Input.Date';
  readonly id: string;
  readonly label: string;
  readonly value?: string;
};

/** A field to choose several days in. */
export function daysField(id: string, label: string, choices: ChoiceInput['choices'], chosen: readonly string[]): ChoiceInput {
  const value = chosen.join(',');
  return { type: 'Input.ChoiceSet', id, label, style: 'expanded', wrap: true, isMultiSelect: true, choices, value, spacing: 'Medium' };
}

/** A switch. */
export function toggleField(id: string, label: string, title: string, isOn: boolean): ToggleInput {
  return { type: 'Input.Toggle', id, label, title, value: isOn ? 'true' : 'false', wrap: true, spacing: 'Medium' };
}

/** A field for a time of day. */
export function clockField(id: string, label: string, value: string | undefined): ClockInput {
  return { type: 'Input.Time', id, label, spacing: 'Medium', ...(value && { value }) };
}

/** A field for a date. */
export function lastDayField(id: string, label: string, value: string | undefined): ClockInput {
  return { type: 'Input.Date', id, label, spacing: 'Medium', ...(value && { value }) };
}
