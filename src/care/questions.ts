/**
 * What is asked of a message before all else.
 */

/** Whether its writer is not well, and whether it is about others who are not. */
export const careQuestions = ['unwell', 'others'] as const;

/** One of {@link careQuestions}. */
export type CareQuestion = (typeof careQuestions)[number];

/** Whether it is about its writer: how they are, what they noted or agreed with themself, what they think of the bot. */
export const ownQuestions = ['own'] as const;

/** One of {@link ownQuestions}. */
export type OwnQuestion = (typeof ownQuestions)[number];
