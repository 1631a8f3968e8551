import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Route, Routes } from 'react-router-dom';
import { ChangesPage } from './changes/ChangesPage';
import { DatasetPage } from './dataset/DatasetPage';
import { FindPage } from './find/FindPage';
import { SourcePage } from './sources/SourcePage';
import { SourcesPage } from './sources/SourcesPage';

/**
 * The pages below `/data-catalog`. What is large of a page is loaded inside its
 * frame, so that the frame stays where it is.
 */
export function DataCatalogPages() {
  return (
    <Routes>
      <Route index element={<FindPage />} />
      <Route path="datasets/:key" element={<DatasetPage />} />
      <Route path="datasets/:key/:section" element={<DatasetPage />} />
      <Route path="changes" element={<ChangesPage />} />
      <Route path="sources" element={<SourcesPage />} />
      <Route path="sources/:source" element={<SourcePage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
