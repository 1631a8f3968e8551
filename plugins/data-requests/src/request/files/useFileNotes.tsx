import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  CommentAnchor,
  FileChange,
} from '@suido/backstage-plugin-data-requests-common';
import type { LineNote, LineNotes, LineRange } from '@suido/react-kit';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { anchorKey, type CommentDraft } from '../comments/CommentDraft';
import { CommentEditor } from '../comments/CommentEditor';
import { contentLines, type PlacedThread } from '../comments/placeThreads';
import { ThreadView } from '../comments/ThreadView';
import type { CommentFocus } from '../comments/useCommentFocus';
import { useDraftPlaces } from '../comments/useDraft';
import { useRequestContext } from '../RequestContext';

/** What stands under the lines of a file: what was said, and what is being written. */
export function useFileNotes(
  file: FileChange,
  threads: readonly PlacedThread[],
  focus: CommentFocus | undefined,
): LineNotes {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { request, headSha, drafts } = useRequestContext();
  const places = useDraftPlaces();
  const content = contentLines(file);
  const { path } = file;

  const lineLabel = ({ line = 1, endLine = line }: CommentAnchor) =>
    line === endLine
      ? t('comment.onLine', { line: String(line) })
      : t('comment.onLines', { from: String(line), to: String(endLine) });

  const said: LineNote[] = threads.flatMap(thread =>
    thread.place.kind === 'line'
      ? {
          key: threadKey(thread.id),
          line: thread.place.line,
          endLine: thread.place.endLine,
          content: <ThreadView thread={thread} focus={focus} />,
        }
      : [],
  );
  const written: LineNote[] = places.flatMap(({ key, anchor }) =>
    anchor?.path === path && anchor.line !== undefined
      ? {
          key,
          ...rangeOf(anchor, content.length),
          content: (
            <CommentEditor
              draftKey={key}
              label={lineLabel(anchor)}
              lines={content.slice(
                anchor.line - 1,
                anchor.endLine ?? anchor.line,
              )}
            />
          ),
        }
      : [],
  );

  const draftOf = ({ line, endLine }: LineRange): CommentDraft => ({
    body: '',
    headSha,
    anchor: { path, line, endLine: endLine === line ? undefined : endLine },
  });
  const onChoose = (range: LineRange, extended?: LineRange) => {
    const to = keyOf(path, range);
    const from = extended && keyOf(path, extended);
    if (from && from !== to && drafts.get(from)) {
      drafts.move(from, to, draftOf(range));
    } else {
      drafts.open(to, draftOf(range));
    }
  };
  const mayComment = request.abilities.comment && file.action !== 'delete';
  return {
    items: [...said, ...written],
    onChoose: mayComment ? onChoose : undefined,
    reveal: focus && { key: threadKey(focus.id), nth: focus.nth },
  };
}

function threadKey(id: string): string {
  return `thread:${id}`;
}

function keyOf(path: string, { line, endLine }: LineRange): string {
  return anchorKey({ path, line, endLine });
}

/** The lines of an anchor, as far as the file still has them. */
function rangeOf(
  { line = 1, endLine = line }: CommentAnchor,
  lineCount: number,
): LineRange {
  const last = Math.max(lineCount, 1);
  return { line: Math.min(line, last), endLine: Math.min(endLine, last) };
}
