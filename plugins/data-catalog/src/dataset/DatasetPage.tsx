import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  datasetRouteRef,
  QueryStates,
  useDataset,
} from '@suido/backstage-plugin-data-catalog-react';
import { LoadingState } from '@suido/react-kit';
import { lazy, Suspense } from 'react';
import { Navigate, useLocation, useParams } from 'react-router-dom';
import { CatalogFrame } from '../frame/CatalogFrame';
import { useRootPath } from '../frame/useRootPath';
import { readSection, sectionPath } from './sections';

const DatasetView = lazy(() =>
  import('./DatasetView').then(module => ({ default: module.DatasetView })),
);

/** All that is known of a dataset. An address of an earlier name leads on. */
export function DatasetPage() {
  const { key = '', section: name } = useParams();
  const { search } = useLocation();
  const root = useRootPath();
  const routePath = useRouteRef(datasetRouteRef);
  const pathOf = (one: string) =>
    routePath?.({ key: one }) ?? `${root}/datasets/${one}`;
  const query = useDataset(key);
  const section = readSection(name);
  if (!section) {
    return <NotFoundErrorPage />;
  }
  const dataset = query.data;
  if (dataset && dataset.key !== key) {
    return (
      <Navigate
        replace
        to={`${sectionPath(pathOf(dataset.key), section)}${search}`}
      />
    );
  }
  return (
    <CatalogFrame crumb={{ label: dataset?.name ?? key, href: pathOf(key) }}>
      <QueryStates query={query} rows={8}>
        {found => (
          <Suspense fallback={<LoadingState rows={8} />}>
            <DatasetView
              key={found.key}
              dataset={found}
              section={section}
              path={pathOf(found.key)}
            />
          </Suspense>
        )}
      </QueryStates>
    </CatalogFrame>
  );
}
