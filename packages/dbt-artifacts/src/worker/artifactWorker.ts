/*
 * Entry of the worker thread, in the same package build as everything else.
 *
 * The thread is started with this very module: `__filename` is the built file
 * in a published package and this source in a checkout, where the loader of
 * Backstage's CLI (present in every checkout) translates it. Imported by the
 * caller, it only tells its own path; the order in `workerData` makes it read.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { isWorkerOrder } from './protocol';
import { serveArtifact } from './serveArtifact';

/** What `Worker` needs to start a thread that reads artifacts. */
export function artifactWorkerFile(): {
  readonly file: string;
  readonly execArgv: readonly string[];
} {
  return {
    file: __filename,
    execArgv: __filename.endsWith('.ts')
      ? [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ]
      : [],
  };
}

if (parentPort && isWorkerOrder(workerData)) {
  void serveArtifact(parentPort, workerData);
}
