import type { Duplicate } from '@suido/backstage-plugin-data-requests-common';

/** What the place around a form can do with something that exists already. @public */
export interface DuplicateActions {
  /** Where it can be looked at. */
  readonly hrefOf?: (duplicate: Duplicate) => string | undefined;
  /**
   * Ends the form because it serves as well; rejects where that failed. Absent
   * where there is no draft to end.
   */
  readonly takeInstead?: (duplicate: Duplicate) => Promise<void>;
}
