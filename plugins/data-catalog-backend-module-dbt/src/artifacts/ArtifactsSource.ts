import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { ReadingReport } from '@suido/backstage-plugin-data-catalog-common';
import {
  inBatches,
  type DatasetSource,
  type ReadContext,
  type Snapshot,
} from '@suido/backstage-plugin-data-catalog-node';
import { inspectArtifact, type ArtifactReport } from '@suido/dbt-artifacts';
import type { ArtifactsSourceConfig } from '../readSourceConfigs';
import { ArtifactFile, type OpenedFile } from './ArtifactFile';
import { artifactRecords } from './artifactRecords';
import { DbtArtifacts } from './DbtArtifacts';
import { readingReportOf } from './readingReportOf';

const MANIFEST = 'manifest.json';
/** The manifest must be there; the others tell more where they are. */
const FILES = [MANIFEST, 'catalog.json', 'sources.json'];

/** What a run of dbt left in its target folder. */
export class ArtifactsSource implements DatasetSource {
  readonly kind = 'dbt';
  readonly id: string;
  readonly title: string;
  readonly #config: ArtifactsSourceConfig;
  readonly #files: readonly ArtifactFile[];

  constructor(config: ArtifactsSourceConfig, reader: UrlReaderService) {
    this.id = config.id;
    this.title = config.title;
    this.#config = config;
    this.#files = FILES.map(
      name => new ArtifactFile(config.folder, name, reader),
    );
  }

  async read({ etag, signal }: ReadContext): Promise<Snapshot | undefined> {
    const files = await this.#open(etag, signal);
    if (!files) {
      return undefined;
    }
    const artifacts = new DbtArtifacts();
    const reports = new Map<string, ArtifactReport>();
    for (const [name, file] of files) {
      reports.set(name, await readInto(artifacts, file, signal));
    }
    const measuredAt = takenAt([...reports.values()]);
    const { datasetNamespace } = this.#config;
    const report: ReadingReport = readingReportOf(reports);
    return {
      mode: 'full',
      takenAt: measuredAt,
      etag: JSON.stringify(
        Object.fromEntries([...files].map(([name, file]) => [name, file.etag])),
      ),
      batches: inBatches(
        artifactRecords(artifacts, { namespace: datasetNamespace, measuredAt }),
      ),
      report: () => report,
    };
  }

  /** All files anew where one of them is new; `undefined` where none is. */
  async #open(
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<Map<string, OpenedFile> | undefined> {
    const etags = parseEtags(etag);
    const looked = new Map<string, OpenedFile | 'unchanged'>();
    for (const file of this.#files) {
      const found = await file.look(etags[file.name], signal);
      if (found) {
        looked.set(file.name, found);
      }
    }
    if (!looked.has(MANIFEST)) {
      throw new NotFoundError(
        `${
          this.#config.folder
        } has no ${MANIFEST}; run dbt there, or correct dataCatalog.dbt.artifacts[${
          this.id
        }].folder.`,
      );
    }
    const isUnchanged =
      [...looked.values()].every(found => found === 'unchanged') &&
      looked.size === Object.keys(etags).length;
    if (isUnchanged) {
      return undefined;
    }
    const opened = new Map<string, OpenedFile>();
    for (const file of this.#files) {
      const found = looked.get(file.name);
      const now =
        found === 'unchanged' ? await file.look(undefined, signal) : found;
      if (now && now !== 'unchanged') {
        opened.set(file.name, now);
      }
    }
    return opened;
  }
}

async function readInto(
  artifacts: DbtArtifacts,
  file: OpenedFile,
  signal: AbortSignal,
): Promise<ArtifactReport> {
  const reading = inspectArtifact(await file.open(), { signal });
  for (;;) {
    const { done, value } = await reading.next();
    if (done) {
      return value;
    }
    for (const record of value.records) {
      artifacts.add(record);
    }
  }
}

/** The newest of the files says how things are. */
function takenAt(reports: readonly ArtifactReport[]): string {
  const times = reports.flatMap(({ metadata }) => metadata.generatedAt ?? []);
  return times.sort().at(-1) ?? new Date().toISOString();
}

function parseEtags(etag: string | undefined): Record<string, string> {
  if (etag === undefined) {
    return {};
  }
  try {
    return JSON.parse(etag);
  } catch (error) {
    throw new InputError(`The etag of the last snapshot is damaged: ${error}`);
  }
}
