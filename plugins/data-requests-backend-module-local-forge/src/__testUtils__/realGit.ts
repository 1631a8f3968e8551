import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs real git on a repository, with no configuration of this machine. */
export async function realGit(
  directory: string,
  ...args: string[]
): Promise<string> {
  const { stdout } = await run(
    'git',
    ['-c', 'safe.directory=*', '-C', directory, ...args],
    {
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Reviewer',
        GIT_AUTHOR_EMAIL: 'reviewer@example.com',
        GIT_COMMITTER_NAME: 'Reviewer',
        GIT_COMMITTER_EMAIL: 'reviewer@example.com',
      },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return stdout;
}

let known: Promise<boolean> | undefined;

/** Whether this machine has git; says so once where it has not. */
export async function hasRealGit(): Promise<boolean> {
  known ??= run('git', ['--version']).then(
    () => true,
    () => {
      process.stderr.write(
        'git is not installed: `git fsck`, clone and push are NOT checked\n',
      );
      return false;
    },
  );
  return await known;
}

/** Throws where `git fsck --strict` finds fault. */
export async function fsck(gitdir: string): Promise<void> {
  if (await hasRealGit()) {
    await realGit(gitdir, 'fsck', '--strict', '--full', '--no-dangling');
  }
}
