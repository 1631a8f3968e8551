import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import { describeError } from '@suido/react-kit';
import useSWR from 'swr';
import { retryUnlessAnswered } from '../api/retryUnlessAnswered';
import { useDataRequests } from '../api/useDataRequests';
import { RequestLink } from '../frame/RequestLink';
import { QueryStates } from '../states/QueryStates';
import { StateChip } from '../states/StateChip';
import { dataRequestsTranslationRef } from '../translation/ref';

/** The latest request that made or changes a dataset, as far as the reader may see. */
export function DatasetRequestLink({
  datasetKey,
}: {
  readonly datasetKey: string;
}) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const client = useDataRequests();
  const query = useSWR(
    ['data-requests', 'of-dataset', datasetKey],
    () => client.listRequests({ query: { dataset: datasetKey, limit: 1 } }),
    { shouldRetryOnError: retryUnlessAnswered },
  );
  if (query.error && describeError(query.error).kind === 'forbidden') {
    return <>{t('card.unknown')}</>;
  }
  return (
    <QueryStates query={query} rows={1}>
      {({ items: [request] }) =>
        request ? (
          <Stack spacing={0.5} alignItems="flex-start">
            <RequestLink id={request.id}>
              {t('card.requestLink', { number: String(request.number) })}
            </RequestLink>
            <StateChip state={request.state} />
          </Stack>
        ) : (
          <>{t('card.noRequest')}</>
        )
      }
    </QueryStates>
  );
}
