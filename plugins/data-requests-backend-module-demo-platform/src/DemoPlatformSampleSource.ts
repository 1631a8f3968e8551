import { NotFoundError, ResponseError } from '@backstage/errors';
import {
  SAMPLE_ROW_LIMIT,
  type SampleSource,
  type SampleTable,
} from '@suido/backstage-plugin-data-requests-node';
import type { DatasetId } from '@suido/vocabulary';
import type { DemoPlatformClient } from './DemoPlatformClient';

/**
 * Sample rows from the demo platform, which masks them itself.
 *
 * @remarks
 * The platform knows no persons: who may ask for samples is decided by
 * data-requests before it asks here.
 */
export class DemoPlatformSampleSource implements SampleSource {
  private readonly namespaces: ReadonlySet<string>;

  constructor(
    private readonly client: DemoPlatformClient,
    namespaces: readonly string[],
  ) {
    this.namespaces = new Set(namespaces);
  }

  accepts(namespace: string): boolean {
    return this.namespaces.has(namespace);
  }

  async revision(dataset: DatasetId): Promise<string | undefined> {
    const datasets = await this.client.datasets();
    return datasets.find(
      ({ namespace, name }) =>
        namespace === dataset.namespace && name === dataset.name,
    )?.revision;
  }

  async sample(
    dataset: DatasetId,
    columns: readonly string[],
  ): Promise<SampleTable> {
    try {
      return await this.client.sample(dataset, columns, SAMPLE_ROW_LIMIT);
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        throw new NotFoundError(error.body.error.message, error);
      }
      throw error;
    }
  }
}
