import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { describeError, EmptyState } from '@suido/react-kit';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { useRequest } from '../api/useRequest';
import { RequestsFrame } from '../frame/RequestsFrame';
import { requestRouteRef, rootRouteRef } from '../routes';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { RequestView } from './RequestView';

/** One request: where it stands and, for who may, its review. */
export function RequestPage() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { id = '' } = useParams();
  const requestPath = useRouteRef(requestRouteRef);
  const query = useRequest(id);
  // An address that can be of no request is told as bad input.
  const isMissing =
    query.error &&
    !query.data &&
    /^(notFound|invalid)$/.test(describeError(query.error).kind);
  const label = query.data
    ? `${query.data.number} ${query.data.name}`
    : t('section.label');
  return (
    <RequestsFrame crumb={{ label, href: requestPath?.({ id }) ?? '' }}>
      {isMissing ? (
        <MissingRequest />
      ) : (
        <QueryStates query={query} rows={8}>
          {request => (
            <RequestView
              key={request.id}
              request={request}
              mutateRequest={query.mutate}
            />
          )}
        </QueryStates>
      )}
    </RequestsFrame>
  );
}

function MissingRequest() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const root = useRouteRef(rootRouteRef);
  return (
    <EmptyState
      title={t('request.missing.title')}
      description={t('request.missing.description')}
      action={
        root && (
          <Button component={RouterLink} to={`${root()}/all`}>
            {t('request.backToList')}
          </Button>
        )
      }
    />
  );
}
