import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';

/**
 * Runs a program to its end; everything it prints goes to the log.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ log: string, cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>} `output` holds both
 *   streams; `code` is -1 when the program could not be started
 */
export function runLogged(program, args, { log, cwd, env }) {
  appendFileSync(log, `\n$ ${program} ${args.join(' ')}\n`);
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    /** @type {Buffer[]} */
    const chunks = [];
    const collect = chunk => {
      chunks.push(chunk);
      appendFileSync(log, chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', error => {
      appendFileSync(log, `${error.message}\n`);
      resolve({ code: -1, output: error.message });
    });
    child.once('close', code => {
      resolve({ code: code ?? -1, output: Buffer.concat(chunks).toString() });
    });
  });
}
