import { setTimeout as delay } from 'node:timers/promises';

const PROBE_INTERVAL_MS = 5000;
const GIVE_UP_AFTER_MS = 30_000;

/**
 * Watches whether the registry can be reached while Yarn installs. Without a
 * network Yarn tries each of two thousand packages four times before it says
 * so, which takes many minutes.
 *
 * Resolves to true when the registry did not answer for half a minute and
 * Yarn is still fetching; to false when watching is over. An installation
 * from a complete cache needs no network and reaches its link step first.
 *
 * @param {object} options
 * @param {() => Promise<boolean>} options.answers whether the registry answers
 * @param {() => boolean} options.isFetching whether Yarn still waits for packages
 * @param {AbortSignal} options.signal ends the watch
 * @param {number} [options.intervalMs]
 * @param {number} [options.giveUpAfterMs]
 * @returns {Promise<boolean>}
 */
export async function registryIsLost({
  answers,
  isFetching,
  signal,
  intervalMs = PROBE_INTERVAL_MS,
  giveUpAfterMs = GIVE_UP_AFTER_MS,
}) {
  let silentSince;
  while (!signal.aborted && isFetching()) {
    if (await answers()) {
      silentSince = undefined;
    } else {
      silentSince ??= performance.now();
      if (performance.now() - silentSince >= giveUpAfterMs && isFetching()) {
        return !signal.aborted;
      }
    }
    await delay(intervalMs, undefined, { signal }).catch(() => {});
  }
  return false;
}

/**
 * Whether the address answers at all, with whatever status.
 *
 * @param {string} url
 */
export async function answersAtAll(url) {
  try {
    const response = await fetch(url, {
      method: 'HEAD',
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
