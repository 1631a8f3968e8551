import type {
  DataRequest,
  FileChange,
} from '@suido/backstage-plugin-data-requests-common';
import { followLines } from '@suido/react-kit';
import { useMemo } from 'react';
import useSWR from 'swr';
import { useDataRequests } from '../../api/useDataRequests';
import { useTimeline, type RequestChanges } from '../../api/useRequest';
import {
  linesOf,
  placeThread,
  type FollowedLines,
  type PlacedThread,
} from './placeThreads';
import { readThreads, type Thread } from './threads';

/** The comments of a request, each at its place. */
export interface Threads {
  readonly items: readonly PlacedThread[];
  /** Whether it is still looked up where comments of earlier commits stand now. */
  readonly isPlacing: boolean;
}

type Followed = ReadonlyMap<string, FollowedLines | undefined>;

const NO_FILES: readonly FileChange[] = [];
const NONE: Followed = new Map();

/**
 * Reads the comments and finds their lines in the files of the head.
 *
 * @remarks
 * A comment names lines of the commit that it was made at. What lies between
 * that commit and the head tells where those lines went; it is asked for once
 * for each commit.
 */
export function useThreads(
  request: DataRequest,
  changes: RequestChanges | undefined,
): Threads {
  const { data: timeline } = useTimeline(request);
  const threads = useMemo(
    () => readThreads(timeline?.items ?? []),
    [timeline?.items],
  );
  const followed = useFollowed(request.id, threads, changes);
  return useMemo(() => {
    const items = threads.map(thread =>
      placeThread(thread, changes, ({ id }) =>
        followed ? followed.get(id) : 'pending',
      ),
    );
    return {
      items,
      isPlacing:
        changes !== undefined &&
        items.some(({ place }) => place.kind === 'placing'),
    };
  }, [threads, followed, changes]);
}

/** Since when each thread of an earlier commit stands where; `undefined` while it is asked. */
function useFollowed(
  id: string,
  threads: readonly Thread[],
  changes: RequestChanges | undefined,
): Followed | undefined {
  const client = useDataRequests();
  const head = changes?.headSha;
  const earlier = threads.filter(thread => isOfEarlierCommit(thread, head));
  const ids = earlier.map(thread => thread.id).join();
  const { data } = useSWR(
    head && earlier.length > 0 && ['data-requests', 'followed', id, head, ids],
    async () => {
      const shas = new Set(earlier.flatMap(({ headSha }) => headSha ?? []));
      const followed = new Map<string, FollowedLines | undefined>();
      for (const from of shas) {
        const files = await client
          .compareFiles({ params: { id }, query: { from, to: head ?? '' } })
          .then(({ items }) => items)
          // Then the comments of that commit are shown as of unknown place.
          .catch(() => undefined);
        for (const thread of earlier.filter(it => it.headSha === from)) {
          followed.set(
            thread.id,
            files && (await follow(thread, files, changes?.files ?? NO_FILES)),
          );
        }
      }
      return followed;
    },
    {
      revalidateIfStale: false,
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
    },
  );
  return earlier.length === 0 ? NONE : data;
}

/** @param between - the files that differ between the thread's commit and the head */
async function follow(
  { root: { anchor } }: Thread,
  between: readonly FileChange[],
  atHead: readonly FileChange[],
): Promise<FollowedLines> {
  const differs = between.find(file => file.path === anchor?.path);
  const same = atHead.find(file => file.path === anchor?.path);
  const before = contentBefore(differs) ?? contentAfter(same);
  const after = differs ? contentAfter(differs) : before;
  const numbers = linesOf(before).map((_, index) => index + 1);
  const now = await followLines(before, after, numbers);
  return {
    before: linesOf(before),
    now: new Map(
      now.flatMap((line, index) =>
        line === undefined ? [] : [[index + 1, line] as const],
      ),
    ),
  };
}

function contentBefore(file: FileChange | undefined): string | undefined {
  if (!file) {
    return undefined;
  }
  return file.action === 'create' ? '' : file.previousContent;
}

function contentAfter(file: FileChange | undefined): string {
  return !file || file.action === 'delete' ? '' : file.content;
}

function isOfEarlierCommit(thread: Thread, head: string | undefined): boolean {
  return (
    thread.root.anchor?.line !== undefined &&
    thread.headSha !== undefined &&
    head !== undefined &&
    thread.headSha !== head
  );
}
