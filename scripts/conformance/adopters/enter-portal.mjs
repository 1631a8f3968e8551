import { freePort } from '../../lib/network/ports.mjs';
import { startStockApp } from '../../lib/stock/stock-backend.mjs';
import { ApiClient } from './ApiClient.mjs';

/**
 * @typedef {object} AdopterPortal
 * @property {string} base its address
 * @property {ApiClient} api as a guest
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the portal on PostgreSQL until it is ready, and signs in.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 * @param {{ target: string }} installed
 * @param {string[]} configs files of its folder
 * @returns {Promise<AdopterPortal & { detail: string }>}
 */
export async function enterPortal({ root, env, signal }, { target }, configs) {
  const port = await freePort();
  const { base, seconds, stop } = await startStockApp({
    root,
    target,
    port,
    env,
    signal,
    configs,
  });
  try {
    const api = await ApiClient.asGuest(base);
    return { base, api, stop, detail: `${seconds} s` };
  } catch (error) {
    await stop();
    throw error;
  }
}
