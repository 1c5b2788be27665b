/**
 * From how likely on a reading counts. Chosen on 240 messages by two writers who had seen neither the code nor what it was
 * trained on: 80 of people who are not well, 80 about others, 80 colours of speech.
 *
 * | from | not well, not found | others or colours taken for it |
 * |---|---|---|
 * | 0.30 | 2 of 80 | 16 of 160 |
 * | 0.40 | 3 | 15 |
 * | 0.50 | 5 | 8 |
 * | 0.60 | 6 | 4 |
 * | 0.65 | 6 | 3 |
 * | 0.75 | 8 | 3 |
 * | 0.80 | 10 | 3 |
 *
 * A third writer's 240, measured once with these numbers: of 80 who are not well 71 were told where help is and nothing
 * else, 4 more beside the answer, 5 not; of 160 others 2 were taken for it, 7 told beside the answer.
 *
 * A fourth writer's 240, plainer ones, measured once on what ships: 70 of 80 and 5 more, 5 not; of 160 others 4, and 6 beside.
 *
 * So nobody who is surely not well is given anything else, and who may not be is told beside the answer where help is.
 */
export const policy = {
  /** The writer is not well. */
  unwell: 0.65,
  /** The writer may not be well. */
  unsure: 0.3,
  /** It is about others who are not. */
  others: 0.75,
  /** How much of the odds that a message is about others is taken off the odds for its writer. */
  discount: 0.6,
} as const;
