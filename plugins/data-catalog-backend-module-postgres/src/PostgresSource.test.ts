import { mockServices } from '@backstage/backend-test-utils';
import {
  snapshotRecordSchema,
  type DatasetRecord,
  type SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type {
  ReadContext,
  SnapshotBatch,
} from '@suido/backstage-plugin-data-catalog-node';
import type { Knex } from 'knex';
import { createServer, type Socket } from 'node:net';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { DatabaseSession } from './DatabaseSession';
import { PostgresSource } from './PostgresSource';
import type { DatabaseConfig } from './readDatabaseConfigs';

const { databases, describeEach } = createTestDatabases();

const HOSTILE = `<script>alert(1)</script> '; drop table users; -- \u202e{{ config() }}`;

const SHOP = `
  create schema "Sales 日本";
  create schema marts;
  create schema empty_one;
  create type marts.mood as enum ('calm', 'busy');
  create table "Sales 日本"."顧客 マスタ" (
    "顧客ID" bigint primary key,
    "E-Mail ""x""" varchar(200) not null,
    mood marts.mood,
    price numeric(10, 2),
    gone int
  );
  alter table "Sales 日本"."顧客 マスタ" drop column gone;
  comment on table "Sales 日本"."顧客 マスタ" is '顧客の一覧';
  comment on column "Sales 日本"."顧客 マスタ".price is E'Hostile: ${HOSTILE.replace(
    /'/g,
    "''",
  )}';
  create table marts.orders (
    region text not null,
    sold_at timestamptz not null,
    customer bigint references "Sales 日本"."顧客 マスタ",
    primary key (region, sold_at)
  ) partition by range (region, sold_at);
  create table marts.orders_a partition of marts.orders for values from ('a', minvalue) to ('m', minvalue);
  create table marts.orders_z partition of marts.orders for values from ('m', minvalue) to ('z', minvalue)
    partition by hash (sold_at);
  create table marts.orders_z0 partition of marts.orders_z for values with (modulus 1, remainder 0);
  insert into "Sales 日本"."顧客 マスタ" values (1, 'a@b', 'calm', 1);
  insert into marts.orders select r, timestamptz '2026-01-01' + n * interval '1 hour', 1
    from unnest(array['b', 'n']) r, generate_series(1, 50) n;
  create table marts.by_day (at timestamp) partition by range (date_trunc('day', at));
  create view marts.regions as select region, count(*) as orders from marts.orders group by region;
  create view marts.busy as select r.region, c.price from marts.regions r, "Sales 日本"."顧客 マスタ" c;
  create materialized view marts.of_partition as select sold_at from marts.orders_z0;
  analyze;`;

/** More tables than go into one batch. */
async function makeMany(knex: Knex) {
  await knex.raw(`drop schema if exists many cascade; create schema many`);
  await knex.raw(`do $$ begin for n in 1..450 loop
    execute format('create table many.%I (a int)', 'T ' || lpad(n::text, 3, '0'));
  end loop; end $$`);
}

/** The URL of a test database, for another user where one is given. */
function urlOf(knex: Knex, user?: { name: string; password: string }): string {
  const { connection } = knex.client.config;
  const url = new URL('postgresql://localhost');
  url.hostname = connection.host;
  url.port = String(connection.port);
  url.pathname = connection.database;
  url.username = user?.name ?? connection.user;
  url.password = user?.password ?? connection.password;
  return url.toString();
}

function configOf(
  connectionString: string,
  options: Partial<DatabaseConfig> = {},
): DatabaseConfig {
  return {
    id: 'shop',
    title: 'Shop',
    connection: { connectionString },
    datasetNamespace: 'postgres://db.test:5432',
    schemas: { include: ['*'], exclude: [] },
    statementTimeoutMs: 60_000,
    schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
    ...options,
  };
}

function sourceOf(
  connectionString: string,
  options?: Partial<DatabaseConfig>,
): PostgresSource {
  return new PostgresSource(configOf(connectionString, options));
}

const context = (options: Partial<ReadContext> = {}): ReadContext => ({
  signal: new AbortController().signal,
  logger: mockServices.logger.mock(),
  ...options,
});

async function readAll(source: PostgresSource, options?: Partial<ReadContext>) {
  const snapshot = (await source.read(context(options)))!;
  const batches: SnapshotBatch[] = [];
  for await (const batch of snapshot.batches) {
    batches.push(batch);
  }
  const records = batches.flatMap(batch => [...batch.records]);
  for (const record of records) {
    expect(snapshotRecordSchema.parse(record)).toEqual(
      JSON.parse(JSON.stringify(record)),
    );
  }
  return { snapshot, batches, records, report: snapshot.report() };
}

function datasetsOf(records: readonly SnapshotRecord[]) {
  return new Map(
    records
      .filter((each): each is DatasetRecord => each.kind === 'dataset')
      .map(each => [each.id.name.slice(each.id.name.indexOf('.') + 1), each]),
  );
}

describeEach('PostgresSource', databaseId => {
  let knex: Knex;
  let database: string;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    database = knex.client.config.connection.database;
    await knex.raw(SHOP);
  });

  it('tells what the database holds', async () => {
    const { snapshot, records, report } = await readAll(sourceOf(urlOf(knex)));
    const datasets = datasetsOf(records);
    expect(snapshot.mode).toBe('full');
    expect([...datasets.keys()].sort()).toEqual([
      'Sales 日本.顧客 マスタ',
      'marts.busy',
      'marts.by_day',
      'marts.of_partition',
      'marts.orders',
      'marts.regions',
    ]);
    expect(datasets.get('Sales 日本.顧客 マスタ')).toEqual({
      kind: 'dataset',
      id: {
        namespace: 'postgres://db.test:5432',
        name: `${database}.Sales 日本.顧客 マスタ`,
      },
      type: 'table',
      definition: { ja: '顧客の一覧' },
      columns: [
        { name: '顧客ID', type: 'bigint', isNullable: false },
        {
          name: 'E-Mail "x"',
          type: 'character varying(200)',
          isNullable: false,
        },
        { name: 'mood', type: 'marts.mood', isNullable: true },
        {
          name: 'price',
          type: 'numeric(10,2)',
          isNullable: true,
          definition: { en: `Hostile: ${HOSTILE}` },
        },
      ],
      primaryKey: ['顧客ID'],
      size: { rows: 1, bytes: expect.any(Number), at: expect.any(String) },
    });
    const orders = datasets.get('marts.orders')!;
    expect(orders).toMatchObject({
      type: 'table',
      partitioning: {
        columns: ['region', 'sold_at'],
        by: 'RANGE (region, sold_at)',
      },
      primaryKey: ['region', 'sold_at'],
      foreignKeys: [
        {
          columns: ['customer'],
          references: { name: `${database}.Sales 日本.顧客 マスタ` },
          referencedColumns: ['顧客ID'],
        },
      ],
      size: { rows: 100 },
    });
    expect(orders.size!.bytes).toBeGreaterThan(8_192);
    expect(datasets.get('marts.by_day')!.partitioning!.columns).toEqual(['at']);
    expect(datasets.get('marts.regions')).toMatchObject({
      type: 'view',
      viewSql: expect.stringContaining('FROM marts.orders'),
      columns: [
        { name: 'region', type: 'text', isNullable: undefined },
        { name: 'orders', type: 'bigint' },
      ],
      size: undefined,
    });
    expect(datasets.get('marts.of_partition')!.type).toBe('materialized-view');
    const edges = records.flatMap(each =>
      each.kind === 'edge'
        ? [`${each.from.name} > ${each.to.name} ${each.evidence}`]
        : [],
    );
    expect(edges.map(each => each.replaceAll(`${database}.`, ''))).toEqual([
      'Sales 日本.顧客 マスタ > marts.busy sql',
      'marts.regions > marts.busy sql',
      'marts.orders > marts.of_partition sql',
      'marts.orders > marts.regions sql',
    ]);
    expect(report.totals).toEqual({
      read: 10,
      kept: 10,
      repaired: 0,
      refused: 0,
    });
    expect(report.reasons).toEqual([
      expect.objectContaining({
        code: 'partition',
        outcome: 'left-out',
        count: 3,
        examples: ['marts.orders: 3'],
      }),
    ]);
  });

  it('names the namespace after its server unless told otherwise', async () => {
    const { records } = await readAll(
      sourceOf(urlOf(knex), { datasetNamespace: undefined }),
    );
    const { host, port } = knex.client.config.connection;
    expect(records[0]).toMatchObject({
      id: { namespace: `postgres://${host}:${port}` },
    });
  });

  it.each([
    ['a comment', `comment on column marts.orders.region is 'x'`],
    ['a new column', 'alter table marts.by_day add column extra int'],
    ['a renamed column', 'alter table marts.by_day rename extra to more'],
    ['a view', 'create or replace view marts.v as select 1 as one'],
    [
      'a foreign key',
      'alter table marts.by_day add foreign key (more) references marts.k',
    ],
    ['rows, once counted', `insert into marts.k values (1); analyze marts.k`],
    ['a schema', 'create schema late'],
  ])('is unchanged until %s', async (_what, change) => {
    await knex.raw('create table if not exists marts.k (id int primary key)');
    const source = sourceOf(urlOf(knex));
    const { snapshot } = await readAll(source);
    await knex.raw('create temporary table t (a int)');
    await knex.raw('drop table t');
    await expect(
      source.read(context({ etag: snapshot.etag })),
    ).resolves.toBeUndefined();
    await knex.raw(change);
    await expect(
      source.read(context({ etag: snapshot.etag })),
    ).resolves.toBeDefined();
  });

  it('selects schemas by pattern, and is read anew when the patterns change', async () => {
    const all = await readAll(sourceOf(urlOf(knex)));
    const some = await readAll(
      sourceOf(urlOf(knex), {
        schemas: { include: ['*日本', 'm.rts', 'p*'], exclude: ['public'] },
      }),
      { etag: all.snapshot.etag },
    );
    expect([...datasetsOf(some.records).keys()]).toEqual([
      'Sales 日本.顧客 マスタ',
    ]);
    const none = sourceOf(urlOf(knex), {
      schemas: { include: ['nope*'], exclude: [] },
    });
    await expect(readAll(none)).rejects.toThrow(
      'No schema matches schemas.include without schemas.exclude; correct the patterns (dataCatalog.postgres.databases, id shop).',
    );
  });

  it('says which schemas its user may not look into, and reads the others', async () => {
    const user = { name: `reader_${database}`, password: 's3cret-Pa55' };
    await knex.raw(
      `create role ${user.name} login password '${user.password}'`,
    );
    try {
      const source = sourceOf(urlOf(knex, user), {
        schemas: { include: ['marts', 'Sales*'], exclude: [] },
      });
      await expect(readAll(source)).rejects.toThrow(
        "The connection's user may look into none of the schemas Sales 日本, marts; grant usage on them",
      );
      await knex.raw(`grant usage on schema marts to ${user.name}`);
      const { records, report, snapshot } = await readAll(source);
      expect(datasetsOf(records).has('marts.orders')).toBe(true);
      expect(datasetsOf(records).has('Sales 日本.顧客 マスタ')).toBe(false);
      expect(datasetsOf(records).get('marts.orders')!.size!.rows).toBe(100);
      expect(report.reasons).toContainEqual(
        expect.objectContaining({
          code: 'no-permission',
          outcome: 'left-out',
          examples: ['Sales 日本'],
        }),
      );
      await knex.raw(`grant usage on schema "Sales 日本" to ${user.name}`);
      await expect(
        source.read(context({ etag: snapshot.etag })),
      ).resolves.toBeDefined();
    } finally {
      await knex.raw(`drop owned by ${user.name}; drop role ${user.name}`);
    }
  });

  it('takes tables as wide as they come, and texts as long as they come', async () => {
    const columns = Array.from({ length: 1_600 }, (_, n) => `c${n} int`);
    await knex.raw(`create schema wide; create table wide.t (${columns})`);
    await knex.raw(
      `do $$ begin execute format('comment on table wide.t is %L', repeat('あ', 70000)); end $$`,
    );
    const { records, report } = await readAll(
      sourceOf(urlOf(knex), { schemas: { include: ['wide'], exclude: [] } }),
    );
    const table = datasetsOf(records).get('wide.t')!;
    expect(table.columns!.map(({ name }) => name)).toEqual(
      columns.map(each => each.split(' ')[0]),
    );
    expect(table.definition!.ja).toHaveLength(65_536);
    expect(report.totals.repaired).toBe(1);
    expect(report.reasons).toEqual([
      expect.objectContaining({ code: 'text-too-long', examples: ['wide.t'] }),
    ]);
  });

  it('goes on behind the last batch that was kept, as of its beginning', async () => {
    await makeMany(knex);
    const source = sourceOf(urlOf(knex), {
      schemas: { include: ['many'], exclude: [] },
    });
    const { batches, snapshot } = await readAll(source);
    expect(batches.map(each => each.records.length)).toEqual([200, 200, 50]);
    await knex.raw(`alter table many."T 001" add column late int`);
    const rest = await readAll(source, { cursor: batches[0].cursor });
    expect([...datasetsOf(rest.records).keys()]).toEqual([
      ...datasetsOf(batches.slice(1).flatMap(each => each.records)).keys(),
    ]);
    expect(rest.snapshot).toMatchObject({
      etag: snapshot.etag,
      takenAt: snapshot.takenAt,
    });
    await expect(
      source.read(context({ etag: rest.snapshot.etag })),
    ).resolves.toBeDefined();
    await expect(source.read(context({ cursor: '["x"' }))).rejects.toThrow(
      'The cursor of the last batch is damaged',
    );
  });

  it.each(['create table public.x ()', 'commit; create table public.x ()'])(
    'cannot write: %s',
    async sql => {
      const session = await DatabaseSession.open(
        configOf(urlOf(knex)),
        new AbortController().signal,
      );
      await expect(session.read(query => query(sql))).rejects.toThrow(
        'cannot execute CREATE TABLE in a read-only transaction',
      );
    },
  );

  it('says what to do when the server goes away in between, and ends', async () => {
    await makeMany(knex);
    const snapshot = (await sourceOf(urlOf(knex), {
      schemas: { include: ['many'], exclude: [] },
    }).read(context()))!;
    const batches = snapshot.batches[Symbol.asyncIterator]();
    await batches.next();
    await knex.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'suido data catalog'`,
    );
    await expect(batches.next()).rejects.toThrow(
      /^PostgreSQL database \S+ at \S+ cannot be read: .*the next reading tries again/,
    );
    await expect(batches.next()).resolves.toEqual({
      done: true,
      value: undefined,
    });
  });

  it('stops when it is told to, and leaves no connection behind', async () => {
    await makeMany(knex);
    const controller = new AbortController();
    const snapshot = (await sourceOf(urlOf(knex)).read(
      context({ signal: controller.signal }),
    ))!;
    const batches = snapshot.batches[Symbol.asyncIterator]();
    await batches.next();
    controller.abort(new Error('enough'));
    await expect(batches.next()).rejects.toThrow('enough');
    let open: unknown = 1;
    while (open !== '0') {
      [{ count: open }] = await knex('pg_stat_activity')
        .where('application_name', 'suido data catalog')
        .andWhere('datname', database)
        .count();
    }
    expect(open).toBe('0');
  });

  it('says what is wrong with a connection, without its secrets', async () => {
    const url = new URL(urlOf(knex));
    url.password = 'wrong-Pa55';
    expect(await refusalOf(url.toString())).toMatch(
      /authentication failed.*Correct the user/,
    );
    url.password = knex.client.config.connection.password;
    url.pathname = 'nowhere';
    expect(await refusalOf(url.toString())).toMatch(
      /"nowhere" does not exist.*Correct the database/,
    );
  });
});

/** What it says where it refuses, which never has the password in it. */
async function refusalOf(connection: string): Promise<string> {
  const refusal: Error = await sourceOf(connection)
    .read(context())
    .then(
      () => new Error('was read'),
      error => error,
    );
  expect(JSON.stringify([refusal, refusal.stack])).not.toContain(
    new URL(connection).password,
  );
  return `${refusal.name}: ${refusal.message}`;
}

describe('PostgresSource without a server', () => {
  it('says that nobody answers', async () => {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address!.port : 0;
    await new Promise(resolve => server.close(resolve));
    expect(
      await refusalOf(`postgresql://reader:t0p-secret@127.0.0.1:${port}/shop`),
    ).toMatch(
      /^ServiceUnavailableError: PostgreSQL database shop at 127\.0\.0\.1:\d+ cannot be read: connect ECONNREFUSED.*See that the server runs/,
    );
  });

  it('survives one that hangs up', async () => {
    const sockets: Socket[] = [];
    const server = createServer(socket => {
      sockets.push(socket);
      socket.once('data', () => socket.destroy());
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address!.port : 0;
    expect(
      await refusalOf(`postgresql://reader:t0p-secret@127.0.0.1:${port}/shop`),
    ).toMatch(/cannot be read: Connection terminated unexpectedly/);
    await new Promise(resolve => server.close(resolve));
    expect(sockets).toHaveLength(1);
  });
});
