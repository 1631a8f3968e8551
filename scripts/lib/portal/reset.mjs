import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { text } from '../console/messages.mjs';
import { Problem } from '../console/problem.mjs';
import { removeEmbeddedPostgres } from '../postgres/postgres.mjs';

/**
 * Deletes the demo's data: database, repositories, warehouse and secrets.
 * Logs and the remembered Node stay.
 *
 * @param {string} stateDirectory
 * @param {{ yes: boolean, signal: AbortSignal }} options
 * @returns {Promise<boolean>} false when the person declined
 */
export async function resetState(stateDirectory, { yes, signal }) {
  if (!yes && !(await confirmed(stateDirectory, signal))) {
    return false;
  }
  await removeEmbeddedPostgres(stateDirectory);
  for (const name of ['forge', 'warehouse', 'secrets.json']) {
    rmSync(join(stateDirectory, name), { recursive: true, force: true });
  }
  return true;
}

async function confirmed(stateDirectory, signal) {
  if (!process.stdin.isTTY) {
    throw new Problem(text('reset.noTerminal'), {
      cure: text('reset.noTerminal.cure'),
    });
  }
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  try {
    const question = text('reset.ask', { directory: stateDirectory });
    const answer = await terminal.question(question, { signal });
    return /^(y|yes|はい)$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
