import { useTranslationRef } from '@backstage/frontend-plugin-api';
import List from '@mui/material/List';
import { EmptyState } from '@suido/react-kit';
import { useRequestList } from '../api/useRequestList';
import { EntityName } from '../states/EntityName';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { HomeSection } from './HomeSection';
import { RequestItem } from './RequestItem';

const SHOWN = 6;

/** What waits for the reader's approval. @public */
export function ReviewQueue() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const requests = useRequestList('to-review', undefined, SHOWN);
  return (
    <HomeSection
      title={t('home.review.title')}
      description={t('home.review.description')}
      seeAll="/to-review"
    >
      <QueryStates query={requests} rows={3}>
        {items =>
          items.length === 0 ? (
            <EmptyState
              title={t('home.review.empty')}
              description={t('home.review.emptyDescription')}
            />
          ) : (
            <List disablePadding>
              {items.map(request => (
                <RequestItem
                  key={request.id}
                  request={request}
                  note={<EntityName entityRef={request.requester} />}
                />
              ))}
            </List>
          )
        }
      </QueryStates>
    </HomeSection>
  );
}
