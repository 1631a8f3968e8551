import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../scripts/lib/process/run.mjs';

const IDENTITY = ['-c', 'user.name=Bench', '-c', 'user.email=bench@localhost'];

/**
 * What a person with a terminal would do for the same pull request: clone the
 * bare repository, branch, write the files, commit, push the branch.
 *
 * @param {{ repository: string, scratch: string, branch: string,
 *   files: readonly { path: string, content: string }[] }} options
 * @returns {Promise<number>} milliseconds
 */
export async function proposeWithGit(options) {
  const { repository, scratch, branch, files } = options;
  const clone = join(scratch, branch.replaceAll('/', '-'));
  const startedAt = performance.now();
  await git(['clone', '--quiet', repository, clone]);
  await git(['checkout', '--quiet', '-b', branch], clone);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    writeFileSync(join(clone, path), content);
  }
  await git(['add', '--all'], clone);
  await git([...IDENTITY, 'commit', '--quiet', '-m', branch], clone);
  await git(['push', '--quiet', 'origin', branch], clone);
  return performance.now() - startedAt;
}

/** Names of all branches of a bare repository. */
export async function branchesOf(repository) {
  const output = await git(
    ['for-each-ref', '--format=%(refname:short)', 'refs/heads'],
    repository,
  );
  return output.trim().split('\n');
}

async function git(args, cwd) {
  const { code, stdout, output } = await run(
    'git',
    // The portal's account may own the folder.
    ['-c', 'safe.directory=*', ...args],
    { cwd },
  );
  if (code !== 0) {
    throw new Error(`git ${args.join(' ')}: ${output}`);
  }
  return stdout;
}
