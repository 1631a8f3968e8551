import { createWriteStream } from 'node:fs';
import { childEnvironment } from '../process/environment.mjs';
import { run } from '../process/run.mjs';
import { answersAtAll, registryIsLost } from './registry-watch.mjs';

/**
 * Runs `yarn install --immutable`, with its output in a log.
 *
 * @param {{ root: string, yarn: string, logPath: string, verbose: boolean,
 *   signal?: AbortSignal }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runYarnInstall(options) {
  const { root, yarn, logPath, verbose, signal } = options;
  const log = createWriteStream(logPath);
  const ending = new AbortController();
  const stop = AbortSignal.any([ending.signal, ...(signal ? [signal] : [])]);
  let isFetching = true;
  const installing = run(process.execPath, [yarn, 'install', '--immutable'], {
    cwd: root,
    env: childEnvironment(),
    signal: stop,
    onOutput: chunk => {
      isFetching &&= !chunk.includes('Link step');
      log.write(chunk);
      if (verbose) {
        process.stdout.write(chunk);
      }
    },
  });
  const over = new AbortController();
  const watching = watchRegistry(root, yarn, () => isFetching, over.signal);
  watching.then(isLost => isLost && ending.abort());
  const result = await installing;
  const isLost = ending.signal.aborted;
  over.abort();
  await new Promise(resolve => {
    log.end(resolve);
  });
  return isLost
    ? { code: 1, output: `${result.output}\nETIMEDOUT: no registry` }
    : result;
}

async function watchRegistry(root, yarn, isFetching, signal) {
  // Through a proxy Yarn may reach what a direct probe does not.
  if (Object.keys(process.env).some(name => /_proxy$/i.test(name))) {
    return false;
  }
  const setting = async name => {
    const { stdout } = await run(
      process.execPath,
      [yarn, 'config', 'get', name],
      { cwd: root, env: childEnvironment() },
    );
    return stdout.trim();
  };
  const proxy = await setting('httpsProxy');
  const registry = await setting('npmRegistryServer');
  if (!/^(null|undefined)?$/.test(proxy) || !/^https?:/.test(registry)) {
    return false;
  }
  const answers = () => answersAtAll(registry);
  return registryIsLost({ answers, isFetching, signal });
}
