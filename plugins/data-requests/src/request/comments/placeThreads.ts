import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import type { Thread } from './threads';

/** Where on the page a thread stands. */
export type ThreadPlace =
  /** Said on the whole request. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'line';
      readonly path: string;
      readonly line: number;
      readonly endLine: number;
    }
  /** On lines that are still being looked for. */
  | { readonly kind: 'placing'; readonly path: string }
  /** On lines that are no longer as they were, or of which that is unknown. */
  | {
      readonly kind: 'outdated';
      readonly path: string;
      readonly because: 'changed' | 'unknown';
    };

/** A thread with its place and the lines that it was begun on. */
export interface PlacedThread extends Thread {
  readonly place: ThreadPlace;
  /** Empty where they are unknown. */
  readonly lines: readonly string[];
}

/** What became of the lines of a file since a commit. */
export interface FollowedLines {
  /** The file's lines at that commit. */
  readonly before: readonly string[];
  /** Line numbers then → now; a line that is missing changed. */
  readonly now: ReadonlyMap<number, number>;
}

/**
 * What became, since the commit of a thread, of the lines that it stands on;
 * `pending` while that is asked, `undefined` where it could not be found out.
 */
export type Follow = (thread: Thread) => FollowedLines | 'pending' | undefined;

/** The files that are shown, and their commit. */
export interface ShownFiles {
  readonly files: readonly FileChange[];
  readonly headSha: string;
}

/**
 * Places a thread in the files of the head.
 * @param shown - absent while they are not there
 * @param follow - for threads of earlier commits
 */
export function placeThread(
  thread: Thread,
  shown: ShownFiles | undefined,
  follow: Follow,
): PlacedThread {
  const { anchor } = thread.root;
  if (!anchor) {
    return { ...thread, place: { kind: 'whole' }, lines: [] };
  }
  const { path, line, endLine = line } = anchor;
  if (line === undefined || endLine === undefined) {
    return { ...thread, place: { kind: 'file', path }, lines: [] };
  }
  if (!shown) {
    return { ...thread, place: { kind: 'placing', path }, lines: [] };
  }
  if (!thread.headSha || thread.headSha === shown.headSha) {
    const content = contentLines(shown.files.find(it => it.path === path));
    return endLine <= content.length
      ? {
          ...thread,
          place: { kind: 'line', path, line, endLine },
          lines: content.slice(line - 1, endLine),
        }
      : outdated(thread, path, 'unknown', []);
  }
  const followed = follow(thread);
  if (followed === 'pending') {
    return { ...thread, place: { kind: 'placing', path }, lines: [] };
  }
  if (!followed) {
    return outdated(thread, path, 'unknown', []);
  }
  const lines = followed.before.slice(line - 1, endLine);
  const now: (number | undefined)[] = [];
  for (let number = line; number <= endLine; number++) {
    now.push(followed.now.get(number));
  }
  const [first] = now;
  const stayed =
    first !== undefined && now.every((it, index) => it === first + index);
  return stayed
    ? {
        ...thread,
        place: {
          kind: 'line',
          path,
          line: first,
          endLine: first + endLine - line,
        },
        lines,
      }
    : outdated(thread, path, 'changed', lines);
}

/** The lines of a file at the head, without the empty one after the last line end. */
export function contentLines(file: FileChange | undefined): string[] {
  return linesOf(file && file.action !== 'delete' ? file.content : '');
}

/** @see {@link contentLines} */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function outdated(
  thread: Thread,
  path: string,
  because: 'changed' | 'unknown',
  lines: readonly string[],
): PlacedThread {
  return { ...thread, place: { kind: 'outdated', path, because }, lines };
}
