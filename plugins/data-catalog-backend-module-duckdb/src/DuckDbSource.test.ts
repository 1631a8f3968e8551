import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { DuckDBInstance } from '@duckdb/node-api';
import {
  snapshotRecordSchema,
  type SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { ReadContext } from '@suido/backstage-plugin-data-catalog-node';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { DuckDbSource } from './DuckDbSource';

const folder = createMockDirectory();

const context = (options: Partial<ReadContext> = {}): ReadContext => ({
  signal: new AbortController().signal,
  logger: mockServices.logger.mock(),
  ...options,
});

function sourceOf(file: string) {
  return new DuckDbSource({
    id: 'retail',
    title: 'Retail',
    path: folder.resolve(file),
    datasetNamespace: 'duckdb://retail',
    schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
  });
}

async function write(file: string, sql: string) {
  const instance = await DuckDBInstance.create(folder.resolve(file));
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

async function readAll(file: string) {
  const snapshot = (await sourceOf(file).read(context()))!;
  const records: SnapshotRecord[] = [];
  for await (const batch of snapshot.batches) {
    records.push(...batch.records);
  }
  return { snapshot, records, report: snapshot.report() };
}

describe('DuckDbSource', () => {
  beforeEach(() => folder.clear());

  it('tells what a file holds, and nothing again while it is the same', async () => {
    await write(
      'Retail.duckdb',
      `create schema marts;
       create table marts."日別 売上" (id int primary key, address struct(city varchar));
       create table marts.lines (sale int references marts."日別 売上" (id));
       insert into marts."日別 売上" values (1, {city: 'Tokyo'});
       comment on table marts."日別 売上" is '日別の売上';
       comment on column marts."日別 売上".address is 'Where it was sold';
       create view marts.cities as select address.city from marts."日別 売上";`,
    );
    const { snapshot, records, report } = await readAll('Retail.duckdb');
    const id = (name: string) => ({
      namespace: 'duckdb://retail',
      name: `Retail.marts.${name}`,
    });
    const plain: unknown[] = JSON.parse(JSON.stringify(records));
    expect(records.map(each => snapshotRecordSchema.parse(each))).toEqual(
      plain,
    );
    expect(plain).toEqual([
      {
        kind: 'dataset',
        id: id('cities'),
        type: 'view',
        columns: [{ name: 'city', type: 'VARCHAR' }],
        viewSql: 'SELECT address.city FROM marts."日別 売上"',
      },
      {
        kind: 'edge',
        from: id('日別 売上'),
        to: id('cities'),
        evidence: 'sql',
      },
      {
        kind: 'dataset',
        id: id('lines'),
        type: 'table',
        columns: [{ name: 'sale', type: 'INTEGER', isNullable: true }],
        foreignKeys: [
          {
            columns: ['sale'],
            references: id('日別 売上'),
            referencedColumns: ['id'],
          },
        ],
        size: { rows: 0, at: snapshot.takenAt },
      },
      {
        kind: 'dataset',
        id: id('日別 売上'),
        type: 'table',
        definition: { ja: '日別の売上' },
        columns: [
          { name: 'id', type: 'INTEGER', isNullable: false },
          {
            name: 'address',
            type: 'STRUCT(city VARCHAR)',
            isNullable: true,
            definition: { en: 'Where it was sold' },
          },
          { name: 'address.city', type: 'VARCHAR' },
        ],
        primaryKey: ['id'],
        size: { rows: 1, at: snapshot.takenAt },
      },
    ]);
    expect(report).toEqual({
      totals: { read: 4, kept: 4, repaired: 0, refused: 0 },
      reasons: [],
    });
    const { etag } = snapshot;
    await expect(
      sourceOf('Retail.duckdb').read(context({ etag })),
    ).resolves.toBeUndefined();
    await write('Retail.duckdb', 'create table more (a int)');
    await expect(
      sourceOf('Retail.duckdb').read(context({ etag })),
    ).resolves.toBeDefined();
  });

  it('reads what a view over files was, without opening them', async () => {
    folder.addContent({ 'secret.csv': 'a\n1\n' });
    await write(
      'files.duckdb',
      `create view f as select * from read_csv('${folder.resolve(
        'secret.csv',
      )}')`,
    );
    await rm(folder.resolve('secret.csv'));
    const { records } = await readAll('files.duckdb');
    expect(records).toMatchObject([
      {
        id: { name: 'files.main.f' },
        viewSql: expect.stringContaining('read_csv'),
        columns: [{ name: 'a', type: 'BIGINT' }],
      },
    ]);
  });

  it('says what to do when there is no file, or none of DuckDB', async () => {
    await expect(readAll('none.duckdb')).rejects.toThrow(
      `There is no file ${folder.resolve(
        'none.duckdb',
      )}; write it there, or correct the path (dataCatalog.duckdb.files, id retail).`,
    );
    folder.addContent({
      'notes.txt': 'Not a database, but long enough. '.repeat(500),
    });
    await expect(readAll('notes.txt')).rejects.toThrow(
      /notes\.txt cannot be read: .*not a valid DuckDB database file! Give the path of a file that DuckDB has written/,
    );
  });

  it('says what to do when another process writes to the file', async () => {
    await write('locked.duckdb', 'create table t (a int)');
    const holder = spawn(process.execPath, [
      '-e',
      `require(${JSON.stringify(require.resolve('@duckdb/node-api'))})
         .DuckDBInstance.create(${JSON.stringify(
           folder.resolve('locked.duckdb'),
         )})
         .then(instance => { process.stdout.write('open'); process.stdin.resume(); process.stdin.on('end', () => instance.closeSync()); });`,
    ]);
    await once(holder.stdout, 'data');
    try {
      await expect(readAll('locked.duckdb')).rejects.toThrow(
        /locked\.duckdb cannot be read: .*Another process has it open for writing, and DuckDB lets nobody read it meanwhile: close it there, give the path of a copy, or have that process push its metadata/,
      );
    } finally {
      holder.stdin.end();
      await once(holder, 'exit');
    }
    await expect(readAll('locked.duckdb')).resolves.toMatchObject({
      records: [{ kind: 'dataset' }],
    });
  });
});
