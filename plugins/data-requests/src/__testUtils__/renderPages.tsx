import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { DataRequestsClient } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';
import type { Entity } from '@backstage/catalog-model';
import { SWRConfig } from 'swr';
import { DataRequestsPages } from '../DataRequestsPages';
import { catalogEntityRouteRef, rootRouteRef } from '../routes';

/**
 * A fresh cache. A click also focuses the window; what is read again, and
 * when, is up to the test.
 */
function freshCache() {
  return {
    provider: () => new Map(),
    dedupingInterval: 0,
    revalidateOnFocus: false,
  };
}

interface RenderOptions {
  readonly path: string;
  readonly client: DataRequestsClient;
  readonly viewer?: string;
  readonly language?: 'en' | 'ja';
  readonly entities?: Entity[];
}

/** The plugin's pages as a person sees them at a path, over a fresh cache. */
export function renderPages({
  path,
  client,
  viewer = 'user:default/kenji.tanaka',
  language = 'en',
  entities = [],
}: RenderOptions) {
  window.localStorage.setItem('language', language);
  return renderInTestApp(
    <SWRConfig value={freshCache()}>
      <DataRequestsPages />
    </SWRConfig>,
    {
      mountPath: '/data-requests/*',
      initialRouteEntries: [path],
      mountedRoutes: {
        '/data-requests': rootRouteRef,
        '/catalog/:namespace/:kind/:name': catalogEntityRouteRef,
      },
      apis: [
        mockApis.identity({ userEntityRef: viewer }),
        [dataRequestsApiRef, client],
        [catalogApiRef, catalogApiMock({ entities })],
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
