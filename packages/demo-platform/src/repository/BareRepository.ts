import { NotFoundError } from '@backstage/errors';
import type { ProjectFiles } from '@suido/dbt-project';
import fs from 'fs';
import git from 'isomorphic-git';

/** Reads a branch of a bare git repository on disk. */
export class BareRepository {
  constructor(
    private readonly gitdir: string,
    private readonly branch: string,
  ) {}

  /** The branch's head, `undefined` while repository or branch do not exist. */
  async head(): Promise<string | undefined> {
    try {
      return await git.resolveRef({
        fs,
        gitdir: this.gitdir,
        ref: `refs/heads/${this.branch}`,
      });
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** The files of a commit. */
  files(commit: string): ProjectFiles {
    const { gitdir } = this;
    // Keeps pack indexes between reads, for as long as this commit is read
    const cache = {};
    return {
      async list(prefix) {
        const paths = await git.listFiles({ fs, gitdir, cache, ref: commit });
        return prefix === ''
          ? paths
          : paths.filter(path => path.startsWith(`${prefix}/`));
      },
      async read(filepath) {
        try {
          const { blob } = await git.readBlob({
            fs,
            gitdir,
            cache,
            oid: commit,
            filepath,
          });
          return Buffer.from(blob).toString('utf8');
        } catch (error) {
          if (isNotFound(error)) {
            return undefined;
          }
          throw error;
        }
      },
    };
  }
}

/** Reads a file that must be there. */
export async function readRequired(
  files: ProjectFiles,
  path: string,
): Promise<string> {
  const text = await files.read(path);
  if (text === undefined) {
    throw new NotFoundError(`${path} is not in the repository`);
  }
  return text;
}

function isNotFound(error: unknown): boolean {
  return error instanceof git.Errors.NotFoundError;
}
