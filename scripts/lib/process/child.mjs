import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isAlive } from './identity.mjs';
import { until } from './until.mjs';

/**
 * A long-running program of the portal, with its output in a log.
 *
 * It runs in a process group of its own, so that Ctrl-C in the terminal
 * reaches the launcher only and the launcher can stop the programs in the
 * right order (the backend before its database).
 */
export class Child {
  /**
   * @param {string} name
   * @param {string} program
   * @param {string[]} args
   * @param {{ log: import('../state/log.mjs').Log, env: NodeJS.ProcessEnv, cwd: string,
   *   uid?: number, gid?: number, stopSignal?: NodeJS.Signals }} options
   */
  constructor(name, program, args, options) {
    this.name = name;
    this.log = options.log;
    this.stopSignal = options.stopSignal ?? 'SIGTERM';
    this.stopping = false;
    /** @type {{ code: number | null, signal: NodeJS.Signals | null, error?: Error } | undefined} */
    this.ended = undefined;
    this.process = spawn(program, args, {
      cwd: options.cwd,
      env: options.env,
      uid: options.uid,
      gid: options.gid,
      // The open stdin is the lifeline: when the launcher is killed, it closes,
      // and the program ends too (lib/child/exit-with-parent.cjs).
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.process.stdin.on('error', () => {});
    this.process.stdout.on('data', chunk => this.log.write(chunk));
    this.process.stderr.on('data', chunk => this.log.write(chunk));
    this.whenEnded = new Promise(resolve => {
      const end = ended => {
        this.ended ??= ended;
        resolve(this.ended);
      };
      this.process.once('error', error =>
        end({ code: null, signal: null, error }),
      );
      this.process.once('close', (code, signal) => end({ code, signal }));
    });
  }

  get pid() {
    return this.process.pid;
  }

  /**
   * Lines of the standard output as they come, for programs that announce
   * their readiness there.
   *
   * @param {(line: string) => void} listener
   */
  onLine(listener) {
    let rest = '';
    this.process.stdout.on('data', chunk => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(listener);
    });
  }

  /**
   * Asks the program to stop, and ends it by force when it takes too long.
   *
   * @param {number} graceMs
   */
  async stop(graceMs) {
    this.stopping = true;
    if (this.ended || this.pid === undefined) {
      return;
    }
    if (process.platform === 'win32') {
      // There are no signals on Windows; the closed lifeline asks, and
      // taskkill takes the whole tree when nobody listens.
      this.process.stdin.end();
    } else {
      signalPid(this.pid, this.stopSignal);
    }
    await Promise.race([this.whenEnded, timer(graceMs)]);
    if (!this.ended) {
      await this.kill();
    }
  }

  /** Ends the program and what it started at once. */
  async kill() {
    if (process.platform === 'win32') {
      await once(
        spawn('taskkill', ['/pid', String(this.pid), '/f', '/t'], {
          stdio: 'ignore',
        }),
        'close',
      );
    } else if (!signalPid(-this.pid, 'SIGKILL')) {
      signalPid(this.pid, 'SIGKILL');
    }
    await Promise.race([this.whenEnded, timer(1000)]);
  }
}

/**
 * Ends a process that another launcher left behind: asks, waits, forces.
 *
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @param {number} graceMs
 */
export async function endProcess(pid, signal, graceMs) {
  signalPid(pid, signal);
  const gone = () => !isAlive(pid);
  if (!(await until(gone, { timeoutMs: graceMs }))) {
    signalPid(pid, 'SIGKILL');
    await until(gone, { timeoutMs: 2000 });
  }
}

function signalPid(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
    return false;
  }
}

function timer(ms) {
  return new Promise(resolve => {
    setTimeout(resolve, ms).unref();
  });
}
