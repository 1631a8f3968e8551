import { text } from '../console/messages.mjs';
import { Problem } from '../console/problem.mjs';
import { noPermission } from '../state/state-directory.mjs';

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|RequestError|certificate|YN0035/;

/**
 * What a failed install means, from Yarn's output.
 *
 * @param {string} output
 * @param {string} log where the full output is
 * @param {string} root
 */
export function installProblem(output, log, root) {
  const details = lastErrors(output);
  // Not only EACCES: a read-only file system (EROFS) and Windows (EPERM) too.
  const denied = /(?:EACCES|EPERM|EROFS)[^\n]*?'([^'\n]+)'/.exec(output);
  if (denied) {
    return noPermission(denied[1] || root, new Error(details));
  }
  const kind = kindOf(output);
  return new Problem(text(`install.${kind}`), {
    cure: text(`install.${kind}.cure`, { log }),
    details,
  });
}

function kindOf(output) {
  if (output.includes('ENOSPC')) {
    return 'disk';
  }
  // YN0028: the lockfile would have been modified by this install.
  if (output.includes('YN0028')) {
    return 'lock';
  }
  return NETWORK.test(output) ? 'network' : 'failed';
}

function lastErrors(output) {
  // eslint-disable-next-line no-control-regex
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '').trimEnd();
  const lines = plain.split('\n');
  // YN0001: an exception; YN0009: a package could not be compiled.
  const errors = lines.filter(line =>
    /YN0001|YN0009|YN0028: │ The|YN0035|✘/.test(line),
  );
  return (errors.length > 0 ? errors : lines).slice(-8).join('\n');
}
