import { InputError, NotFoundError } from '@backstage/errors';
import type {
  CatalogSource,
  SourceRun,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import { isValid } from 'ulid';
import type { RunRow } from '../ingestion/RunRow';
import type { ReadableDatasets } from '../permissions/DatasetGate';
import { narrowToReadableDatasets } from './narrowToReadableDatasets';

interface SourceRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly last_applied_at: Date | null;
}

/**
 * Sources and their runs. Whoever may not see every dataset gets of a run when
 * it was and how it ended: its counts, reasons and places tell of the others.
 */
export class SourceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Writes down which sources are configured; what others told stays. */
  async register(
    sources: readonly Pick<SourceRow, 'id' | 'kind' | 'title'>[],
  ): Promise<void> {
    if (sources.length > 0) {
      await this.#knex('sources')
        .insert(sources.map(({ id, kind, title }) => ({ id, kind, title })))
        .onConflict('id')
        .merge(['kind', 'title']);
    }
  }

  async list(readable: ReadableDatasets): Promise<CatalogSource[]> {
    const sources: SourceRow[] = await this.#knex('sources').orderBy([
      'title',
      'id',
    ]);
    return this.#present(sources, readable);
  }

  /** @throws `NotFoundError` */
  async get(id: string, readable: ReadableDatasets): Promise<CatalogSource> {
    const rows: SourceRow[] = await this.#knex('sources').where({ id });
    const [source] = await this.#present(rows, readable);
    if (!source) {
      throw noSource(id);
    }
    return source;
  }

  /**
   * Runs of a source, newest first.
   * @throws `NotFoundError` where there is no such source
   */
  async listRuns(
    source: string,
    page: { readonly cursor?: string; readonly limit: number },
    readable: ReadableDatasets,
  ): Promise<{ items: SourceRun[]; nextCursor?: string }> {
    if (!(await this.#knex('sources').where('id', source).first('id'))) {
      throw noSource(source);
    }
    const query = this.#knex('source_runs')
      .where('source_id', source)
      .orderBy('id', 'desc')
      .limit(page.limit + 1);
    if (page.cursor !== undefined) {
      query.where('id', '<', readCursor(page.cursor));
    }
    const rows: RunRow[] = await query;
    return {
      items: rows.slice(0, page.limit).map(row => presentRun(row, readable)),
      nextCursor:
        rows.length > page.limit ? rows[page.limit - 1].id : undefined,
    };
  }

  async #present(
    sources: readonly SourceRow[],
    readable: ReadableDatasets,
  ): Promise<CatalogSource[]> {
    const told = this.#knex('datasets')
      .joinRaw('cross join unnest(datasets.sources) as told (source)')
      .groupBy('told.source');
    narrowToReadableDatasets(told, readable);
    const counts: { source: string; datasets: string }[] = await told.select(
      'told.source',
      this.#knex.raw('count(*) as datasets'),
    );
    const lastRuns: RunRow[] = await this.#knex('source_runs')
      .distinctOn('source_id')
      .whereIn(
        'source_id',
        sources.map(({ id }) => id),
      )
      .orderBy([{ column: 'source_id' }, { column: 'id', order: 'desc' }]);
    const countOf = new Map(
      counts.map(({ source, datasets }) => [source, Number(datasets)]),
    );
    const runOf = new Map(lastRuns.map(run => [run.source_id, run]));
    return sources.map(({ id, kind, title, last_applied_at: appliedAt }) => {
      const run = runOf.get(id);
      return {
        id,
        kind,
        title,
        datasets: countOf.get(id) ?? 0,
        lastRun: run && presentRun(run, readable),
        lastAppliedAt: appliedAt?.toISOString(),
      };
    });
  }
}

/** A run as its reader may see it. */
export function presentRun(row: RunRow, readable: ReadableDatasets): SourceRun {
  return {
    id: row.id,
    state: row.state,
    mode: row.mode ?? undefined,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString(),
    takenAt: row.taken_at?.toISOString(),
    ...(readable === 'all' && {
      report: row.report ?? undefined,
      changes: row.changes ?? undefined,
      reason: row.reason ?? undefined,
      revision: row.revision === null ? undefined : Number(row.revision),
    }),
  };
}

function noSource(id: string): NotFoundError {
  return new NotFoundError(
    `There is no source '${id}'; see the list of sources.`,
  );
}

function readCursor(cursor: string): string {
  if (!isValid(cursor)) {
    throw new InputError(
      `The cursor '${cursor}' is not one that this list gave; leave it out to start from the newest run.`,
    );
  }
  return cursor;
}
