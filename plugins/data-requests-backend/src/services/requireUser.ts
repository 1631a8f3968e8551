import { requirePerson, type Caller } from '@suido/backend-kit';
import type { ForgeActor } from '@suido/backstage-plugin-data-requests-node';

/** @throws `NotAllowedError` for a machine: a request belongs to a person */
export function requireUser(caller: Caller): ForgeActor {
  return requirePerson(caller, 'Requests and drafts');
}
