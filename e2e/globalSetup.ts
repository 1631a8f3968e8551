import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from './portal';

/**
 * Starts a portal with data of its own, so that the journeys never touch the
 * `.suido/` of the person who runs them. The workers inherit the variables.
 */
export default async function globalSetup() {
  if (!process.env.SUIDO_STATE_DIR) {
    const directory = mkdtempSync(join(tmpdir(), 'suido-e2e-'));
    // The account of the database must be able to enter it.
    chmodSync(directory, 0o755);
    process.env.SUIDO_STATE_DIR = directory;
    process.env.SUIDO_E2E_SCRATCH = directory;
  }
  process.env.SUIDO_E2E_PORT ??= '7017';
  await startPortal();
}
