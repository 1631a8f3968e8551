import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { stateDirectory } from '../portal';

const BRANCH = 'refs/heads/main';

/**
 * Commits one file to the main branch of the demo's repository, as
 * somebody does who works past the portal.
 * @param content - left out where the file is taken away
 */
export function changeMainBranch(path: string, content?: string): void {
  const repository = join(stateDirectory(), 'forge/data-platform.git');
  const git = (args: readonly string[], input?: string) =>
    execFileSync('git', ['-C', repository, ...args], {
      input,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_INDEX_FILE: join(stateDirectory(), 'journey-index'),
        GIT_AUTHOR_NAME: 'Maria García',
        GIT_AUTHOR_EMAIL: 'maria.garcia@minato-shoten.example',
        GIT_COMMITTER_NAME: 'Maria García',
        GIT_COMMITTER_EMAIL: 'maria.garcia@minato-shoten.example',
      },
    });
  const parent = git(['rev-parse', BRANCH]).trim();
  git(['read-tree', parent]);
  const entry =
    content === undefined
      ? `0 ${'0'.repeat(40)}`
      : `100644 ${git(['hash-object', '-w', '--stdin'], content).trim()}`;
  git(['update-index', '--index-info'], `${entry}\t${path}\n`);
  const tree = git(['write-tree']).trim();
  const commit = git([
    'commit-tree',
    tree,
    '-p',
    parent,
    '-m',
    content === undefined ? `Remove ${path}` : `Write ${path}`,
  ]).trim();
  git(['update-ref', BRANCH, commit, parent]);
}
