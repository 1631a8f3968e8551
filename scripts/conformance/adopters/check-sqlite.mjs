import { freePort } from '../../lib/network/ports.mjs';
import { answers } from '../../lib/portal/ready.mjs';
import { until } from '../../lib/process/until.mjs';
import { startStockBackend } from '../../lib/stock/stock-backend.mjs';
import { ApiClient } from './ApiClient.mjs';
import { CONFIGS, CONTINUE_CONFIG, SQLITE_CONFIG } from './stock-portal.mjs';

const TIMEOUT_MS = 120_000;
const STOP_GRACE_MS = 5000;
const SENTENCE =
  "The data-requests plugin stores its requests in PostgreSQL, but 'backend.database.client' gives it 'better-sqlite3'; set 'backend.database.client'";

/**
 * Starts the same portal on SQLite, as it is and with the config that lets it
 * be ready without this plugin.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 * @param {{ target: string }} installed
 */
export async function refusesSqlite(context, installed) {
  await startOnSqlite(context, installed, {
    configs: [...CONFIGS, SQLITE_CONFIG],
    isUp: async base => Array.isArray((await readCatalog(base))?.items),
  });
  await startOnSqlite(context, installed, {
    configs: [...CONFIGS, SQLITE_CONFIG, CONTINUE_CONFIG],
    isUp: base => answers(`${base}/.backstage/health/v1/readiness`),
  });
  return { detail: 'the catalog answers; ready where config says to go on' };
}

async function startOnSqlite({ env, signal }, { target }, { configs, isUp }) {
  const port = await freePort();
  const child = startStockBackend({
    target,
    configs,
    env: { ...env, STOCK_PORT: String(port) },
  });
  try {
    const waiting = { timeoutMs: TIMEOUT_MS, intervalMs: 200, signal };
    const refused = await until(
      () => child.ended ?? child.log.recent.includes(SENTENCE),
      waiting,
    );
    if (refused !== true) {
      throw new Error(`It did not refuse:\n${child.log.lastErrors()}`);
    }
    const up = await until(
      () => child.ended ?? isUp(`http://127.0.0.1:${port}`),
      waiting,
    );
    if (up !== true) {
      throw new Error(`The rest is not up:\n${child.log.lastErrors()}`);
    }
  } finally {
    await child.stop(STOP_GRACE_MS);
  }
}

async function readCatalog(base) {
  try {
    const api = await ApiClient.asGuest(base);
    return await api.get('/api/catalog/entities/by-query');
  } catch {
    return undefined;
  }
}
