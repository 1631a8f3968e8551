import fs from 'fs';
import git, { type TreeEntry } from 'isomorphic-git';

/**
 * Commits files to a bare repository, which is made if it is not there.
 *
 * @remarks
 * For tests and scripts that need a repository like the demo company's; the
 * portal writes through its forge.
 *
 * @param files - the whole tree: content by path
 * @returns the id of the commit
 * @public
 */
export async function commitFiles(
  gitdir: string,
  files: Readonly<Record<string, string>>,
  branch = 'main',
): Promise<string> {
  await git.init({ fs, gitdir, bare: true, defaultBranch: branch });
  const tree = await writeTree(gitdir, Object.entries(files));
  const ref = `refs/heads/${branch}`;
  const parent = await git.resolveRef({ fs, gitdir, ref }).then(
    head => [head],
    () => [],
  );
  return git.commit({
    fs,
    gitdir,
    ref,
    tree,
    parent,
    message: 'Change the project',
    author: { name: 'Demo', email: 'demo@example.com' },
  });
}

async function writeTree(
  gitdir: string,
  files: readonly (readonly [string, string])[],
): Promise<string> {
  const tree: TreeEntry[] = [];
  const folders = new Map<string, [string, string][]>();
  for (const [path, content] of files) {
    const [name, ...rest] = path.split('/');
    if (rest.length > 0) {
      const inside = folders.get(name) ?? [];
      folders.set(name, [...inside, [rest.join('/'), content]]);
    } else {
      const blob = Buffer.from(content);
      const oid = await git.writeBlob({ fs, gitdir, blob });
      tree.push({ mode: '100644', path: name, oid, type: 'blob' });
    }
  }
  for (const [path, inside] of folders) {
    const oid = await writeTree(gitdir, inside);
    tree.push({ mode: '040000', path, oid, type: 'tree' });
  }
  return git.writeTree({ fs, gitdir, tree });
}
