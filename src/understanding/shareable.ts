/**
 * What can be put among others: a place of the content, or a question whose answer is the same for everybody.
 */
import { z } from 'zod';
import { subjectSchema } from '../content/place.js';
import { questionSchema } from './question.js';

/** The schema of a {@link Shareable}; untrusted when it comes back from a card. */
export const shareableSchema = z.union([subjectSchema, z.strictObject({ question: questionSchema })]);

/** A place as ids, or a question that pins all that chance would choose. */
export type Shareable = z.output<typeof shareableSchema>;
