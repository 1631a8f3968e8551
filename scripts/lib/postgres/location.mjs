import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson, writeJson } from '../state/json-file.mjs';
import { canEnter, isRoot, postgresAccount } from './account.mjs';

/**
 * @typedef {object} Location
 * @property {string} dataDirectory
 * @property {string} programDirectory folder with bin, lib, share
 * @property {import('./account.mjs').Account} [account] who runs it, when not we
 * @property {string} [outside] folder outside the state folder that holds both
 */

/**
 * Where data and programs are, and who runs them.
 *
 * Normally the data is in the state folder and the programs in node_modules.
 * When we are root and the account of the database cannot enter there (a
 * clone below /root or another 0700 home), both live in a folder of their own
 * below /var/lib; `.suido/postgres.json` names it.
 *
 * @param {string} stateDirectory
 * @param {{ directory: string, version: string }} binaries
 * @returns {Promise<Location>}
 */
export async function postgresLocation(stateDirectory, binaries) {
  const inside = join(stateDirectory, 'postgres');
  const outside = rememberedOutside(stateDirectory);
  if (outside && !existsSync(inside)) {
    return outsideLocation(outside, binaries);
  }
  const account = postgresAccount(inside);
  if (
    !account ||
    ((await canEnter(stateDirectory, account)) &&
      (await canEnter(binaries.directory, account)))
  ) {
    return {
      dataDirectory: inside,
      programDirectory: binaries.directory,
      account,
    };
  }
  if (existsSync(inside)) {
    // Data of an owner who can reach it, programs that the owner cannot.
    const folder = makeOutside(stateDirectory);
    return {
      dataDirectory: inside,
      programDirectory: copyPrograms(folder, binaries),
      account,
      outside: folder,
    };
  }
  return outsideLocation(makeOutside(stateDirectory), binaries);
}

/** @param {string} stateDirectory */
export function pointerFile(stateDirectory) {
  return join(stateDirectory, 'postgres.json');
}

/**
 * The folder outside the state folder, if this very state folder has one. A
 * copied clone brings the pointer of the original along and must not use the
 * original's data.
 *
 * @param {string} stateDirectory
 * @returns {string | undefined}
 */
export function rememberedOutside(stateDirectory) {
  const pointer = readJson(pointerFile(stateDirectory));
  const isOurs = pointer?.stateDirectory === realpathSync(stateDirectory);
  return isOurs && existsSync(pointer.outside ?? '')
    ? pointer.outside
    : undefined;
}

function outsideLocation(outside, binaries) {
  const dataDirectory = join(outside, 'data');
  return {
    dataDirectory,
    programDirectory: isRoot()
      ? copyPrograms(outside, binaries)
      : binaries.directory,
    account: postgresAccount(dataDirectory),
    outside,
  };
}

function makeOutside(stateDirectory) {
  const path = realpathSync(stateDirectory);
  const id = createHash('sha256').update(path).digest('hex').slice(0, 12);
  const parent = existsSync('/var/lib') ? '/var/lib' : tmpdir();
  const outside = join(parent, `suido-${id}`);
  mkdirSync(outside, { recursive: true });
  chmodSync(outside, 0o755);
  writeJson(pointerFile(stateDirectory), {
    ...readJson(pointerFile(stateDirectory)),
    stateDirectory: path,
    outside,
  });
  return outside;
}

function copyPrograms(outside, { directory, version }) {
  const target = join(outside, `postgresql-${version}`);
  if (!existsSync(target)) {
    const partial = `${target}.new`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(directory, partial, { recursive: true, verbatimSymlinks: true });
    openForReading(partial);
    renameSync(partial, target);
  }
  return target;
}

// The copy keeps the modes of the original, which a strict umask may have
// closed for everybody else.
function openForReading(path) {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) {
    return;
  }
  const isOpen = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  chmodSync(path, isOpen ? 0o755 : 0o644);
  if (stat.isDirectory()) {
    readdirSync(path).forEach(name => openForReading(join(path, name)));
  }
}
