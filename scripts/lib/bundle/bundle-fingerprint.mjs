import { join } from 'node:path';
import { majorOf } from '../node/versions.mjs';
import { filesBelow, fingerprint } from '../state/fingerprint.mjs';
import { workspaceClosure } from '../install/workspaces.mjs';

const IGNORED = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'dev',
  '__tests__',
  '__fixtures__',
  'migrations',
]);

/**
 * What the app bundle is made of: the app and every workspace it imports, the
 * dependencies, and the config that the build reads.
 *
 * @param {string} root
 */
export function bundleFingerprint(root) {
  const sources = workspaceClosure(root, join(root, 'packages/app')).flatMap(
    directory => filesBelow(directory, isSource),
  );
  const settings = [
    'yarn.lock',
    'package.json',
    'backstage.json',
    'tsconfig.json',
    'app-config.yaml',
    'app-config.local.yaml',
  ].map(name => join(root, name));
  return fingerprint(
    root,
    [...sources, ...settings],
    [`node ${majorOf(process.versions.node)}`],
  );
}

function isSource(name, isDirectory) {
  if (isDirectory) {
    return !IGNORED.has(name);
  }
  return !/\.test\.tsx?$|\.md$/.test(name);
}
