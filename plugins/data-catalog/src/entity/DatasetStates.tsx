import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import {
  QueryStates,
  type QueryStatesProps,
} from '@suido/backstage-plugin-data-catalog-react';
import { describeError, EmptyState } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../translation/ref';

/**
 * The states of an entity's dataset. An entity may be there before any source
 * has told of it: that is no error.
 */
export function DatasetStates(props: QueryStatesProps<Dataset>) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { data, error } = props.query;
  return data === undefined &&
    error &&
    describeError(error).kind === 'notFound' ? (
    <EmptyState
      title={t('entity.unknown')}
      description={t('entity.unknownHelp')}
    />
  ) : (
    <QueryStates {...props} />
  );
}
