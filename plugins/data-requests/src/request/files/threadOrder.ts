import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import type { PlacedThread } from '../comments/placeThreads';

/** The file that a thread stands on; none where it is on the whole request. */
export function threadPath({ place }: PlacedThread): string | undefined {
  return place.kind === 'whole' ? undefined : place.path;
}

/**
 * Threads of files in the order of the page: by file, in it by line, then
 * those on the whole file and those on lines that are gone.
 */
export function inFileOrder(
  threads: readonly PlacedThread[],
  files: readonly FileChange[],
): PlacedThread[] {
  const fileRank = (thread: PlacedThread) => {
    const at = files.findIndex(file => file.path === threadPath(thread));
    return at < 0 ? files.length : at;
  };
  const lineRank = ({ place }: PlacedThread) =>
    place.kind === 'line' ? place.endLine : Number.MAX_SAFE_INTEGER;
  return threads
    .filter(thread => threadPath(thread) !== undefined)
    .sort(
      (a, b) =>
        fileRank(a) - fileRank(b) ||
        lineRank(a) - lineRank(b) ||
        a.root.sequence - b.root.sequence,
    );
}
