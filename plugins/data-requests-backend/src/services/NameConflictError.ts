import { ConflictError } from '@backstage/errors';
import type { Check } from '@suido/backstage-plugin-data-requests-common';

/**
 * Refuses a name that somebody else asked for first.
 *
 * @remarks
 * Keeps the name `ConflictError`, so it answers 409; `checks` goes along in
 * the answer as with `ChecksFailedError`, so that a form can say it in its
 * reader's language and lead to the name.
 */
export class NameConflictError extends ConflictError {
  readonly checks: readonly Check[];

  constructor(message: Check['message']) {
    super(message.en);
    this.checks = [
      {
        rule: 'name-taken',
        severity: 'error',
        status: 'failed',
        field: 'name',
        message,
      },
    ];
  }
}
