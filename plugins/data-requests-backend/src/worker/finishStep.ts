import type { RequestChange } from '../database/RequestStore';
import type { ClaimedStep } from '../database/StepQueue';
import type { StoredRequest } from '../database/StoredRequest';
import type { StepContext } from './StepContext';

/**
 * Writes down what became of a step and gives it up, in one transaction.
 *
 * @remarks
 * Only the worker that still holds the lease writes. One that lost it changes
 * nothing: the step belongs to whoever took it over, who finds on the forge
 * what this one did.
 */
export async function finishStep(
  claim: ClaimedStep,
  context: StepContext,
  decide: (current: StoredRequest) => RequestChange,
): Promise<void> {
  const applied = await context.store.change(claim.request.id, current => {
    if (current.leaseToken !== claim.leaseToken) {
      return undefined;
    }
    const change = decide({ ...current, nextStep: undefined });
    return { ...change, patch: { nextStep: undefined, ...change.patch } };
  });
  if (applied) {
    await context.announcer.announce(applied);
  }
}
