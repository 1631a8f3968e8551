import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { nestedFields } from './nestedFields';
import { readDuckDbMetadata } from './readDuckDbMetadata';

describe('readDuckDbMetadata', () => {
  let connection: DuckDBConnection;

  beforeAll(async () => {
    const instance = await DuckDBInstance.create(':memory:', {
      autoload_known_extensions: 'false',
      enable_external_access: 'false',
    });
    connection = await instance.connect();
  });
  afterAll(() => connection.closeSync());

  const run = (sql: string) => connection.run(sql);
  const read = () =>
    readDuckDbMetadata(async sql =>
      (await connection.runAndReadAll(sql)).getRowsJson(),
    );

  it('says that an empty database is empty', async () => {
    await expect(read()).resolves.toEqual({ database: 'memory', datasets: [] });
  });

  it('tells tables, views and what they read', async () => {
    await run(`
      create schema "売上 Sales";
      create table "売上 Sales".p (id int, part varchar, primary key (part, id));
      create table "売上 Sales"."注文 ""x""" (
        a int not null, b varchar,
        address struct(city varchar, geo struct(lat double, "lon, (deg)" double)[]),
        foreign key (b, a) references "売上 Sales".p (part, id)
      );
      create table k (id int);
      create temporary table hidden (id int);
      insert into k select * from range(7);
      comment on table k is '<script>alert(1)</script>';
      comment on column k.id is '''; drop table k; --';
      create view "v (x) AS" ("c1 AS (", other) as
        with k as (select * from k), q as (select * from "売上 Sales".P)
        select q.id, k.id from q, k where exists (select 1 from memory.main.k);
      create view "売上 Sales".w as select * from p union all by name select * from "v (x) AS";
      comment on view "売上 Sales".w is '見る';
      create view loop as
        with recursive p(n) as (select 1 union all select n + 1 from p where n < 3) select * from p;
      create view constant as select 1 as one, ';' as two;`);
    const { datasets } = await read();
    expect(datasets).toEqual([
      {
        kind: 'view',
        schema: 'main',
        name: 'constant',
        columns: [
          { name: 'one', type: 'INTEGER' },
          { name: 'two', type: 'VARCHAR' },
        ],
        foreignKeys: [],
        viewSql: `SELECT 1 AS one, ';' AS two`,
        inputs: [],
      },
      {
        kind: 'table',
        schema: 'main',
        name: 'k',
        comment: '<script>alert(1)</script>',
        columns: [
          {
            name: 'id',
            type: 'INTEGER',
            isNullable: true,
            comment: `'; drop table k; --`,
          },
        ],
        foreignKeys: [],
        rows: 7,
        inputs: [],
      },
      expect.objectContaining({ name: 'loop', inputs: [] }),
      expect.objectContaining({
        name: 'v (x) AS',
        columns: [
          { name: 'c1 AS (', type: 'INTEGER' },
          { name: 'other', type: 'INTEGER' },
        ],
        viewSql: expect.stringMatching(/^WITH k AS/),
        inputs: [
          { schema: 'main', name: 'k' },
          { schema: '売上 Sales', name: 'p' },
        ],
      }),
      expect.objectContaining({
        name: 'p',
        primaryKey: ['part', 'id'],
        rows: 0,
      }),
      expect.objectContaining({
        kind: 'view',
        name: 'w',
        comment: '見る',
        inputs: [
          { schema: 'main', name: 'v (x) AS' },
          { schema: '売上 Sales', name: 'p' },
        ],
      }),
      expect.objectContaining({
        name: '注文 "x"',
        columns: [
          { name: 'a', type: 'INTEGER', isNullable: false },
          { name: 'b', type: 'VARCHAR', isNullable: true },
          expect.objectContaining({ name: 'address' }),
          { name: 'address.city', type: 'VARCHAR' },
          {
            name: 'address.geo',
            type: 'STRUCT(lat DOUBLE, "lon, (deg)" DOUBLE)[]',
          },
          { name: 'address.geo.lat', type: 'DOUBLE' },
          { name: 'address.geo.lon, (deg)', type: 'DOUBLE' },
        ],
        foreignKeys: [
          {
            columns: ['b', 'a'],
            references: { schema: '売上 Sales', name: 'p' },
            referencedColumns: ['part', 'id'],
          },
        ],
      }),
    ]);
  });
});

describe('nestedFields', () => {
  it.each([
    ['INTEGER', []],
    [`ENUM('a, STRUCT(', 'it''s')`, []],
    ['MAP(VARCHAR, STRUCT(q INTEGER))', []],
    ['UNION(n INTEGER, s VARCHAR)', []],
    [
      `STRUCT(e ENUM('a, "b', 'it''s)'), d DECIMAL(10,2), "we ""ird" INTEGER[3])[][2]`,
      [
        ['x.e', `ENUM('a, "b', 'it''s)')`],
        ['x.d', 'DECIMAL(10,2)'],
        ['x.we "ird', 'INTEGER[3]'],
      ],
    ],
    [
      'STRUCT(x STRUCT(x INTEGER), y INTEGER)',
      [
        ['x.x', 'STRUCT(x INTEGER)'],
        ['x.x.x', 'INTEGER'],
        ['x.y', 'INTEGER'],
      ],
    ],
    ['STRUCT(', []],
    ['', []],
  ])('%s', (type, fields) => {
    expect(nestedFields('x', type).map(each => [each.path, each.type])).toEqual(
      fields,
    );
  });

  it('goes as deep as a type goes', () => {
    const type = `${'STRUCT(a '.repeat(500)}INTEGER${')'.repeat(500)}`;
    expect(nestedFields('x', type)).toHaveLength(500);
  });
});
