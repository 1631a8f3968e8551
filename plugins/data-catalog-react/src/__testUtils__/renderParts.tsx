import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { DataCatalogClient } from '@suido/backstage-plugin-data-catalog-common';
import type { ReactElement } from 'react';
import { SWRConfig } from 'swr';
import { dataCatalogApiRef } from '../api';
import { dataCatalogRouteRef } from '../routes';

interface RenderOptions {
  readonly client: DataCatalogClient;
  readonly language?: 'en' | 'ja';
  /** Whether the pages of the catalog are installed. */
  readonly hasPages?: boolean;
}

/** Components as a person sees them, over a fresh cache. */
export function renderParts(
  parts: ReactElement,
  { client, language = 'en', hasPages = true }: RenderOptions,
) {
  window.localStorage.setItem('language', language);
  return renderInTestApp(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      {parts}
    </SWRConfig>,
    {
      mountedRoutes: hasPages ? { '/data-catalog': dataCatalogRouteRef } : {},
      apis: [
        mockApis.identity({ userEntityRef: 'user:default/hanako.sato' }),
        [dataCatalogApiRef, client],
        [catalogApiRef, catalogApiMock({ entities: [] })],
      ],
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: { availableLanguages: ['en', 'ja'] },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    },
  );
}
