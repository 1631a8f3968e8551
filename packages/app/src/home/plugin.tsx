import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiHome4Line } from '@remixicon/react';

const homeRouteRef = createRouteRef();

const homePage = PageBlueprint.make({
  params: {
    path: '/',
    routeRef: homeRouteRef,
    // The page draws its own header: it greets the reader.
    noHeader: true,
    loader: () => import('./HomePage').then(({ HomePage }) => <HomePage />),
  },
});

/** The page that everybody starts from. */
export const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  title: 'Home',
  icon: <RiHome4Line />,
  routes: { root: homeRouteRef },
  extensions: [homePage],
});
