import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { Link as RouterLink } from 'react-router-dom';
import { useTimeline } from '../../api/useRequest';
import { useViewer } from '../../api/useViewer';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { sectionSearch } from '../sectionAddress';
import { voidedApprovals } from '../sections/approvals';
import { shortSha } from '../sections/useTimelineWords';
import { NameList } from './NameList';

/** Whose approval a later commit made void and who has not judged again; nothing where nobody's is. */
export function VoidApprovals({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const viewer = useViewer();
  const { data: timeline } = useTimeline(request);
  const headSha = request.proposal?.headSha;
  if (request.state !== 'in-review' || !timeline || !headSha) {
    return null;
  }
  const judgedAgain = (by: string | undefined, since: number) =>
    timeline.items.some(
      entry =>
        entry.type === 'reviewed' &&
        entry.actor === by &&
        entry.sequence > since,
    );
  return (
    <>
      {voidedApprovals(timeline.items, headSha)
        .filter(({ by, approval }) => !judgedAgain(by, approval))
        .map(({ by, approval, headSha: approved }) => (
          <Typography key={approval} variant="body2">
            {by !== undefined && by === viewer ? (
              t('next.yourApprovalVoid', { commit: shortSha(approved) })
            ) : (
              <>
                {t('next.approvalVoid', { commit: shortSha(approved) })}{' '}
                {by ? <NameList entityRefs={[by]} /> : '–'}
              </>
            )}{' '}
            <Link
              underline="always"
              component={RouterLink}
              to={sectionSearch('commits', { from: approved, to: headSha })}
            >
              {t('conversation.whatChanged')}
            </Link>
          </Typography>
        ))}
    </>
  );
}
