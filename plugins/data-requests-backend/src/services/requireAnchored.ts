import { InputError } from '@backstage/errors';
import type {
  FileChange,
  NewComment,
} from '@suido/backstage-plugin-data-requests-common';
import { lineCount, spanOf, textAt } from '../effect/replaceLines';

/**
 * Refuses a comment on what the pull request does not show, and a suggestion
 * that changes nothing.
 *
 * @param files - of the pull request at its head
 * @throws `InputError` that names the field
 */
export function requireAnchored(
  { anchor, suggestion }: Pick<NewComment, 'anchor' | 'suggestion'>,
  files: readonly FileChange[],
): void {
  if (!anchor) {
    return;
  }
  const file = files.find(({ path }) => path === anchor.path);
  if (!file) {
    throw new InputError(
      `anchor.path: the pull request does not change ${JSON.stringify(
        anchor.path,
      )}; comment on one of its files, or on the whole.`,
    );
  }
  const span = spanOf(anchor);
  if (!span) {
    return;
  }
  const content = file.action === 'delete' ? '' : file.content;
  const count = lineCount(content);
  if (span.endLine > count) {
    throw new InputError(
      `anchor.${anchor.endLine === undefined ? 'line' : 'endLine'}: ${
        anchor.path
      } has ${count} lines now, but the comment is on line ${
        span.endLine
      }; load the request again.`,
    );
  }
  if (suggestion !== undefined && suggestion === textAt(content, span)) {
    throw new InputError(
      'suggestion: these lines say exactly that already; change the text, or only comment.',
    );
  }
}
