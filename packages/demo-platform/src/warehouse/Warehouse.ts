import {
  DuckDBInstance,
  type DuckDBConnection,
  type DuckDBValue,
  type Json,
} from '@duckdb/node-api';
import { InputError } from '@backstage/errors';
import { mkdir, rm, writeFile } from 'fs/promises';
import path from 'path';
import {
  quoteIdentifier,
  quoteRelation,
  quoteText,
  type RelationName,
} from './quote';

/** A column as the warehouse knows it. */
export interface WarehouseColumn {
  readonly name: string;
  readonly type: string;
}

/** A relation that was built. */
export interface BuiltRelation {
  readonly columns: readonly WarehouseColumn[];
  readonly rowCount: number;
}

/** What a relation is made of. */
export type RelationContent =
  | { readonly kind: 'table' | 'view'; readonly sql: string }
  | {
      readonly kind: 'seed';
      readonly csv: string;
      readonly delimiter: string;
      /** Types by column; others are found by looking at the values. */
      readonly types: ReadonlyMap<string, string>;
    };

/**
 * The DuckDB database of the demo company; only this process opens it.
 *
 * @remarks
 * SQL of models comes from a repository, so it may touch no file, no network
 * and no setting: only the folder that seeds are loaded from.
 */
export class Warehouse {
  /**
   * @param dataFolder - holds the database file, which names the database
   */
  static async open(
    dataFolder: string,
    databaseName: string,
  ): Promise<Warehouse> {
    const seedFolder = path.join(dataFolder, 'seeds');
    await mkdir(seedFolder, { recursive: true });
    const instance = await DuckDBInstance.create(
      path.join(dataFolder, `${databaseName}.duckdb`),
      {
        memory_limit: '256MB',
        threads: '2',
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      },
    );
    const connection = await instance.connect();
    await connection.run(
      `set allowed_directories=[${quoteText(`${seedFolder}/`)}];
       set enable_external_access=false;
       set lock_configuration=true;`,
    );
    return new Warehouse(instance, connection, seedFolder);
  }

  private readonly readers = new Set<DuckDBConnection>();

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly writer: DuckDBConnection,
    private readonly seedFolder: string,
  ) {}

  /** Runs statements of the platform itself on the writing connection. */
  async run(sql: string, values?: DuckDBValue[]): Promise<Json[][]> {
    const reader = await this.writer.runAndReadAll(sql, values);
    return reader.getRowsJson();
  }

  /**
   * Builds a relation and, in the same transaction, what `record` writes of it.
   *
   * @returns what `record` returned
   * @throws the warehouse's error; nothing changed then
   */
  async build<T>(
    relation: RelationName,
    content: RelationContent,
    record: (built: BuiltRelation) => Promise<T>,
  ): Promise<T> {
    const target = quoteRelation(relation);
    const seedFile = path.join(this.seedFolder, 'seed.csv');
    await this.run('begin transaction');
    try {
      await this.run(
        `create schema if not exists ${quoteIdentifier(
          relation.database,
        )}.${quoteIdentifier(relation.schema)}`,
      );
      await this.dropOtherKind(relation, content.kind);
      if (content.kind === 'seed') {
        await writeFile(seedFile, content.csv);
        await this.run(
          `create or replace table ${target} as select * from ${readCsv(
            seedFile,
            content,
          )}`,
        );
      } else {
        await this.runOne(
          `create or replace ${content.kind} ${target} as\n${content.sql}`,
        );
      }
      const recorded = await record({
        columns: await this.columns(relation),
        rowCount: Number(
          (
            await this.run(`select count(*) from ${target}`)
          )[0][0],
        ),
      });
      await this.run('commit');
      return recorded;
    } catch (error) {
      await this.run('rollback');
      throw error;
    } finally {
      await rm(seedFile, { force: true });
    }
  }

  /** Runs `use` in one read transaction of a connection of its own. */
  async read<T>(
    use: (query: (sql: string) => Promise<Json[][]>) => Promise<T>,
  ): Promise<T> {
    const connection = await this.instance.connect();
    this.readers.add(connection);
    const query = async (sql: string) =>
      (await connection.runAndReadAll(sql)).getRowsJson();
    try {
      await query('begin transaction read only');
      return await use(query);
    } finally {
      this.readers.delete(connection);
      connection.closeSync();
    }
  }

  /** Stops the queries that run; they throw. */
  interrupt(): void {
    for (const connection of [...this.readers, this.writer]) {
      connection.interrupt();
    }
  }

  /** Closes the file. */
  close(): void {
    for (const connection of [...this.readers, this.writer]) {
      connection.closeSync();
    }
    this.instance.closeSync();
  }

  /** Refuses SQL that goes on after the query of a model. */
  private async runOne(sql: string): Promise<void> {
    const { count } = await this.writer.extractStatements(sql);
    if (count !== 1) {
      throw new InputError(
        `The SQL of a model must be one query, but holds ${count} statements`,
      );
    }
    await this.run(sql);
  }

  /** DuckDB replaces a view by a view only, and a table by a table. */
  private async dropOtherKind(
    relation: RelationName,
    kind: RelationContent['kind'],
  ): Promise<void> {
    const isView = kind === 'view';
    const found = await this.run(
      `select table_type from information_schema.tables
       where table_catalog = $1 and table_schema = $2 and table_name = $3`,
      [relation.database, relation.schema, relation.name],
    );
    for (const [type] of found) {
      if ((type === 'VIEW') !== isView) {
        await this.run(
          `drop ${isView ? 'table' : 'view'} ${quoteRelation(relation)}`,
        );
      }
    }
  }

  private async columns(
    relation: RelationName,
  ): Promise<readonly WarehouseColumn[]> {
    const rows = await this.run(`describe ${quoteRelation(relation)}`);
    return rows.map(([name, type]) => ({
      name: String(name),
      type: String(type),
    }));
  }
}

function readCsv(
  file: string,
  { delimiter, types }: RelationContent & { kind: 'seed' },
): string {
  const options = ['header = true', 'sample_size = -1'];
  options.push(`delim = ${quoteText(delimiter)}`);
  if (types.size > 0) {
    const pairs = [...types].map(
      ([name, type]) => `${quoteText(name)}: ${quoteText(type)}`,
    );
    options.push(`types = {${pairs.join(', ')}}`);
  }
  return `read_csv(${quoteText(file)}, ${options.join(', ')})`;
}
