import { createApp } from '@backstage/frontend-defaults';
import { appFeatures } from './features';

/** The portal. Plugins are found by `app.packages: all`; the rest is here. */
export const app = createApp({ features: appFeatures });
