import { until } from '../process/until.mjs';
import { childEnded, childNotReady } from './child-problem.mjs';

/**
 * Waits until `condition` holds for a program that was just started; says so
 * when the program ends instead.
 *
 * @param {import('../process/child.mjs').Child} child
 * @param {() => Promise<boolean> | boolean} condition
 * @param {{ timeoutMs: number, signal: AbortSignal }} options
 */
export async function whenReady(child, condition, { timeoutMs, signal }) {
  const outcome = await until(
    async () => (child.ended ? 'ended' : (await condition()) && 'ready'),
    { timeoutMs, intervalMs: 100, signal },
  );
  if (outcome === 'ended') {
    throw childEnded(child);
  }
  if (!outcome) {
    throw childNotReady(child, timeoutMs);
  }
}

/**
 * Whether the address answers with success.
 *
 * @param {string} url
 */
export async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
