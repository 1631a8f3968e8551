import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  datasetSourcesExtensionPoint,
  type DatasetSourcesExtensionPoint,
} from '@suido/backstage-plugin-data-catalog-node';
import { dataCatalogModulePostgres } from './module';

async function startWith(databases: object[]) {
  const sources: DatasetSourcesExtensionPoint = { addSource: jest.fn() };
  await startTestBackend({
    extensionPoints: [[datasetSourcesExtensionPoint, sources]],
    features: [
      dataCatalogModulePostgres,
      mockServices.rootConfig.factory({
        data: { dataCatalog: { postgres: { databases } } },
      }),
    ],
  });
  return sources.addSource;
}

describe('dataCatalogModulePostgres', () => {
  it('brings a source per database, without going there', async () => {
    const addSource = await startWith([
      { id: 'shop', connection: 'postgresql://reader:x@nowhere.test/shop' },
      {
        id: 'crm',
        title: 'CRM',
        connection: {
          host: 'nowhere.test',
          database: 'crm',
          user: 'reader',
          ssl: { ca: 'pem' },
        },
        schedule: { frequency: { hours: 1 }, timeout: { minutes: 5 } },
      },
    ]);
    expect(addSource).toHaveBeenCalledTimes(2);
    expect(addSource).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'shop', kind: 'postgres', title: 'shop' }),
      { frequency: { minutes: 15 }, timeout: { minutes: 30 } },
    );
    expect(addSource).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'crm', kind: 'postgres', title: 'CRM' }),
      { frequency: { hours: 1 }, timeout: { minutes: 5 } },
    );
  });

  it('refuses a connection without a host', async () => {
    await expect(
      startWith([{ id: 'crm', connection: { database: 'crm', user: 'r' } }]),
    ).rejects.toThrow(
      "Missing required config value at 'dataCatalog.postgres.databases[0].connection.host'",
    );
  });
});
