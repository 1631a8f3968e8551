import { isError, ServiceUnavailableError } from '@backstage/errors';
import { basename } from 'node:path';

/** What the operating system says, in words: what is wrong, and the cure. */
const FAULTS: Readonly<Record<string, readonly [what: string, cure: string]>> =
  {
    ENOSPC: ['the disk is full', 'free space there'],
    EDQUOT: ['the disk quota is used up', 'free space there or raise it'],
    EROFS: ['the disk is read-only', 'mount it for writing'],
    EACCES: [
      'the backend may not use it',
      'give the user of the backend the right to read and write there',
    ],
    EPERM: [
      'the backend may not use it',
      'give the user of the backend the right to read and write there',
    ],
    EIO: ['the disk fails', 'look at its health'],
    EMFILE: ['too many files are open', 'raise the limit of open files'],
    ENFILE: ['too many files are open', 'raise the limit of open files'],
  };

/**
 * The disk does not take or give what it should.
 *
 * @remarks
 * Nothing is lost and nothing is half done: what was asked for can be repeated
 * when the disk is well again. `code` is that of the operating system, for
 * those who decide whether and how to try again. The message is shown to
 * people, so it names no path of the host.
 */
export class StorageFault extends ServiceUnavailableError {
  readonly code: string;

  constructor(gitdir: string, code: string) {
    const [what, cure] = FAULTS[code] ?? ['the disk fails', 'look at it'];
    super(
      `Repository ${nameOf(
        gitdir,
      )} of the local forge cannot be used now: ${what} (${code}). It is in the folder that dataRequests.localForge.directory names; ${cure}. Nothing is lost: repeat it then`,
    );
    this.code = code;
  }
}

/**
 * A file of a repository is not what git wrote: cut short by a power failure,
 * damaged by the disk, or gone.
 */
export class DamagedRepository extends ServiceUnavailableError {
  readonly code = 'DAMAGED';

  /** @param what - the object or ref, and what is wrong with it */
  constructor(gitdir: string, what: string) {
    const name = nameOf(gitdir);
    super(
      `Repository ${name} of the local forge is damaged: ${what}. Nothing was changed. Run "git fsck" in ${name}.git, and bring what is missing back from a clone or a backup (README of the local forge, "What happens when…")`,
    );
  }
}

/** Name of a repository, also while it is built beside its place. */
function nameOf(gitdir: string): string {
  return basename(gitdir)
    .replace(/^\.seeding-/, '')
    .replace(/\.git(-[0-9a-f-]{36})?$/, '');
}

/** A fault of the disk in words; any other error as it is. */
export function inWords(gitdir: string, error: unknown): unknown {
  return isError(error) &&
    typeof error.code === 'string' &&
    error.code in FAULTS &&
    !(error instanceof StorageFault)
    ? new StorageFault(gitdir, error.code)
    : error;
}

/** Runs what touches the files of a repository; see {@link inWords}. */
export async function onDisk<T>(
  gitdir: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inWords(gitdir, error);
  }
}
