/*
 * Entry of the preview process, in the same package build as everything else.
 *
 * The backend forks this very module: `__filename` is the built file in a
 * published package and this source in a checkout, where the loader of
 * Backstage's CLI (present in every checkout) translates it. Imported by the
 * backend, it only tells its own path; the marker makes it serve.
 */
import { servePreviews } from './servePreviews';

const SERVE_MARKER = '--suido-serve-previews';

/** What `fork` needs to start the preview process. */
export function previewProcessCommand(): {
  readonly file: string;
  readonly args: readonly string[];
  readonly execArgv: readonly string[];
} {
  const loader = __filename.endsWith('.ts')
    ? ['--require', require.resolve('@backstage/cli/config/nodeTransform.cjs')]
    : [];
  return {
    file: __filename,
    args: [SERVE_MARKER],
    execArgv: ['--max-old-space-size=192', ...loader],
  };
}

if (process.argv.includes(SERVE_MARKER)) {
  servePreviews(process).catch(error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  });
}
