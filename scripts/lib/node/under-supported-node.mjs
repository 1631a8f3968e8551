import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stateDirectory } from '../checkout.mjs';
import { reportError } from '../console/report.mjs';
import { prepareStateDirectory } from '../state/state-directory.mjs';
import { childEnvironment } from '../process/environment.mjs';
import { fetchedNode } from './fetched-node.mjs';
import { isSupportedNode } from './versions.mjs';

/**
 * Runs `main` when this is a Node that Backstage supports; otherwise runs the
 * same script again under a Node 24 from npm and ends with its exit code.
 *
 * @param {string} scriptUrl `import.meta.url` of the script
 * @param {() => Promise<number | void>} main returns the exit code
 */
export async function underSupportedNode(scriptUrl, main) {
  endWithPackageManager();
  try {
    if (isSupportedNode(process.versions.node)) {
      endWithLauncher();
      process.exitCode = (await main()) ?? 0;
    } else {
      const directory = stateDirectory();
      prepareStateDirectory(directory);
      const node = await fetchedNode(directory);
      process.exitCode = await rerun(node, fileURLToPath(scriptUrl));
    }
  } catch (error) {
    reportError(error);
    process.exitCode = 1;
  }
}

function rerun(node, script) {
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    // The channel tells the inner launcher when this process is killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...childEnvironment(node), SUIDO_RERUN: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C reaches the whole foreground group, the inner one included.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) {
        child.kill(signal);
      }
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
}

// npm ends on SIGTERM, and so does the shell it runs us in, without a word to
// us; what remains is that we have another parent then. Only for the commands
// that people run: the journeys let a portal outlive its parent on purpose.
function endWithPackageManager() {
  const command = process.env.npm_lifecycle_event;
  if (process.env.SUIDO_RERUN || !['start', 'dev'].includes(command)) {
    return;
  }
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      process.kill(process.pid, 'SIGTERM');
    }
  }, 500);
  timer.unref();
}

function endWithLauncher() {
  if (process.env.SUIDO_RERUN && process.channel) {
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  }
  delete process.env.SUIDO_RERUN;
}
