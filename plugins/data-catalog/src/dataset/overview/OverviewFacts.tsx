import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import {
  dataCatalogReactTranslationRef,
  OwnerName,
} from '@suido/backstage-plugin-data-catalog-react';
import { RelativeTime, useNumberFormat } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { requestRouteRef } from '../../routes';
import { dataCatalogTranslationRef } from '../../translation/ref';
import { useValueWords } from '../../words/useValueWords';
import { NeighbourName } from '../NeighbourName';
import { Fact } from './Fact';
import { SizeFact } from './SizeFact';

/** The facts of a dataset; those that nobody told are said to be missing. */
export function OverviewFacts({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { t: word } = useTranslationRef(dataCatalogReactTranslationRef);
  const format = useNumberFormat();
  const words = useValueWords();
  const requestPath = useRouteRef(requestRouteRef);
  const { updateFrequency, loadedAt, partitioning, requestId } = dataset;
  const list = (names: readonly string[]) =>
    names.length > 0 ? names.join(t('separator')) : undefined;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      }}
    >
      <Fact label={t('field.updateFrequency')}>
        {updateFrequency && word(`frequency.${updateFrequency}`)}
      </Fact>
      <Fact label={t('overview.freshness')}>
        {loadedAt && <RelativeTime value={loadedAt} />}
      </Fact>
      <Fact label={t('overview.size')}>
        {dataset.size && <SizeFact size={dataset.size} />}
      </Fact>
      <Fact label={t('overview.columns')}>{format(dataset.columns)}</Fact>
      <Fact label={t('overview.primaryKey')}>{list(dataset.primaryKey)}</Fact>
      <Fact label={t('field.partitioning')}>
        {partitioning &&
          [list(partitioning.columns), partitioning.by]
            .filter(Boolean)
            .join(' · ')}
      </Fact>
      <Fact label={t('field.dataProduct')}>{dataset.dataProduct}</Fact>
      <Fact label={t('overview.tags')}>{list(dataset.tags)}</Fact>
      {dataset.owners.length > 1 && (
        <Fact label={t('overview.owners')}>
          {dataset.owners.map((owner, index) => (
            <div key={index}>
              <OwnerName owner={owner} />
            </div>
          ))}
        </Fact>
      )}
      {dataset.stewards.length > 0 && (
        <Fact label={t('field.stewards')}>
          {dataset.stewards.map((steward, index) => (
            <div key={index}>
              <OwnerName owner={steward} />
            </div>
          ))}
        </Fact>
      )}
      {requestId && requestPath && (
        <Fact label={t('overview.request')}>
          <Link component={RouterLink} to={requestPath({ id: requestId })}>
            {t('overview.requestLink')}
          </Link>
        </Fact>
      )}
      <Fact label={t('overview.firstSeen')}>
        <RelativeTime value={dataset.firstSeenAt} />
      </Fact>
      <Fact label={t('overview.changed')}>
        <RelativeTime value={dataset.changedAt} />
      </Fact>
      {dataset.path && (
        <Fact wide label={t('overview.path')}>
          <code>{dataset.path}</code>
        </Fact>
      )}
      {dataset.foreignKeys.length > 0 && (
        <Fact wide label={t('overview.foreignKeys')}>
          {dataset.foreignKeys.map(({ columns, references, ...key }, index) => (
            <div key={index}>
              {words('columns', columns)} →{' '}
              <NeighbourName neighbour={references} />
              {key.referencedColumns.length > 0 &&
                ` (${list(key.referencedColumns)})`}
            </div>
          ))}
        </Fact>
      )}
      {dataset.aliases.length > 0 && (
        <Fact wide label={t('overview.aliases')}>
          {dataset.aliases.map(({ namespace, name }) => (
            <div key={`${namespace}\n${name}`}>
              <code>{name}</code> · {namespace}
            </div>
          ))}
        </Fact>
      )}
      <Fact wide label={t('overview.tests')}>
        {dataset.tests.length > 0
          ? dataset.tests.map(({ name, columns = [], severity }, index) => (
              <div key={index}>
                <code>{name}</code>
                {columns.length > 0 && ` (${list(columns)})`}
                {severity === 'warn' && ` · ${t('overview.warnOnly')}`}
              </div>
            ))
          : undefined}
      </Fact>
    </Box>
  );
}
