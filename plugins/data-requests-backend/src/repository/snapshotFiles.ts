import type { ForgeSnapshot } from '@suido/backstage-plugin-data-requests-node';
import type { ProjectFiles } from '@suido/dbt-project';

/** A larger file is no dbt file that anybody wrote; it is left unread. */
const FILE_SIZE_LIMIT_BYTES = 2 * 1024 * 1024;

/** Files of a repository at a commit, as the dbt reader wants them. */
export function snapshotFiles(snapshot: ForgeSnapshot): ProjectFiles {
  return {
    list: async prefix => {
      const folder = prefix.replace(/\/+$/, '');
      const entries = await snapshot.list(folder || undefined);
      return entries
        .filter(
          ({ path, sizeBytes }) =>
            sizeBytes <= FILE_SIZE_LIMIT_BYTES &&
            (folder === '' || path.startsWith(`${folder}/`)),
        )
        .map(({ path }) => path);
    },
    read: path => snapshot.read(path),
  };
}

/** The same files with one more, and only those that `keep` lets through. */
export function overlayFile(
  files: ProjectFiles,
  added: { readonly path: string; readonly content: string },
  keep: (path: string) => boolean,
): ProjectFiles {
  return {
    list: async prefix => [
      ...(await files.list(prefix)).filter(
        path => path !== added.path && keep(path),
      ),
      added.path,
    ],
    read: path =>
      path === added.path ? Promise.resolve(added.content) : files.read(path),
  };
}
