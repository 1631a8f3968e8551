import { useTranslationRef } from '@backstage/frontend-plugin-api';
import List from '@mui/material/List';
import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import { EmptyState } from '@suido/react-kit';
import { useRequestList } from '../api/useRequestList';
import { useViewer } from '../api/useViewer';
import { EntityName } from '../states/EntityName';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { HomeSection } from './HomeSection';
import { RequestItem } from './RequestItem';

const SHOWN = 6;
const MERGED_STATES: readonly RequestState[] = ['merged', 'deployed'];

/** Data that requests brought lately; the reader's own are marked. @public */
export function RecentlyMerged() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const viewer = useViewer();
  const requests = useRequestList('all', MERGED_STATES, SHOWN);
  return (
    <HomeSection
      title={t('home.merged.title')}
      description={t('home.merged.description')}
      seeAll="/all?state=deployed"
    >
      <QueryStates query={requests} rows={3}>
        {items =>
          items.length === 0 ? (
            <EmptyState
              title={t('home.merged.empty')}
              description={t('home.merged.emptyDescription')}
            />
          ) : (
            <List disablePadding>
              {items.map(request => (
                <RequestItem
                  key={request.id}
                  request={request}
                  note={
                    request.requester === viewer ? (
                      t('home.merged.yours')
                    ) : (
                      <EntityName entityRef={request.owner} />
                    )
                  }
                />
              ))}
            </List>
          )
        }
      </QueryStates>
    </HomeSection>
  );
}
