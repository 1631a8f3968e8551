import { stateDirectory } from '../../lib/checkout.mjs';
import { installPackages, yarnRelease } from '../../lib/install/install.mjs';
import { answersAtAll } from '../../lib/install/registry-watch.mjs';
import { prepareStateDirectory } from '../../lib/state/state-directory.mjs';
import { Skipped } from '../skipped.mjs';

/**
 * @param {import('./run-adopters.mjs').AdopterContext} context
 * @throws Skipped where the registry cannot be reached
 */
export async function assertRegistry({ root, env, runNode }) {
  const setting = async name =>
    (
      await runNode([yarnRelease(root), 'config', 'get', name], { cwd: root })
    ).trim();
  const registry = await setting('npmRegistryServer');
  // Through a proxy Yarn may reach what a direct probe does not.
  const isProxied =
    Object.keys(env).some(name => /_proxy$/i.test(name)) ||
    !/^(null|undefined)?$/.test(await setting('httpsProxy'));
  if (!isProxied && !(await answersAtAll(registry))) {
    throw new Skipped(
      `${registry} cannot be reached`,
      "Check the network, or point Yarn at your company's registry (npmRegistryServer).",
    );
  }
  return { detail: isProxied ? 'through a proxy' : registry };
}

/**
 * The packages of this checkout, with which the others are built.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 */
export async function installCheckout({ root, signal }) {
  const directory = stateDirectory();
  prepareStateDirectory(directory);
  const detail = await installPackages({
    root,
    stateDirectory: directory,
    verbose: false,
    signal,
  });
  return { detail };
}
