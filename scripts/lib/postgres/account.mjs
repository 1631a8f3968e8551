import { readFileSync, statSync } from 'node:fs';
import { Problem } from '../console/problem.mjs';
import { text } from '../console/messages.mjs';
import { run } from '../process/run.mjs';

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * The account that PostgreSQL runs as: `undefined` (our own) unless we are
 * root, which PostgreSQL refuses.
 *
 * As root it is the owner of existing data (a portal that was started by an
 * ordinary user before), else the first of the customary accounts. None is
 * created: a demo should not leave users behind on a machine.
 *
 * @param {string} dataDirectory
 * @returns {Account | undefined}
 */
export function postgresAccount(dataDirectory) {
  if (!isRoot()) {
    return undefined;
  }
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  const account = accountFromPasswd(readFileSync('/etc/passwd', 'utf8'));
  if (!account) {
    throw new Problem(text('postgres.account'), {
      cure: text('postgres.account.cure'),
    });
  }
  return account;
}

/**
 * @param {string} passwd the text of /etc/passwd
 * @returns {Account | undefined}
 */
export function accountFromPasswd(passwd) {
  const entries = passwd.split('\n').map(line => line.split(':'));
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const entry = entries.find(fields => fields[0] === name);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (uid > 0 && gid >= 0) {
      return { uid, gid };
    }
  }
  return undefined;
}

/**
 * Whether the account can enter the folder. Asked of the system rather than
 * computed from permission bits, so that access lists, mounts and every
 * folder above are taken into account.
 *
 * @param {string} directory
 * @param {Account} account
 */
export async function canEnter(directory, account) {
  const { code } = await run('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
    ...account,
    cwd: '/',
  });
  return code === 0;
}

export function isRoot() {
  return process.getuid?.() === 0;
}
