import { lazy, Suspense } from 'react';
import type { LineNotes } from './LineNotes';
import { PlainCode } from './PlainCode';

/** @public */
export interface DiffViewProps {
  /** Path of the file; its ending decides the colours. */
  readonly path: string;
  /** Absent where the file is new. */
  readonly before?: string;
  /** Absent where the file is deleted. */
  readonly after?: string;
  /** Side by side, or one above the other; a new or deleted file has one side only. */
  readonly mode: 'split' | 'unified';
  /** Whether lines far from any change are shown too. */
  readonly wholeFile?: boolean;
  /** What stands under the lines of the new file. */
  readonly notes?: LineNotes;
}

const DiffEditor = lazy(() => import('./DiffEditor'));

/** What changed in a file. The editor is loaded when first shown. @public */
export function DiffView(props: DiffViewProps) {
  return (
    <Suspense fallback={<PlainCode code={props.after ?? props.before ?? ''} />}>
      <DiffEditor {...props} />
    </Suspense>
  );
}
