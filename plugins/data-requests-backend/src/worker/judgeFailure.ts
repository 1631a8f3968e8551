import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import type { RequestStep } from '../database/StoredRequest';
import { ChecksFailedError } from '../services/evaluateToSend';
import { storageTrouble } from './storageTrouble';

/** Most times that a step is tried when what it needs does not answer. */
export const MOST_ATTEMPTS = 10;

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;
const LONGEST_WAIT_MS = 30_000;

/** What becomes of a request whose step failed. */
export type Verdict =
  | {
      readonly kind: 'retry';
      readonly delayMs: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'give-up';
      /** Absent where the request's state stays as it is. */
      readonly state?: RequestState;
      readonly reason: string;
    };

const PERMANENT_ERRORS: ReadonlySet<string> = new Set([
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
]);

/**
 * Judges an error of a step.
 *
 * @remarks
 * An error that says in words what is wrong does not get better by waiting;
 * its message is shown. Any other (a network, a full disk) is tried again with
 * growing pauses, and its message, which may hold addresses and paths, goes to
 * the log only. `close` and `await-deploy` never give up on those: nobody
 * waits for them in front of a screen, and a request that is withdrawn or
 * merged must not turn into a failed one. Nor does any step give up on a full
 * or closed disk: trying again would be left to every author, once it is mended.
 */
export function judgeFailure(
  step: RequestStep,
  error: unknown,
  attempts: number,
): Verdict {
  const isInBackground = step === 'close' || step === 'await-deploy';
  if (error instanceof Error && PERMANENT_ERRORS.has(error.name)) {
    if (isInBackground) {
      return { kind: 'give-up', reason: error.message };
    }
    const isConflict = step === 'update' && error.name === 'ConflictError';
    return {
      kind: 'give-up',
      state: isConflict ? 'conflicted' : 'failed',
      reason:
        error instanceof ChecksFailedError ? error.stateReason : error.message,
    };
  }
  const trouble = storageTrouble(error);
  const isWaitedFor = isInBackground || trouble?.isWaitedFor;
  if (attempts >= MOST_ATTEMPTS && !isWaitedFor) {
    return {
      kind: 'give-up',
      state: 'failed',
      reason:
        trouble?.reason ??
        `The repository did not answer in ${attempts} attempts; try again later. / リポジトリから${attempts}回応答がありませんでした。しばらくしてから再試行してください。`,
    };
  }
  return {
    kind: 'retry',
    delayMs: Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS),
    reason:
      trouble?.reason ??
      `The repository does not answer (attempt ${attempts}); it is tried again. / リポジトリから応答がありません（${attempts}回目）。再試行します。`,
  };
}

/** Pause before asking again whether something outside has happened. */
export function waitMs(attempts: number): number {
  return Math.min(FIRST_DELAY_MS * Math.max(1, attempts / 4), LONGEST_WAIT_MS);
}
