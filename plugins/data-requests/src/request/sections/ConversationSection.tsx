import { useTranslationRef } from '@backstage/frontend-plugin-api';
import List from '@mui/material/List';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { EmptyState } from '@suido/react-kit';
import { useTimeline } from '../../api/useRequest';
import { QueryStates } from '../../states/QueryStates';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { CommentFocus } from '../comments/useCommentFocus';
import type { Threads } from '../comments/useThreads';
import { voidedApprovals } from './approvals';
import { ConversationEntry } from './ConversationEntry';
import { bringsCommit, commitBefore } from './commitsOfTimeline';

interface ConversationSectionProps {
  readonly request: DataRequest;
  readonly threads: Threads;
  readonly focus: CommentFocus | undefined;
}

/** All that happened and was said, oldest first; answers stand with what they answer. */
export function ConversationSection({
  request,
  threads,
  focus,
}: ConversationSectionProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const timeline = useTimeline(request);
  return (
    <QueryStates query={timeline}>
      {({ items }) => {
        if (items.length === 0) {
          return <EmptyState title={t('conversation.empty')} />;
        }
        const voided = voidedApprovals(items, request.proposal?.headSha);
        const answers = new Set(
          threads.items.flatMap(({ replies }) =>
            replies.map(reply => reply.sequence),
          ),
        );
        return (
          <List disablePadding>
            {items
              .filter(entry => !answers.has(entry.sequence))
              .map(entry => (
                <ConversationEntry
                  key={entry.sequence}
                  entry={entry}
                  thread={threads.items.find(
                    ({ root }) => root.sequence === entry.sequence,
                  )}
                  focus={focus}
                  voids={voided.filter(
                    approval => approval.voidedBy === entry.sequence,
                  )}
                  isVoid={voided.some(
                    approval => approval.approval === entry.sequence,
                  )}
                  comparedWith={
                    bringsCommit(entry) ? commitBefore(items, entry) : undefined
                  }
                />
              ))}
          </List>
        );
      }}
    </QueryStates>
  );
}
