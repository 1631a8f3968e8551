import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stateDirectory, stopPortal } from './portal';

/** What the journeys merged, for the conformance suite to build with real dbt. */
const mergedRepository = resolve(__dirname, '../.suido/e2e/data-platform.git');

/** Stops the portal and deletes its data, when the data was made for this run. */
export default async function globalTeardown() {
  await stopPortal();
  rmSync(mergedRepository, { recursive: true, force: true });
  cpSync(join(stateDirectory(), 'forge/data-platform.git'), mergedRepository, {
    recursive: true,
  });
  const scratch = process.env.SUIDO_E2E_SCRATCH;
  if (scratch) {
    execFileSync(process.execPath, [
      join(__dirname, '../scripts/lib/child/remove-state.mjs'),
      scratch,
    ]);
    rmSync(scratch, { recursive: true, force: true });
  }
}
