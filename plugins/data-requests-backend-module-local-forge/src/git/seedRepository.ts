import { InputError, isError } from '@backstage/errors';
import git from 'isomorphic-git';
import { randomUUID } from 'node:crypto';
import nodeFs from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LocalRepositoryConfig } from '../config/readLocalForgeConfig';
import { flushFolder } from './durableFile';
import { GitRepository } from './GitRepository';
import { signatures } from './identity';
import { onDisk } from './storageFaults';
import { TreeEditor } from './TreeEditor';

const BUILDING_PREFIX = '.seeding-';

/** The folder of a repository below the forge's directory. */
export function gitdirOf(directory: string, name: string): string {
  return join(directory, `${name}.git`);
}

/**
 * Makes a bare repository of one commit, unless it is there already.
 *
 * @remarks
 * It is built in a folder beside its place and renamed when complete, so a
 * process that dies half-way leaves nothing that looks like a repository. Call
 * it under the repository's lock: leftovers of earlier attempts are removed.
 *
 * @returns whether it was made now
 * @throws `InputError` where the seed folder cannot become a repository
 */
export async function seedRepository(
  directory: string,
  { name, defaultBranch, seedFrom }: LocalRepositoryConfig,
): Promise<boolean> {
  const gitdir = gitdirOf(directory, name);
  if (await onDisk(gitdir, () => exists(gitdir))) {
    return false;
  }
  const prefix = `${BUILDING_PREFIX}${name}.git-`;
  const building = join(directory, prefix + randomUUID());
  await onDisk(gitdir, async () => {
    await nodeFs.mkdir(directory, { recursive: true });
    for (const leftover of await nodeFs.readdir(directory)) {
      if (leftover.startsWith(prefix)) {
        await nodeFs.rm(join(directory, leftover), { recursive: true });
      }
    }
  });
  try {
    await build(building, defaultBranch, seedFrom);
    await onDisk(gitdir, async () => {
      await nodeFs.rename(building, gitdir);
      await flushFolder(directory);
    });
    return true;
  } finally {
    await nodeFs.rm(building, { recursive: true, force: true });
  }
}

async function build(
  gitdir: string,
  defaultBranch: string,
  seedFrom: string | undefined,
): Promise<void> {
  const repository = new GitRepository(gitdir);
  await onDisk(gitdir, async () => {
    const { fs } = repository;
    // Where files are before they are whole.
    await nodeFs.mkdir(join(gitdir, 'objects'), { recursive: true });
    await git.init({ fs, dir: gitdir, bare: true, defaultBranch });
    // People may push with git: history is kept, and hostile trees are refused.
    for (const [path, value] of [
      ['receive.denyNonFastForwards', 'true'],
      ['receive.denyDeletes', 'true'],
      ['receive.fsckObjects', 'true'],
    ]) {
      await git.setConfig({ fs, gitdir, path, value });
    }
  });
  const editor = new TreeEditor(repository, undefined);
  if (seedFrom !== undefined) {
    await copyFolder(repository, editor, seedFrom, '');
  }
  const commit = await repository.writeCommit({
    tree: await editor.write(),
    parent: [],
    message:
      seedFrom === undefined
        ? 'Start an empty repository\n'
        : `Start from the files of ${basename(seedFrom)}\n`,
    ...signatures(undefined),
  });
  await repository.moveBranch(defaultBranch, undefined, commit);
}

async function copyFolder(
  repository: GitRepository,
  editor: TreeEditor,
  root: string,
  folder: string,
): Promise<void> {
  const { fs, gitdir } = repository;
  let entries;
  try {
    entries = await nodeFs.readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    throw new InputError(
      `Folder ${root} of dataRequests.localForge.repositories[].seedFrom cannot be read; the path is relative to the working directory of the backend`,
      error,
    );
  }
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (
      entry.name === '.git' ||
      (await git.isIgnored({ fs, dir: root, gitdir, filepath: path }))
    ) {
      continue;
    }
    if (entry.isDirectory()) {
      await copyFolder(repository, editor, root, path);
    } else if (entry.isFile()) {
      const { mode } = await nodeFs.stat(join(root, path));
      await editor.set(path, {
        oid: await repository.writeBlob(
          await nodeFs.readFile(join(root, path)),
        ),
        // Bit 0o100: the owner may run it, the only permission that git keeps.
        mode: Math.floor(mode / 0o100) % 2 === 1 ? '100755' : '100644',
      });
    } else {
      throw new InputError(
        `${join(
          root,
          path,
        )} is neither a file nor a folder; a seed holds no links`,
      );
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await nodeFs.stat(path);
    return true;
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return false;
    }
    throw error;
  }
}
