import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/*
 * The plugin alone, without sign-in: `yarn start` here. It needs PostgreSQL and
 * a source in app-config.local.yaml (see README.md).
 *
 *   curl http://localhost:7007/api/data-catalog/v1/sources
 *   curl http://localhost:7007/api/data-catalog/v1/changes
 *   curl http://localhost:7007/api/data-catalog/openapi.json
 */
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(catalogServiceMock.factory({ entities: [] }));
backend.add(import('../src'));

backend.start();
