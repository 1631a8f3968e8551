import { ConflictError, isError } from '@backstage/errors';
import git, { type CommitObject } from 'isomorphic-git';
import { createGitFileSystem } from './gitFileSystem';
import { readRef } from './readRef';
import { isRefName } from './refName';
import { DamagedRepository, onDisk, StorageFault } from './storageFaults';
import { updateRef } from './updateRef';

/** A file in a tree. */
export interface GitFile {
  readonly oid: string;
  /** `100644`, `100755`; `120000` is a symbolic link. */
  readonly mode: string;
}

export interface GitTreeEntry extends GitFile {
  readonly name: string;
  readonly type: 'blob' | 'tree' | 'commit';
}

/** Where isomorphic-git finds a repository. */
interface GitStorage {
  readonly fs: ReturnType<typeof createGitFileSystem>;
  readonly gitdir: string;
  readonly cache: object;
}

/**
 * Reads and writes the objects and branches of one bare repository.
 *
 * @remarks
 * Every method may throw `StorageFault` where the disk does not do its part,
 * and `DamagedRepository` where an object is not what its id says.
 */
export class GitRepository {
  /** What isomorphic-git reads and writes this repository through. */
  readonly fs: GitStorage['fs'];
  /** Indexes of packs that were read; it lives as long as one operation. */
  #cache = {};

  constructor(readonly gitdir: string) {
    this.fs = createGitFileSystem(gitdir);
  }

  get cache(): object {
    return this.#cache;
  }

  async branch(name: string): Promise<string | undefined> {
    return isRefName(name)
      ? await readRef(this.gitdir, `refs/heads/${name}`)
      : undefined;
  }

  /** A branch, a tag or a full commit id; `undefined` where it is none. */
  async resolve(ref: string): Promise<string | undefined> {
    if (!isRefName(ref)) {
      return undefined;
    }
    const named =
      (await this.branch(ref)) ??
      (await readRef(this.gitdir, `refs/tags/${ref}`));
    const sha = named ?? (/^[0-9a-f]{40}$/.test(ref) ? ref : undefined);
    if (sha === undefined) {
      return undefined;
    }
    const read = (from: GitStorage) => git.readCommit({ ...from, oid: sha });
    try {
      // What a ref points to has to be there.
      const { oid } = await (named
        ? this.#object(sha, read)
        : this.#whole(sha, read));
      return oid;
    } catch (error) {
      if (isNoCommit(error)) {
        return undefined;
      }
      throw error;
    }
  }

  async moveBranch(
    name: string,
    expected: string | undefined,
    next: string,
  ): Promise<void> {
    await updateRef(this.gitdir, `refs/heads/${name}`, expected, next);
  }

  async commit(oid: string): Promise<CommitObject> {
    const read = await this.#object(oid, from =>
      git.readCommit({ ...from, oid }),
    );
    return read.commit;
  }

