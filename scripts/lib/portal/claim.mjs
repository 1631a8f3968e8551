import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../console/messages.mjs';
import { Problem } from '../console/problem.mjs';
import { commandOf, isAlive } from '../process/identity.mjs';
import { readJson, writeJson } from '../state/json-file.mjs';

/**
 * @typedef {object} Claim
 * @property {(facts: object) => void} publish adds facts that others may read
 * @property {number[]} orphans programs of a killed launcher; some may be
 *   about to end
 * @property {() => void} release
 */

/**
 * Takes the state folder for this process. One portal uses one folder; a
 * second start is told where the first one is. The claim of a launcher that
 * was killed is taken over.
 *
 * The file is written elsewhere and linked into place, which fails when it
 * exists: of two starts at the same moment one wins, and nobody ever reads a
 * half-written claim.
 *
 * @param {string} stateDirectory
 * @param {string} url what a second start is told
 * @returns {Claim}
 */
export function claimStateDirectory(stateDirectory, url) {
  const path = portalFile(stateDirectory);
  const own = { pid: process.pid, url, status: 'starting' };
  const temporary = `${path}.${process.pid}.claim`;
  writeFileSync(temporary, JSON.stringify(own));
  let orphans = [];
  try {
    while (!tryLink(temporary, path)) {
      const holder = readJson(path);
      if (holder && isLauncher(holder.pid)) {
        throw alreadyRunning(holder);
      }
      orphans = holder?.pids ?? [];
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(temporary, { force: true });
  }
  return {
    orphans,
    publish: facts => writeJson(path, { ...own, ...facts }),
    release: () => rmSync(path, { force: true }),
  };
}

/** @param {string} stateDirectory */
export function portalFile(stateDirectory) {
  return join(stateDirectory, 'portal.json');
}

/**
 * Whether the process is one of our launchers and not a newcomer that was
 * given the id of a killed one.
 *
 * @param {number} pid
 */
export function isLauncher(pid) {
  if (pid === process.pid || !Number.isInteger(pid) || !isAlive(pid)) {
    return false;
  }
  const command = commandOf(pid);
  return command === undefined || /(start|dev)\.mjs/.test(command);
}

function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

function alreadyRunning({ pid, url }) {
  return new Problem(text('running.already', { url, pid }), {
    cure: text('running.cure', { pid }),
  });
}
