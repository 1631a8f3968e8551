import { createHash } from 'node:crypto';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  SampleSource,
  SampleTable,
} from '@suido/backstage-plugin-data-requests-node';
import type { LocalizedText } from '@suido/vocabulary';
import { shown } from '../generator/explanation/words';
import type { PreviewTable } from '../preview/PreviewRunner';
import { LruMap } from '../repository/LruMap';
import { PREVIEW_DIALECT } from '../sql/SqlDialect';
import type { NeededDataset } from '../generator/neededColumns';

/** Sample tables kept: those that a few people work on. */
const CACHED_TABLES = 24;

/** Sample rows of a dataset, or in words why there are none. */
export type LoadedSample =
  | {
      readonly status: 'available';
      readonly table: PreviewTable;
      readonly maskedColumns: ReadonlySet<string>;
    }
  | { readonly status: 'unavailable'; readonly reason: LocalizedText };

/**
 * Asks the sources for sample rows, each revision of a dataset once.
 *
 * @remarks
 * The rows are masked before they leave their source, so one cache serves all
 * who may preview. A source that fails makes the sample unavailable, never the
 * preview.
 */
export class SampleLoader {
  readonly #sources: readonly SampleSource[];
  readonly #logger: LoggerService;
  readonly #tables = new LruMap<string, Promise<SampleTable>>(CACHED_TABLES);

  constructor(options: {
    sources: readonly SampleSource[];
    logger: LoggerService;
  }) {
    this.#sources = options.sources;
    this.#logger = options.logger;
  }

  async load(
    { dataset, columns }: NeededDataset,
    credentials: BackstageCredentials,
  ): Promise<LoadedSample> {
    const { id, key, name } = dataset.input;
    const source = this.#sources.find(candidate =>
      candidate.accepts(id.namespace),
    );
    if (!source) {
      return unavailable({
        en: `Nobody gives sample rows of ${shown(id.namespace)} to the portal.`,
        ja: `ポータルに ${shown(
          id.namespace,
        )} のサンプルを渡す設定がありません。`,
      });
    }
    try {
      const revision = await source.revision(id, { credentials });
      if (revision === undefined) {
        return unavailable({
          en: `${shown(name)} is not in the warehouse yet.`,
          ja: `${shown(name)} はまだデータウェアハウスにありません。`,
        });
      }
      const sample = await this.#sample(
        `${key}\n${revision}\n${columns.join('\n')}`,
        () => source.sample(id, columns, { credentials }),
      );
      return {
        status: 'available',
        table: previewTable({ dataset, columns }, sample),
        maskedColumns: new Set(
          sample.columns.flatMap(column => (column.masked ? column.name : [])),
        ),
      };
    } catch (error) {
      this.#logger.warn(
        `No sample rows of ${id.namespace} ${id.name}: ${stringifyError(
          error,
        )}`,
      );
      return unavailable({
        en: `The sample rows of ${shown(name)} could not be read.`,
        ja: `${shown(name)} のサンプルを読み込めませんでした。`,
      });
    }
  }

  #sample(
    cacheKey: string,
    read: () => Promise<SampleTable>,
  ): Promise<SampleTable> {
    const known = this.#tables.get(cacheKey);
    if (known) {
      return known;
    }
    const reading = read().catch(error => {
      this.#tables.delete(cacheKey);
      throw error;
    });
    this.#tables.set(cacheKey, reading);
    return reading;
  }
}

function unavailable(reason: LocalizedText): LoadedSample {
  return { status: 'unavailable', reason };
}

/** @throws an error where the source left a column out */
function previewTable(
  { dataset, columns }: NeededDataset,
  sample: SampleTable,
): PreviewTable {
  const digest = createHash('sha256')
    .update(columns.join('\n'))
    .digest('hex')
    .slice(0, 10);
  return {
    name: `${dataset.input.key}/${digest}`,
    revision: sample.revision,
    rowCount: sample.rowCount,
    columns: columns.map(name => {
      const found = sample.columns.find(column => column.name === name);
      const column = dataset.columns.get(name);
      if (!found || !column) {
        throw new Error(`The sample has no column '${name}'`);
      }
      return {
        name,
        type: PREVIEW_DIALECT.typeName(column.valueType),
        values: found.values,
      };
    }),
  };
}
