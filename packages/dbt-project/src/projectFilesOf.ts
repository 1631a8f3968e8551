import type { ProjectFiles } from './types';

/**
 * The files of a repository's tree as a project reads them.
 * @param tree - paths from the root, and their bytes
 * @public
 */
export function projectFilesOf(
  tree: readonly { path: string; content(): Promise<Uint8Array> }[],
): ProjectFiles {
  const files = new Map(tree.map(file => [file.path, file]));
  const decoder = new TextDecoder('utf-8');
  return {
    list: async () => [...files.keys()],
    read: async path => {
      const content = await files.get(path)?.content();
      return content && decoder.decode(content);
    },
  };
}
