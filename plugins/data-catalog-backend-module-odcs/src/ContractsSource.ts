import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  inBatches,
  ReadingTally,
  type DatasetSource,
  type ReadContext,
  type Snapshot,
} from '@suido/backstage-plugin-data-catalog-node';
import { createHash } from 'node:crypto';
import { ContractFiles } from './ContractFiles';
import type { ContractsConfig } from './readContractsConfigs';
import { readContractFiles } from './readContractFiles';

/** The data contracts of a folder or of a repository. */
export class ContractsSource implements DatasetSource {
  readonly kind = 'odcs';
  readonly id: string;
  readonly title: string;
  readonly #config: ContractsConfig;
  readonly #files: ContractFiles;

  constructor(config: ContractsConfig, reader: UrlReaderService) {
    this.id = config.id;
    this.title = config.title;
    this.#config = config;
    this.#files = new ContractFiles(config.folder, reader);
  }

  async read({ etag, signal }: ReadContext): Promise<Snapshot | undefined> {
    const takenAt = new Date().toISOString();
    const reading = this.#readingDigest();
    const [lastReading, ...lastFiles] = etag?.split(' ') ?? [];
    const found = await this.#files.look(
      lastReading === reading ? lastFiles.join(' ') : undefined,
      signal,
    );
    if (!found) {
      return undefined;
    }
    if (found.files.length === 0) {
      throw new NotFoundError(
        `${
          this.#config.folder
        } has no YAML files; put contracts there, or correct the folder (dataCatalog.odcs.contracts, id ${
          this.id
        }).`,
      );
    }
    const tally = new ReadingTally();
    const { records, isComplete } = await readContractFiles(found.files, {
      reading: this.#config.reading,
      tally,
      signal,
    });
    return {
      // What a broken contract described is not told, so it is not taken back.
      mode: isComplete ? 'full' : 'delta',
      takenAt,
      etag: `${reading} ${found.etag}`,
      batches: inBatches(records),
      report: () => tally.report(),
    };
  }

  /** Other names of servers, other tiers: the same files say something else. */
  #readingDigest(): string {
    const { namespaces, tiers, ...others } = this.#config.reading;
    return createHash('sha256')
      .update(JSON.stringify([[...namespaces], [...tiers], others]))
      .digest('hex');
  }
}
