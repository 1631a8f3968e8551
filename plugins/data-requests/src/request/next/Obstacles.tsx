import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import type { RequestChanges } from '../../api/useRequest';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { CommentText } from '../comments/CommentText';
import { NameList } from './NameList';

interface ObstaclesProps {
  readonly request: DataRequest;
  readonly changes: RequestChanges | undefined;
}

/** What went wrong, in which files, and whom to ask; nothing where all is well. */
export function Obstacles({ request, changes }: ObstaclesProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { state, stateReason } = request;
  const conflicts = state === 'conflicted' ? changes?.conflicts ?? [] : [];
  const reviewers = (changes?.reviewers ?? []).flatMap(
    ({ entityRef }) => entityRef ?? [],
  );
  return (
    <>
      {stateReason && (
        <div>
          <Typography variant="body2" component="h3" sx={{ m: 0 }}>
            <strong>{t('next.whatHappened')}</strong>
          </Typography>
          <CommentText>{stateReason}</CommentText>
        </div>
      )}
      {conflicts.length > 0 && (
        <div>
          <Typography variant="body2" component="h3" sx={{ m: 0 }}>
            <strong>{t('next.conflictFiles')}</strong>
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 3, overflowWrap: 'anywhere' }}>
            {conflicts.map(path => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </Box>
        </div>
      )}
      {(state === 'failed' || state === 'conflicted') && (
        <Typography variant="body2">
          {t('next.whomToAsk')}{' '}
          {reviewers.length > 0 ? (
            <NameList entityRefs={[...new Set(reviewers)]} />
          ) : (
            t('next.dataEngineers')
          )}
        </Typography>
      )}
    </>
  );
}