  /** Entries of a tree, or of a commit's tree. */
  async tree(oid: string): Promise<readonly GitTreeEntry[]> {
    let tree;
    try {
      ({ tree } = await this.#object(oid, from =>
        git.readTree({ ...from, oid }),
      ));
    } catch (error) {
      // Of a commit that is whole, its tree is what is damaged.
      const commit = await this.commit(oid).catch(() => undefined);
      if (commit) {
        return await this.tree(commit.tree);
      }
      throw error;
    }
    return tree.map(entry => ({
      name: entry.path,
      oid: entry.oid,
      mode: entry.mode,
      type: entry.type,
    }));
  }

  async blob(oid: string): Promise<Uint8Array> {
    const read = await this.#object(oid, from =>
      git.readBlob({ ...from, oid }),
    );
    return read.blob;
  }

  /** The one best common ancestor of two commits. */
  async mergeBase(one: string, other: string): Promise<string> {
    const oids = [one, other];
    const bases: string[] = await this.#history(oids, from =>
      git.findMergeBase({ ...from, oids }),
    );
    if (bases.length !== 1) {
      throw new ConflictError(
        `Commits ${one} and ${other} have ${
          bases.length === 0 ? 'no' : 'several'
        } common ancestors; merge the base branch into the branch with git`,
      );
    }
    return bases[0];
  }

  async isAncestor(ancestor: string, commit: string): Promise<boolean> {
    return (
      ancestor === commit ||
      (await this.#history([commit], from =>
        git.isDescendent({ ...from, oid: commit, ancestor, depth: -1 }),
      ))
    );
  }

  async writeBlob(content: string | Uint8Array): Promise<string> {
    const blob =
      typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return await this.#write(to => git.writeBlob({ ...to, blob }));
  }

  async writeTree(entries: readonly GitTreeEntry[]): Promise<string> {
    const tree = entries.map(({ name, oid, mode, type }) => ({
      path: name,
      oid,
      mode,
      type,
    }));
    return await this.#write(to => git.writeTree({ ...to, tree }));
  }

  /**
   * Writes a commit that is not older than its parents: the clock may have
   * been set back meanwhile, and walks through a history go by these times.
   */
  async writeCommit(commit: CommitObject): Promise<string> {
    let { timestamp } = commit.committer;
    for (const parent of commit.parent) {
      const { committer } = await this.commit(parent);
      timestamp = Math.max(timestamp, committer.timestamp);
    }
    const committer = { ...commit.committer, timestamp };
    return await this.#write(to =>
      git.writeCommit({ ...to, commit: { ...commit, committer } }),
    );
  }

  /** Reads one object that has to be there. */
  async #object<T>(
    oid: string,
    read: (from: GitStorage) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#whole(oid, read);
    } catch (error) {
      throw error instanceof git.Errors.NotFoundError
        ? new DamagedRepository(this.gitdir, `object ${oid} is missing`)
        : error;
    }
  }

  /** Reads one object that is not there, or is whole. */
  async #whole<T>(
    oid: string,
    read: (from: GitStorage) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#read(read);
    } catch (error) {
      if (error instanceof StorageFault || isNoCommit(error)) {
        throw error;
      }
      throw new DamagedRepository(
        this.gitdir,
        `object ${oid} cannot be read (${reasonOf(error)})`,
      );
    }
  }

  /** Walks through the ancestors of commits; names the object that stops it. */
  async #history<T>(
    oids: readonly string[],
    walk: (from: GitStorage) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#read(walk);
    } catch (error) {
      if (!(error instanceof StorageFault)) {
        const reached = new Set(oids);
        for (const oid of reached) {
          (await this.commit(oid)).parent.forEach(each => reached.add(each));
        }
      }
      throw error;
    }
  }

  /**
   * Reads, and once more where it failed: git may have packed or repacked an
   * object between our look at its file and our look at the packs.
   */
  async #read<T>(read: (from: GitStorage) => Promise<T>): Promise<T> {
    const { gitdir, fs } = this;
    return await onDisk(gitdir, async () => {
      try {
        return await read({ gitdir, fs, cache: this.#cache });
      } catch (error) {
        if (error instanceof git.Errors.ObjectTypeError) {
          throw error;
        }
        this.#cache = {};
        return await read({ gitdir, fs, cache: this.#cache });
      }
    });
  }

  async #write<T>(
    write: (to: Omit<GitStorage, 'cache'>) => Promise<T>,
  ): Promise<T> {
    const { gitdir, fs } = this;
    return await onDisk(gitdir, () => write({ gitdir, fs }));
  }
}

/** The id that content has, or would have, in git. */
export async function blobIdOf(content: string): Promise<string> {
  return (await git.hashBlob({ object: Buffer.from(content, 'utf8') })).oid;
}

/** What isomorphic-git found, without its advice to developers. */
function reasonOf(error: unknown): string {
  if (error instanceof git.Errors.InternalError) {
    return error.data.message;
  }
  return isError(error) ? error.message : String(error);
}

function isNoCommit(error: unknown): boolean {
  return (
    error instanceof git.Errors.NotFoundError ||
    error instanceof git.Errors.ObjectTypeError
  );
}
