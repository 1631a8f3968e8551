import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { DataCatalogClient } from '@suido/backstage-plugin-data-catalog-common';
import {
  dataCatalogApiRef,
  dataCatalogRouteRef,
} from '@suido/backstage-plugin-data-catalog-react';
import { Suspense, type ReactElement } from 'react';
import { SWRConfig } from 'swr';
import { useLocation, useNavigate } from 'react-router-dom';
import { DataCatalogPages } from '../DataCatalogPages';
import { newMartRouteRef, requestRouteRef } from '../routes';

interface RenderOptions {
  readonly path?: string;
  readonly client: DataCatalogClient;
  readonly language?: 'en' | 'ja';
  /** Whether the reader may edit datasets and manage sources. */
  readonly may?: boolean;
  readonly entities?: Entity[];
  /** Shown in place of the pages. */
  readonly element?: ReactElement;
}

/** Shows the address, and a button that goes back. */
function Address() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output aria-label="address">{`${pathname}${search}`}</output>
      <button onClick={() => navigate(-1)}>go back</button>
    </>
  );
}

/** The plugin's pages as a person sees them at a path, over a fresh cache. */
export function renderPages(options: RenderOptions) {
  const { path = '/data-catalog', client, may = false } = options;
  window.localStorage.setItem('language', options.language ?? 'en');
  return renderInTestApp(
    <SWRConfig
      value={{
        provider: () => new Map(),
        dedupingInterval: 0,
        revalidateOnFocus: false,
      }}
    >
      {/* A text on its way hides what is above the nearest boundary: not the cache. */}
      <Suspense fallback={null}>
        {options.element ?? <DataCatalogPages />}
      </Suspense>
      <Address />
    </SWRConfig>,
    {
      mountPath: '/data-catalog/*',
      initialRouteEntries: [path],
      mountedRoutes: {
        '/data-catalog': dataCatalogRouteRef,
        '/data-requests/new/data-mart': newMartRouteRef,
        '/data-requests/requests/:id': requestRouteRef,
      },
      apis: [
        mockApis.identity({ userEntityRef: 'user:default/hanako.sato' }),
        [dataCatalogApiRef, client],
        [catalogApiRef, catalogApiMock({ entities: options.entities ?? [] })],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: may ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
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
        suido: { timeZone: 'Asia/Tokyo' },
      },
    },
  );
}
