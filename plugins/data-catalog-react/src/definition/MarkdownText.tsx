import { lazy, Suspense } from 'react';
import { PlainText } from './PlainText';

/** @public */
export interface MarkdownTextProps {
  readonly text: string;
  /** Language of the text, where it is known. */
  readonly lang?: string;
}

const MarkdownBody = lazy(() => import('./MarkdownBody'));

/**
 * What people wrote, as Markdown. HTML in it is text, addresses that are not
 * of the web lead nowhere, and pictures are not loaded. The renderer is loaded
 * when first shown.
 * @public
 */
export function MarkdownText(props: MarkdownTextProps) {
  return (
    <Suspense fallback={<PlainText {...props} />}>
      <MarkdownBody {...props} />
    </Suspense>
  );
}
