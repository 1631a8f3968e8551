import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import { useEffect, useRef, type RefObject } from 'react';
import type { Threads } from '../comments/useThreads';
import { stepFile } from '../files/stepFile';
import { inFileOrder } from '../files/threadOrder';
import type { ReviewBoxHandle } from '../review/ReviewBox';
import { SECTIONS, type Section } from '../sectionAddress';
import { useShortcuts, type Shortcuts } from './useShortcuts';

interface ReviewShortcutOptions {
  readonly reviewBox: RefObject<ReviewBoxHandle>;
  readonly files: RefObject<HTMLElement>;
  readonly section: Section;
  readonly setSection: (section: Section) => void;
  readonly toggleDiffMode: () => void;
  readonly threads: Threads;
  readonly changedFiles: readonly FileChange[] | undefined;
  readonly stepComment: (ids: readonly string[], by: 1 | -1) => void;
}

/** The single-key shortcuts of a review. */
export function useReviewShortcuts({
  reviewBox,
  files,
  section,
  setSection,
  toggleDiffMode,
  threads,
  changedFiles = [],
  stepComment,
}: ReviewShortcutOptions): Shortcuts {
  const waitingStep = useRef<1 | -1>();
  // Files that were asked for from another section are there only now.
  useEffect(() => {
    if (waitingStep.current && files.current) {
      stepFile(files.current, waitingStep.current);
      waitingStep.current = undefined;
    }
  });
  const toFile = (by: 1 | -1) => {
    if (files.current) {
      stepFile(files.current, by);
    } else {
      waitingStep.current = by;
      setSection('files');
    }
  };
  const toComment = (by: 1 | -1) => {
    if (section === 'files') {
      const order = inFileOrder(threads.items, changedFiles);
      stepComment(
        order.map(thread => thread.id),
        by,
      );
    } else {
      setSection('conversation');
      stepComment(
        threads.items.map(thread => thread.id),
        by,
      );
    }
  };
  return useShortcuts({
    j: () => toFile(1),
    k: () => toFile(-1),
    n: () => toComment(1),
    p: () => toComment(-1),
    c: () => reviewBox.current?.focusComment(),
    a: () => reviewBox.current?.focusApprove(),
    r: () => reviewBox.current?.focusRequestChanges(),
    m: () => reviewBox.current?.askMerge(),
    d: toggleDiffMode,
    ...Object.fromEntries(
      SECTIONS.map((name, index) => [
        String(index + 1),
        () => setSection(name),
      ]),
    ),
  });
}
