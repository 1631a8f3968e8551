import type { RequestSummary } from '@suido/backstage-plugin-data-requests-common';
import { isMoving } from '../states/whoIsNext';

const MOVING_MS = 2_000;
const RESTING_MS = 15_000;
const MOVING_AT_MOST_MS = 5 * 60_000;

/**
 * How long to wait before a request is read again.
 *
 * @remarks
 * Quick while the portal works on it; no longer quick once that has taken
 * minutes, so that a stuck request does not keep every open page busy.
 * @param now - epoch milliseconds
 * @returns milliseconds
 */
export function pollInterval(
  request: Pick<RequestSummary, 'state' | 'stateSince'> | undefined,
  now: number,
): number {
  if (!request || !isMoving(request.state)) {
    return RESTING_MS;
  }
  const movingMs = now - Date.parse(request.stateSince);
  return movingMs < MOVING_AT_MOST_MS ? MOVING_MS : RESTING_MS;
}
