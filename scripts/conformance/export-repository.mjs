import fs, {
  cpSync,
  existsSync,
  mkdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findPrograms } from './find-program.mjs';
import { runLogged } from './run-logged.mjs';

// Left behind by dbt, Python and git in a folder that somebody works in.
const LEFTOVERS = new Set([
  '.git',
  'target',
  'logs',
  'dbt_packages',
  '__pycache__',
  '.user.yml',
]);

/**
 * Copies what a repository holds, so that no check writes into it: a folder
 * as it is, a git repository (bare or a clone) as its branch is.
 *
 * @param {string} source
 * @param {string} target folder to make
 * @param {{ branch: string, log: string }} options
 * @returns {Promise<string>} what was copied, in words
 */
export async function exportRepository(source, target, { branch, log }) {
  if (!existsSync(source) || !statSync(source).isDirectory()) {
    throw new Error(
      `--repository: ${source} is no folder. Give a folder or a bare git repository.`,
    );
  }
  mkdirSync(target, { recursive: true });
  const gitDirectory = gitDirectoryOf(source);
  if (!gitDirectory) {
    cpSync(source, target, {
      recursive: true,
      filter: path => path === source || !isLeftover(path),
    });
    return 'its files';
  }
  const [git] = findPrograms('git');
  if (git) {
    await checkoutWithGit(git, gitDirectory, target, { branch, log });
  } else {
    await checkoutWithIsomorphicGit(gitDirectory, target, branch);
  }
  return `its branch ${branch}`;
}

function gitDirectoryOf(source) {
  if (existsSync(join(source, '.git', 'HEAD'))) {
    return join(source, '.git');
  }
  const bare = ['HEAD', 'objects', 'refs'].every(name =>
    existsSync(join(source, name)),
  );
  return bare ? source : undefined;
}

function isLeftover(path) {
  return LEFTOVERS.has(basename(path)) || path.endsWith('.duckdb');
}

async function checkoutWithGit(git, gitDirectory, target, { branch, log }) {
  const env = {
    ...process.env,
    // An index of our own: that of a clone stays as it is.
    GIT_INDEX_FILE: join(dirname(target), 'git-index'),
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const options = [
    // The repository may belong to the user that the portal runs as.
    ...['-c', 'safe.directory=*', '-c', 'core.autocrlf=false'],
    ...[`--git-dir=${gitDirectory}`, `--work-tree=${target}`],
  ];
  for (const command of [
    ['read-tree', `refs/heads/${branch}`],
    ['checkout-index', '--all', '--force'],
  ]) {
    const { code, output } = await runLogged(git, [...options, ...command], {
      log,
      env,
      cwd: target,
    });
    if (code !== 0) {
      throw new Error(
        `git could not read branch ${branch} of ${gitDirectory}:\n${output.trim()}`,
      );
    }
  }
}

async function checkoutWithIsomorphicGit(gitdir, target, branch) {
  const { default: git } = await import('isomorphic-git');
  await git.walk({
    fs,
    gitdir,
    trees: [git.TREE({ ref: `refs/heads/${branch}` })],
    map: async (path, [entry]) => {
      if (entry && (await entry.type()) === 'blob') {
        const file = join(target, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, (await entry.content()) ?? '');
      }
    },
  });
}
