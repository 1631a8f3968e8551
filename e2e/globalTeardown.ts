import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopPortal } from './portal';

/** Stops the portal and deletes its data, when the data was made for this run. */
export default async function globalTeardown() {
  await stopPortal();
  const scratch = process.env.SUIDO_E2E_SCRATCH;
  if (scratch) {
    execFileSync(process.execPath, [
      join(__dirname, '../scripts/lib/child/remove-state.mjs'),
      scratch,
    ]);
    rmSync(scratch, { recursive: true, force: true });
  }
}
