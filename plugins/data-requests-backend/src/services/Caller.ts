import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { ForgeActor } from '@suido/backstage-plugin-data-requests-node';

/** Who calls: a person, or a machine with a service token. */
export interface Caller {
  readonly credentials: BackstageCredentials;
  /** Absent for a machine. */
  readonly user?: ForgeActor;
}

/** @throws `NotAllowedError` for a machine: a request belongs to a person */
export function requireUser(caller: Caller): ForgeActor {
  if (!caller.user) {
    throw new NotAllowedError(
      'Requests and drafts belong to people: call this with the token of a user, not of a service.',
    );
  }
  return caller.user;
}
