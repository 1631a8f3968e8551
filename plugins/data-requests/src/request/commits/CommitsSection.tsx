import { useTranslationRef } from '@backstage/frontend-plugin-api';
import List from '@mui/material/List';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { EmptyState } from '@suido/react-kit';
import { useCommits } from '../../api/useRequest';
import { QueryStates } from '../../states/QueryStates';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { DiffMode } from '../files/DiffMode';
import { CommitItem } from './CommitItem';
import { EffectPanel } from './EffectPanel';

interface CommitsSectionProps {
  readonly request: DataRequest;
  readonly diffMode: DiffMode;
  readonly onDiffMode: (mode: DiffMode) => void;
}

/** Every commit with what was checked at it, and what lies between two of them. */
export function CommitsSection({
  request,
  diffMode,
  onDiffMode,
}: CommitsSectionProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <QueryStates query={useCommits(request)}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('commits.empty')} />
        ) : (
          <Stack spacing={3}>
            <section aria-labelledby="request-commits">
              <Typography variant="h6" component="h3" id="request-commits">
                {t('commits.title', { count: items.length })}
              </Typography>
              <List disablePadding>
                {[...items].reverse().map(commit => (
                  <CommitItem
                    key={commit.sha}
                    commit={commit}
                    isHead={commit.sha === request.proposal?.headSha}
                  />
                ))}
              </List>
            </section>
            <section aria-labelledby="request-effect">
              <Typography variant="h6" component="h3" id="request-effect">
                {t('effect.title')}
              </Typography>
              <EffectPanel
                request={request}
                commits={items}
                diffMode={diffMode}
                onDiffMode={onDiffMode}
              />
            </section>
          </Stack>
        )
      }
    </QueryStates>
  );
}
