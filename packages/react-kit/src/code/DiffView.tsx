import { lazy, Suspense } from 'react';
import { PlainCode } from './PlainCode';

/** @public */
export interface DiffViewProps {
  /** Path of the file; its ending decides the colours. */
  readonly path: string;
  /** Absent where the file is new. */
  readonly before?: string;
  /** Absent where the file is deleted. */
  readonly after?: string;
  /** Side by side, or one above the other. */
  readonly mode: 'split' | 'unified';
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
