import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PermissionGate } from '@suido/backend-kit';
import {
  datasetReadPermission,
  searchQuerySchema,
} from '@suido/backstage-plugin-data-catalog-common';
import { addDatasets } from '../__testUtils__/searchableDatasets';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { openDatabase } from '../database/openDatabase';
import { datasetResourceRef } from '../permissions/datasetResource';
import { SearchService } from '../search/SearchService';
import { AuthorizedSearchService } from './AuthorizedSearchService';

const { databases, describeEach } = createTestDatabases();

describeEach('AuthorizedSearchService', databaseId => {
  it('finds nothing for whoever may read nothing, without a refusal', async () => {
    const knex = await databases.init(databaseId);
    await openDatabase(mockServices.database({ knex }));
    await addDatasets(knex, [{ name: 'a.sales', columns: [{ name: 'day' }] }]);
    const find = async (
      result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
    ) => {
      const gate = PermissionGate.create({
        permissions: mockServices.permissions({ result }),
        permissionsRegistry: mockServices.permissionsRegistry.mock({
          getPermissionRuleset: () => ({
            getRuleByName: name => {
              throw new Error(`No rule ${name} is asked for`);
            },
          }),
        }),
        resourceRef: datasetResourceRef,
        readPermission: datasetReadPermission,
      });
      const searches = new AuthorizedSearchService({
        gate,
        search: new SearchService(knex),
      });
      return searches.search(searchQuerySchema.parse({ q: 'sales' }), {
        credentials: mockCredentials.user(),
      });
    };
    expect((await find(AuthorizeResult.ALLOW)).total.count).toBe(1);
    const denied = await find(AuthorizeResult.DENY);
    expect(denied).toMatchObject({ items: [], total: { count: 0 } });
    expect(denied.facets.flatMap(({ values }) => values)).toEqual([]);
  });
});
