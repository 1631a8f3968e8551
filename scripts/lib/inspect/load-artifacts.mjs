import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from '../console/messages.mjs';
import { Progress } from '../console/progress.mjs';
import { installPackages } from '../install/install.mjs';
import { StopRequest } from '../portal/stop-request.mjs';
import { prepareStateDirectory } from '../state/state-directory.mjs';

/**
 * The library that reads artifacts, from the sources of this checkout; what it
 * needs is installed first where it is missing. What that prints goes to
 * stderr, so that stdout holds nothing but the result.
 *
 * @param {{ root: string, stateDirectory: string }} folders
 * @returns {Promise<typeof import('../../../packages/dbt-artifacts/src')>}
 */
export async function loadArtifacts({ root, stateDirectory }) {
  const library = createRequire(
    join(root, 'packages/dbt-artifacts/package.json'),
  );
  const loader = '@backstage/cli/config/nodeTransform.cjs';
  if (!canResolve(library, [loader, 'yaml', '@swc/core'])) {
    prepareStateDirectory(stateDirectory);
    const { signal } = new StopRequest();
    const progress = new Progress(process.stderr);
    await progress.step(text('step.install'), () =>
      installPackages({ root, stateDirectory, verbose: false, signal }),
    );
  }
  library(loader);
  return library('./src/index.ts');
}

function canResolve({ resolve }, names) {
  try {
    names.forEach(name => resolve(name));
    return true;
  } catch {
    return false;
  }
}
