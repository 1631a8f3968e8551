import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and collects what it says. Never throws: a
 * program that cannot be started has the exit code 127 and the reason as its
 * output.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number,
 *   input?: string, onOutput?: (chunk: Buffer) => void, signal?: AbortSignal }} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function run(program, args, options = {}) {
  return new Promise(resolve => {
    let output = '';
    let stdout = '';
    let child;
    const finish = (code, reason = '') =>
      resolve({ code, output: output + reason, stdout });
    try {
      child = spawn(program, args, {
        cwd: options.cwd,
        env: options.env ?? process.env,
        uid: options.uid,
        gid: options.gid,
        signal: options.signal,
        stdio: [
          options.input === undefined ? 'ignore' : 'pipe',
          'pipe',
          'pipe',
        ],
        windowsHide: true,
      });
    } catch (error) {
      // A uid that may not be taken throws here, not in the `error` event.
      finish(127, String(error));
      return;
    }
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input);
    child.stdout.on('data', chunk => {
      output += chunk;
      stdout += chunk;
      options.onOutput?.(chunk);
    });
    child.stderr.on('data', chunk => {
      output += chunk;
      options.onOutput?.(chunk);
    });
    child.once('error', error => finish(127, String(error)));
    child.once('close', code => finish(code ?? 1));
  });
}
