import { repositoryRoot, stateDirectory } from '../checkout.mjs';
import { buildApp } from '../bundle/build-app.mjs';
import { text } from '../console/messages.mjs';
import { Progress } from '../console/progress.mjs';
import { installPackages } from '../install/install.mjs';
import { assertSupportedPlatform } from '../postgres/binaries.mjs';
import { prepareStateDirectory } from '../state/state-directory.mjs';
import { parseArguments } from './arguments.mjs';
import { assertPortFree } from './check-port.mjs';
import { childEnded } from './child-problem.mjs';
import { claimStateDirectory } from './claim.mjs';
import { endOrphans } from './end-orphans.mjs';
import { launchPrograms, Programs } from './launch.mjs';
import { peopleOfTheDemo } from './people.mjs';
import { resetState } from './reset.mjs';
import { StopRequest, StopRequested } from './stop-request.mjs';

const FRONTEND_PORT = 3000;

/**
 * `npm start` and `yarn dev`: from a fresh clone to a running portal, until
 * somebody stops it.
 *
 * @param {'start' | 'dev'} mode
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runPortal(mode, args) {
  const options = parseArguments(args);
  if (options.help) {
    process.stdout.write(`${text('arguments.help')}\n`);
    return 0;
  }
  const stop = new StopRequest();
  const directory = stateDirectory();
  const progress = new Progress();
  const frontendUrl = `http://localhost:${FRONTEND_PORT}`;
  const url = mode === 'dev' ? frontendUrl : `http://localhost:${options.port}`;
  assertSupportedPlatform();
  prepareStateDirectory(directory);
  const claim = claimStateDirectory(directory, url);
  const programs = new Programs(pids => claim.publish({ pids }));
  try {
    await endOrphans(claim.orphans);
    if (options.reset) {
      const isReset = await resetState(directory, {
        yes: options.yes,
        signal: stop.signal,
      });
      progress.line(text(isReset ? 'reset.done' : 'reset.declined'));
      if (!isReset) {
        return 1;
      }
    }
    await assertPortFree(options.port);
    if (mode === 'dev') {
      await assertPortFree(FRONTEND_PORT);
    }
    await prepareCheckout({
      mode,
      progress,
      stateDirectory: directory,
      verbose: options.verbose,
      signal: stop.signal,
    });
    await launchPrograms({
      root: repositoryRoot,
      stateDirectory: directory,
      mode,
      port: options.port,
      frontendUrl,
      verbose: options.verbose,
      progress,
      programs,
      signal: stop.signal,
    });
    claim.publish({ status: 'ready', pids: programs.pids });
    announce(progress, url, directory);

    const ended = await Promise.race([
      stop.when,
      ...programs.children.map(child => child.whenEnded.then(() => child)),
    ]);
    if (ended && !stop.requested) {
      throw childEnded(ended);
    }
    return 0;
  } catch (error) {
    if (error instanceof StopRequested) {
      return 0;
    }
    throw error;
  } finally {
    await stopPrograms(programs, new Progress());
    claim.release();
  }
}

/**
 * The steps that need nothing running: packages and, except in development,
 * the app bundle. `npm test` begins with the same.
 *
 * @param {{ mode: 'start' | 'dev', progress: Progress, stateDirectory: string,
 *   verbose: boolean, signal?: AbortSignal }} options
 */
export async function prepareCheckout(options) {
  const { mode, progress, signal } = options;
  const work = { ...options, root: repositoryRoot };
  await progress.step(
    text('step.node', { version: process.versions.node }),
    async () => {},
  );
  await progress.step(text('step.install'), () => installPackages(work));
  signal?.throwIfAborted();
  if (mode === 'start') {
    await progress.step(text('step.bundle'), () => buildApp(work));
    signal?.throwIfAborted();
  }
}

function announce(progress, url, directory) {
  progress.line();
  progress.line(`  ${text('ready.url', { url, seconds: progress.seconds })}`);
  progress.line();
  progress.line(`  ${text('ready.people')}`);
  for (const person of peopleOfTheDemo(repositoryRoot)) {
    progress.line(`    ${person}`);
  }
  progress.line();
  progress.line(`  ${text('ready.stop', { log: `${directory}/log` })}`);
}

async function stopPrograms(programs, progress) {
  if (programs.children.length === 0) {
    return;
  }
  await programs.stop();
  progress.line();
  progress.line(`  ${text('stop.done', { seconds: progress.seconds })}`);
}
