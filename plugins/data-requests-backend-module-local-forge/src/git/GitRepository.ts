import { ConflictError } from '@backstage/errors';
import git, { type CommitObject } from 'isomorphic-git';
import { gitFileSystem as fs } from './gitFileSystem';
import { isRefName } from './refName';
import { readRef, updateRef } from './updateRef';

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

/** Reads and writes the objects and branches of one bare repository. */
export class GitRepository {
  /**
   * Indexes of packs that were read. It lives as long as one operation: real
   * git may repack at any time.
   */
  readonly cache = {};

  constructor(readonly gitdir: string) {}

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
    const sha =
      (await this.branch(ref)) ??
      (await readRef(this.gitdir, `refs/tags/${ref}`)) ??
      (/^[0-9a-f]{40}$/.test(ref) ? ref : undefined);
    if (sha === undefined) {
      return undefined;
    }
    try {
      const { oid } = await git.readCommit({
        fs,
        gitdir: this.gitdir,
        cache: this.cache,
        oid: sha,
      });
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
    return (
      await git.readCommit({ fs, gitdir: this.gitdir, cache: this.cache, oid })
    ).commit;
  }

  /** Entries of a tree, or of a commit's tree. */
  async tree(oid: string): Promise<readonly GitTreeEntry[]> {
    const { tree } = await git.readTree({
      fs,
      gitdir: this.gitdir,
      cache: this.cache,
      oid,
    });
    return tree.map(entry => ({
      name: entry.path,
      oid: entry.oid,
      mode: entry.mode,
      type: entry.type,
    }));
  }

  async blob(oid: string): Promise<Uint8Array> {
    return (
      await git.readBlob({ fs, gitdir: this.gitdir, cache: this.cache, oid })
    ).blob;
  }

  /** The one best common ancestor of two commits. */
  async mergeBase(one: string, other: string): Promise<string> {
    const bases: string[] = await git.findMergeBase({
      fs,
      gitdir: this.gitdir,
      cache: this.cache,
      oids: [one, other],
    });
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
      (await git.isDescendent({
        fs,
        gitdir: this.gitdir,
        cache: this.cache,
        oid: commit,
        ancestor,
        depth: -1,
      }))
    );
  }

  async writeBlob(content: string | Uint8Array): Promise<string> {
    const blob =
      typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return await git.writeBlob({ fs, gitdir: this.gitdir, blob });
  }

  async writeTree(entries: readonly GitTreeEntry[]): Promise<string> {
    const tree = entries.map(({ name, oid, mode, type }) => ({
      path: name,
      oid,
      mode,
      type,
    }));
    return await git.writeTree({ fs, gitdir: this.gitdir, tree });
  }

  async writeCommit(commit: CommitObject): Promise<string> {
    return await git.writeCommit({ fs, gitdir: this.gitdir, commit });
  }
}

/** The id that content has, or would have, in git. */
export async function blobIdOf(content: string): Promise<string> {
  return (await git.hashBlob({ object: Buffer.from(content, 'utf8') })).oid;
}

function isNoCommit(error: unknown): boolean {
  return (
    error instanceof git.Errors.NotFoundError ||
    error instanceof git.Errors.ObjectTypeError
  );
}
