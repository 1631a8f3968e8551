import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/*
 * The plugin alone with the local forge, without sign-in: `yarn start` here.
 * It needs PostgreSQL and a target in app-config.local.yaml (see README.md).
 *
 *   curl http://localhost:7007/api/data-requests/v1/targets
 *   curl http://localhost:7007/api/data-requests/v1/requests
 *   curl http://localhost:7007/api/data-requests/openapi.json
 */
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(catalogServiceMock.factory({ entities: [] }));
backend.add(import('../src'));

backend.start();
