import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { TabbedPages } from './frame/TabbedPages';
import { RequestListPage } from './list/RequestListPage';

// A list is what most visits open; the form and the review come when needed.
const NewMartPage = lazy(() =>
  import('./new/NewMartPage').then(module => ({ default: module.NewMartPage })),
);
const RequestPage = lazy(() =>
  import('./request/RequestPage').then(module => ({
    default: module.RequestPage,
  })),
);
const ContributionsPage = lazy(() =>
  import('./contributions/ContributionsPage').then(module => ({
    default: module.ContributionsPage,
  })),
);
const FirstRequestPage = lazy(() =>
  import('./guide/FirstRequestPage').then(module => ({
    default: module.FirstRequestPage,
  })),
);

/** The pages below `/data-requests`. */
export function DataRequestsPages() {
  return (
    <Routes>
      <Route element={<TabbedPages />}>
        <Route index element={<RequestListPage key="mine" view="mine" />} />
        <Route
          path="to-review"
          element={<RequestListPage key="to-review" view="to-review" />}
        />
        <Route path="all" element={<RequestListPage key="all" view="all" />} />
        <Route path="contributions" element={<ContributionsPage />} />
        <Route path="first-request" element={<FirstRequestPage />} />
      </Route>
      <Route path="new/data-mart" element={<NewMartPage />} />
      <Route path="requests/:id" element={<RequestPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
