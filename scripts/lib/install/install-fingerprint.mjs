import { join } from 'node:path';
import { majorOf } from '../node/versions.mjs';
import { filesBelow, fingerprint } from '../state/fingerprint.mjs';
import { workspaceDirectories } from './workspaces.mjs';

/**
 * What `node_modules` depends on: when this is unchanged, installing again
 * would do nothing.
 *
 * @param {string} root
 */
export function installFingerprint(root) {
  const manifests = workspaceDirectories(root).map(directory =>
    join(directory, 'package.json'),
  );
  const files = [
    join(root, 'package.json'),
    join(root, 'yarn.lock'),
    join(root, '.yarnrc.yml'),
    ...manifests,
    ...filesBelow(join(root, '.yarn/patches'), () => true),
  ];
  return fingerprint(root, files, [
    `node ${majorOf(process.versions.node)}`,
    `${process.platform}-${process.arch}`,
  ]);
}
