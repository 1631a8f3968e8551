import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks `condition` again and again until it holds.
 *
 * @template T
 * @param {() => Promise<T | undefined | false> | T | undefined | false} condition
 * @param {{ timeoutMs: number, intervalMs?: number, signal?: AbortSignal }} options
 * @returns {Promise<T | undefined>} what the condition returned, `undefined` after the time limit
 */
export async function until(condition, { timeoutMs, intervalMs = 50, signal }) {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const value = await condition();
    if (value) {
      return value;
    }
    if (performance.now() > deadline) {
      return undefined;
    }
    await delay(intervalMs);
  }
}
