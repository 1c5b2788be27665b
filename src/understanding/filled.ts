/**
 * An intent with its slots filled.
 */
import type { RoleRef } from '../content/library.js';
import type { Question } from './question.js';

/** A title that no document names, the role it was taken for, and others it may mean. */
export type Assumption = { readonly said: string; readonly role: RoleRef; readonly others: readonly RoleRef[] };

/** What an intent asks for here: one question, or a choice of several. */
export type Filled = { readonly question: Question; readonly assumed?: Assumption };
