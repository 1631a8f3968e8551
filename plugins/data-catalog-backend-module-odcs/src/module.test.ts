import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  datasetSourcesExtensionPoint,
  type DatasetSourcesExtensionPoint,
} from '@suido/backstage-plugin-data-catalog-node';
import { dataCatalogModuleOdcs } from './module';

async function startWith(contracts: object) {
  const sources: DatasetSourcesExtensionPoint = { addSource: jest.fn() };
  await startTestBackend({
    extensionPoints: [[datasetSourcesExtensionPoint, sources]],
    features: [
      dataCatalogModuleOdcs,
      mockServices.rootConfig.factory({
        data: { dataCatalog: { odcs: { contracts: [contracts] } } },
      }),
    ],
  });
  return sources.addSource;
}

describe('dataCatalogModuleOdcs', () => {
  it('brings a source per folder, without going there', async () => {
    await expect(
      startWith({
        id: 'contracts',
        title: 'Contracts',
        folder: '/nowhere',
        servers: [{ server: 'wh', datasetNamespace: 'duckdb://demo' }],
        classifications: [{ classification: 'PII', tier: 3 }],
      }),
    ).resolves.toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'contracts',
        kind: 'odcs',
        title: 'Contracts',
      }),
      { frequency: { minutes: 1 }, timeout: { minutes: 10 } },
    );
  });

  it.each([
    [{ folder: 'contracts' }, 'folder is contracts; give an absolute path'],
    [
      {
        folder: '/contracts',
        classifications: [{ classification: 'PII', tier: 5 }],
      },
      'the tier of the classification pii is none of 1, 2, 3, 4',
    ],
  ])('refuses %j', async (contracts, message) => {
    await expect(startWith({ id: 'c', ...contracts })).rejects.toThrow(
      `dataCatalog.odcs.contracts, id c: ${message}`,
    );
  });
});
