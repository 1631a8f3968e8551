import {
  createFrontendModule,
  ErrorDisplay,
  NotFoundErrorPage,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { PageFrame } from './PageFrame';
import { NoSuchPage } from './NoSuchPage';
import { PartFailed } from './PartFailed';

// The names are those of Backstage's own, so that these take their place.
const pageLayout = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define => define({ component: PageLayout, loader: () => PageFrame }),
});

const notFound = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: define =>
    define({ component: NotFoundErrorPage, loader: () => NoSuchPage }),
});

const errorDisplay = SwappableComponentBlueprint.make({
  name: 'core-error-display',
  params: define =>
    define({ component: ErrorDisplay, loader: () => PartFailed }),
});

/** What surrounds every page, in the reader's language. */
export const frameModule = createFrontendModule({
  pluginId: 'app',
  extensions: [pageLayout, notFound, errorDisplay],
});
