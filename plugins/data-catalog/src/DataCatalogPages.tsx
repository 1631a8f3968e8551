import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { LoadingState } from '@suido/react-kit';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { FindPage } from './find/FindPage';
import { CatalogFrame } from './frame/CatalogFrame';

// Finding is what most visits open; the rest comes when it is needed.
const DatasetPage = lazy(() =>
  import('./dataset/DatasetPage').then(module => ({
    default: module.DatasetPage,
  })),
);
const ChangesPage = lazy(() =>
  import('./changes/ChangesPage').then(module => ({
    default: module.ChangesPage,
  })),
);
const SourcesPage = lazy(() =>
  import('./sources/SourcesPage').then(module => ({
    default: module.SourcesPage,
  })),
);
const SourcePage = lazy(() =>
  import('./sources/SourcePage').then(module => ({
    default: module.SourcePage,
  })),
);

/** The pages below `/data-catalog`. */
export function DataCatalogPages() {
  return (
    <Suspense fallback={<PageOnItsWay />}>
      <Routes>
        <Route index element={<FindPage />} />
        <Route path="datasets/:key" element={<DatasetPage />} />
        <Route path="datasets/:key/:section" element={<DatasetPage />} />
        <Route path="changes" element={<ChangesPage />} />
        <Route path="sources" element={<SourcesPage />} />
        <Route path="sources/:source" element={<SourcePage />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Suspense>
  );
}

/** The frame stays where it will be while a page is loaded. */
function PageOnItsWay() {
  return (
    <CatalogFrame>
      <LoadingState rows={8} />
    </CatalogFrame>
  );
}
