import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import {
  QueryStates,
  useDataCatalog,
} from '@suido/backstage-plugin-data-catalog-react';
import { EmptyState } from '@suido/react-kit';
import { usePages } from '../api/usePages';
import { ChangeList } from '../changes/ChangeList';
import { MorePages } from '../pages/MorePages';
import { dataCatalogTranslationRef } from '../translation/ref';

/** What changed about a dataset, newest first. */
export function HistorySection({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const client = useDataCatalog();
  const { key, revision } = dataset;
  const changes = usePages(['history', key, String(revision)], cursor =>
    client.listDatasetChanges({ params: { key }, query: { cursor } }),
  );
  return (
    <QueryStates query={changes} rows={6}>
      {items =>
        items.length > 0 ? (
          <Stack spacing={1} alignItems="stretch">
            <ChangeList
              label={t('dataset.section.history')}
              changes={items}
              withDataset={false}
            />
            <MorePages pages={changes} />
          </Stack>
        ) : (
          <EmptyState title={t('history.empty')} />
        )
      }
    </QueryStates>
  );
}
