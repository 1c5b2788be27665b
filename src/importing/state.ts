/**
 * Where a walk through a document stands.
 */

/** Where the walk stands. `role` is null where everybody is meant, and undefined before and between the roles. */
export type State = {
  role: string | null | undefined;
  theme: string | undefined;
  subtheme: string | undefined;
  /** Nothing but headings since this role or theme began. */
  isFresh: boolean;
  /** Two headings stood on one line. */
  isEither: boolean;
  /** Everybody's words came in a list, and the list is over. */
  isOver: boolean;
  hasCommon: boolean;
};
