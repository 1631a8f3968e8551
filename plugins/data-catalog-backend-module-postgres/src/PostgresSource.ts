import { InputError } from '@backstage/errors';
import {
  ReadingTally,
  type DatasetSource,
  type ReadContext,
  type Snapshot,
  type SnapshotBatch,
} from '@suido/backstage-plugin-data-catalog-node';
import { createHash } from 'node:crypto';
import { NO_PERMISSION, OF_EXTENSION } from './causes';
import type { IdOf } from './datasetRecordOf';
import { DatabaseSession } from './DatabaseSession';
import { fingerprintOf } from './queries/fingerprint';
import { listRelations } from './queries/listRelations';
import { listSchemas } from './queries/listSchemas';
import { pagesOf } from './pagesOf';
import type { DatabaseConfig } from './readDatabaseConfigs';
import { cursorOf, positionOf, type ReadingPosition } from './ReadingPosition';
import { readPage } from './readPage';
import { selectSchemas } from './selectSchemas';

/** Told anew, whatever the etag says, when what is told changes. */
const TELLING_VERSION = 1;
/** Before every name. */
const BEGINNING: ReadingPosition['after'] = ['', ''];

/**
 * The metadata of one PostgreSQL database, from the system's catalog.
 *
 * @remarks
 * A page is read in one transaction, and no transaction outlives it: a slow
 * catalog does not keep the warehouse from cleaning up after itself.
 */
export class PostgresSource implements DatasetSource {
  readonly kind = 'postgres';
  readonly id: string;
  readonly title: string;
  readonly #config: DatabaseConfig;

  constructor(config: DatabaseConfig) {
    this.id = config.id;
    this.title = config.title;
    this.#config = config;
  }

  async read(context: ReadContext): Promise<Snapshot | undefined> {
    const { signal, cursor } = context;
    const now = await this.#etag(signal);
    if (now === context.etag) {
      return undefined;
    }
    const position = cursor
      ? positionOf(cursor)
      : { etag: now, takenAt: new Date().toISOString(), after: BEGINNING };
    const tally = new ReadingTally();
    return {
      mode: 'full',
      takenAt: position.takenAt,
      etag: position.etag,
      batches: this.#batches(position, tally, signal),
      report: () => tally.report(),
    };
  }

  async #etag(signal: AbortSignal): Promise<string> {
    const session = await DatabaseSession.open(this.#config, signal);
    try {
      const { schemas, datasetNamespace } = this.#config;
      const said = await session.read(fingerprintOf);
      return createHash('sha256')
        .update(
          JSON.stringify([TELLING_VERSION, schemas, datasetNamespace, said]),
        )
        .digest('hex');
    } finally {
      await session.close();
    }
  }

  async *#batches(
    position: ReadingPosition,
    tally: ReadingTally,
    signal: AbortSignal,
  ): AsyncGenerator<SnapshotBatch> {
    const session = await DatabaseSession.open(this.#config, signal);
    try {
      const relations = await session.read(async query => {
        const { told, withheld } = selectSchemas(
          await listSchemas(query),
          this.#config.schemas,
        );
        withheld.forEach(schema => tally.note(schema, NO_PERMISSION));
        if (told.length === 0) {
          throw new InputError(this.#noSchemas(withheld));
        }
        return listRelations(query, told, position.after);
      });
      for (const { schema, name } of relations.filter(isOfExtension)) {
        tally.note(`${schema}.${name}`, OF_EXTENSION);
      }
      const idOf = this.#idOf();
      const told = relations.filter(each => !isOfExtension(each));
      for (const page of pagesOf(told)) {
        const { schema, name } = page[page.length - 1];
        const records = await session.read(query =>
          readPage(query, { oids: page.map(each => each.oid), idOf, tally }),
        );
        const after: ReadingPosition['after'] = [schema, name];
        yield { records, cursor: cursorOf({ ...position, after }) };
      }
    } finally {
      await session.close();
    }
  }

  #idOf(): IdOf {
    const { host, port, database } = DatabaseSession.addressOf(this.#config);
    const namespace =
      this.#config.datasetNamespace ?? `postgres://${host}:${port}`;
    return (schema, name) => ({
      namespace,
      name: `${database}.${schema}.${name}`,
    });
  }

  #noSchemas(withheld: readonly string[]): string {
    const where = `dataCatalog.postgres.databases, id ${this.id}`;
    return withheld.length > 0
      ? `The connection's user may look into none of the schemas ${withheld.join(
          ', ',
        )}; grant usage on them (${where}).`
      : `No schema matches schemas.include without schemas.exclude; correct the patterns (${where}).`;
  }
}

function isOfExtension(relation: { isOfExtension: boolean }): boolean {
  return relation.isOfExtension;
}
