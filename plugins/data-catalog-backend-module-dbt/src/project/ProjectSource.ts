import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type {
  ReadingReport,
  SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  inBatches,
  type DatasetSource,
  type ReadContext,
  type Snapshot,
} from '@suido/backstage-plugin-data-catalog-node';
import {
  projectFilesOf,
  readDbtProject,
  type DbtProblem,
} from '@suido/dbt-project';
import type { ProjectSourceConfig } from '../readSourceConfigs';
import { projectRecords } from './projectRecords';

const MOST_EXAMPLES = 10;

/** A dbt project's own files, read wherever its repository lives. */
export class ProjectSource implements DatasetSource {
  readonly kind = 'dbt';
  readonly id: string;
  readonly title: string;
  readonly #config: ProjectSourceConfig;
  readonly #reader: UrlReaderService;

  constructor(config: ProjectSourceConfig, reader: UrlReaderService) {
    this.id = config.id;
    this.title = config.title;
    this.#config = config;
    this.#reader = reader;
  }

  async read({ etag, signal }: ReadContext): Promise<Snapshot | undefined> {
    const { url, project } = this.#config;
    const folder = project.projectPath;
    try {
      const tree = await this.#reader.readTree(url, {
        etag,
        signal,
        filter: path => folder === '' || path.startsWith(`${folder}/`),
      });
      const { nodes, problems } = await readDbtProject(
        projectFilesOf(await tree.files()),
        project,
      );
      if (nodes.length === 0 && problems.length > 0) {
        throw new Error(
          `${url} has no dbt project that can be read: ${problems[0].path}: ${problems[0].message}`,
        );
      }
      const records = projectRecords(nodes);
      return {
        // What a broken file described is not told, so it is not taken back.
        mode: problems.some(each => each.skippedFile) ? 'delta' : 'full',
        takenAt: new Date().toISOString(),
        etag: tree.etag,
        batches: inBatches(records),
        report: () => reportOf(records, problems),
      };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return undefined;
      }
      throw error;
    }
  }
}

function reportOf(
  records: readonly SnapshotRecord[],
  problems: readonly DbtProblem[],
): ReadingReport {
  return {
    totals: {
      read: records.length + problems.length,
      kept: records.length,
      repaired: 0,
      refused: problems.length,
    },
    reasons:
      problems.length === 0
        ? []
        : [
            {
              code: 'not-understood',
              outcome: 'refused',
              text: {
                en: 'A part of a file could not be understood.',
                ja: 'ファイルの一部を読み取れませんでした。',
              },
              count: problems.length,
              examples: problems
                .slice(0, MOST_EXAMPLES)
                .map(({ path, message }) => `${path}: ${message}`),
            },
          ],
  };
}
