import { lazy, Suspense } from 'react';
import { PlainCode } from './PlainCode';

/** Languages that code is coloured in. @public */
export type CodeLanguage = 'sql' | 'yaml' | 'text';

/** @public */
export interface CodeViewProps {
  readonly code: string;
  readonly language: CodeLanguage;
  /** Accessible name; the default says that it is code. */
  readonly label?: string;
}

const CodeEditor = lazy(() => import('./CodeEditor'));

/** Code to read and copy. The editor is loaded when first shown. @public */
export function CodeView(props: CodeViewProps) {
  return (
    <Suspense fallback={<PlainCode code={props.code} label={props.label} />}>
      <CodeEditor {...props} />
    </Suspense>
  );
}
