import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { yarnRelease } from '../../lib/install/install.mjs';
import { run } from '../../lib/process/run.mjs';

/**
 * Takes the packed packages out of Yarn's shared cache: every run packs new
 * ones, and nobody asks for the old ones again.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 */
export async function removeCachedTarballs({ root, env }) {
  // Also after the person asked to stop, so without their signal.
  const { stdout } = await run(
    process.execPath,
    [yarnRelease(root), 'config', 'get', 'cacheFolder'],
    { cwd: root, env },
  );
  const folder = stdout.trim();
  if (existsSync(folder)) {
    readdirSync(folder)
      .filter(name => /^@suido-.*-file-/.test(name))
      .forEach(name => rmSync(join(folder, name), { force: true }));
  }
}
