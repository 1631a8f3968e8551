import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { DatasetLink } from '@suido/backstage-plugin-data-catalog-react';
import { dataCatalogTranslationRef } from '../translation/ref';

interface NeighbourNameProps {
  readonly neighbour: Dataset['reads'][number];
}

/** Another dataset; a link where the reader may see it. */
export function NeighbourName({ neighbour }: NeighbourNameProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  return neighbour.key ? (
    <DatasetLink datasetKey={neighbour.key}>{neighbour.name}</DatasetLink>
  ) : (
    <span>
      {neighbour.name} {t('links.noPage')}
    </span>
  );
}
