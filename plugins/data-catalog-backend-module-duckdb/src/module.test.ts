import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  datasetSourcesExtensionPoint,
  type DatasetSourcesExtensionPoint,
} from '@suido/backstage-plugin-data-catalog-node';
import { dataCatalogModuleDuckDb } from './module';

async function startWith(path: string) {
  const sources: DatasetSourcesExtensionPoint = { addSource: jest.fn() };
  const file = { id: 'retail', path, datasetNamespace: 'duckdb://retail' };
  await startTestBackend({
    extensionPoints: [[datasetSourcesExtensionPoint, sources]],
    features: [
      dataCatalogModuleDuckDb,
      mockServices.rootConfig.factory({
        data: { dataCatalog: { duckdb: { files: [file] } } },
      }),
    ],
  });
  return sources.addSource;
}

describe('dataCatalogModuleDuckDb', () => {
  it('brings a source per file, without opening it', async () => {
    await expect(
      startWith('/nowhere/retail.duckdb'),
    ).resolves.toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'retail',
        kind: 'duckdb',
        title: 'retail',
      }),
      { frequency: { minutes: 1 }, timeout: { minutes: 10 } },
    );
  });

  it('refuses a path that depends on where the backend was started', async () => {
    await expect(startWith('retail.duckdb')).rejects.toThrow(
      'dataCatalog.duckdb.files, id retail: path is retail.duckdb; give an absolute path.',
    );
  });
});
