/**
 * The languages that prompts, names and frames exist in.
 */

/** A language that frames and buttons exist in; the adopted wording is always Danish. */
export type Language = 'da' | 'en';
