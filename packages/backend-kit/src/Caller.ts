import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/** A person who calls. @public */
export interface CallingUser {
  readonly userEntityRef: string;
  readonly ownershipEntityRefs: readonly string[];
  readonly displayName: string;
}

/** Who calls: a person, or a machine with a service token. @public */
export interface Caller {
  readonly credentials: BackstageCredentials;
  /** Absent for a machine. */
  readonly user?: CallingUser;
}

/**
 * The person behind a call.
 * @param what - what belongs to people, in the plural: `Requests and drafts`
 * @throws `NotAllowedError` for a machine
 * @public
 */
export function requirePerson(caller: Caller, what: string): CallingUser {
  if (!caller.user) {
    throw new NotAllowedError(
      `${what} belong to people: call this with the token of a user, not of a service.`,
    );
  }
  return caller.user;
}
