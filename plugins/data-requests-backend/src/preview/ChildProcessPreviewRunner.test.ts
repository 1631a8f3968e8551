import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mockServices } from '@backstage/backend-test-utils';
import { ChildProcessPreviewRunner } from './ChildProcessPreviewRunner';
import { loadedName } from './LoadedTables';
import type { PreviewQuery, PreviewTable } from './PreviewRunner';

const logger = mockServices.logger.mock();

const ORDERS: PreviewTable = {
  name: 'orders',
  revision: '1',
  rowCount: 3,
  columns: [
    { name: 'id', type: 'bigint', values: [1, 2, 3] },
    { name: 'amount', type: 'decimal(38, 2)', values: ['1.10', '2.20', 'x'] },
    { name: 'day', type: 'date', values: ['2026-01-31', null, '2026-02-01'] },
    {
      name: 'at',
      type: 'timestamp',
      values: ['2026-01-31T09:30:00Z', null, '2026-02-01 00:00:00'],
    },
    { name: 'is_gift', type: 'boolean', values: [true, false, null] },
    { name: '備考 "x"', type: 'varchar', values: ['水道', "O'Brien", ''] },
  ],
};
const SELECT_ALL: PreviewQuery = {
  tables: [ORDERS],
  statements: [
    {
      id: 'all',
      sql: `select * from "${loadedName(ORDERS)}"`,
      maxRows: 10,
    },
  ],
};
const EXPECTED = [
  [1, '1.10', '2026-01-31', '2026-01-31T09:30:00', true, '水道'],
  [2, '2.20', null, null, false, "O'Brien"],
  [3, null, '2026-02-01', '2026-02-01T00:00:00', null, ''],
];

/** Which limit is hit first depends on the machine. */
const TOO_MUCH: unknown = expect.stringMatching(/^(?:memory|time|query)$/);

function statement(sql: string): PreviewQuery {
  return { tables: [], statements: [{ id: 'x', sql, maxRows: 5 }] };
}

describe('ChildProcessPreviewRunner', () => {
  const runner = ChildProcessPreviewRunner.create({ logger });
  afterAll(() => runner.stop());

  it('runs statements on rows that were handed in', async () => {
    const [result] = await runner.run(SELECT_ALL);
    expect(result).toEqual({
      id: 'all',
      status: 'ok',
      columns: ['id', 'amount', 'day', 'at', 'is_gift', '備考 "x"'],
      rows: EXPECTED,
      truncated: false,
    });
  });

  it('uses the same process again', async () => {
    const { pid } = runner;
    await runner.run(SELECT_ALL);
    expect(runner.pid).toBe(pid);
    expect(pid).toBeDefined();
  });

  it('keeps the rows of a statement for those after it, and no longer', async () => {
    const select = 'select * from kept';
    const [kept, counted] = await runner.run({
      tables: [],
      statements: [
        {
          id: 'kept',
          sql: 'select range as n from range(5000)',
          maxRows: 2,
          keepAs: 'kept',
        },
        { id: 'counted', sql: 'select count(*) from kept', maxRows: 1 },
      ],
    });
    expect(kept).toMatchObject({ rows: [[0], [1]], truncated: true });
    expect(counted).toMatchObject({ rows: [[5000]], truncated: false });
    expect(await runner.run(statement(select))).toMatchObject([
      { status: 'failed', reason: 'query' },
    ]);
  });

  it('gives values that JSON can carry', async () => {
    const [result] = await runner.run(
      statement(
        `select 9007199254740993 as big, 12::bigint as small, 'NaN'::double as nan,
         1.5::double as half, [1, 2] as list, {'a': 1} as struct, 1.50::decimal(9,2) as money,
         repeat('x', 5000) as long`,
      ),
    );
    expect(result).toMatchObject({
      rows: [
        [
          '9007199254740993',
          12,
          'NaN',
          1.5,
          expect.any(String),
          expect.any(String),
          '1.50',
          `${'x'.repeat(4000)}…`,
        ],
      ],
    });
  });

  describe.each<[string, unknown]>([
    ["select * from read_csv('/etc/passwd')", 'query'],
    ["select * from '/etc/passwd'", 'query'],
    ["select * from read_text('/proc/self/environ')", 'query'],
    ["select * from glob('/*')", 'query'],
    ["copy (select 1) to '/tmp/suido-leak.csv'", 'query'],
    ["attach '/tmp/suido-leak.db'", 'refused'],
    ['install httpfs', 'refused'],
    ['load httpfs', 'refused'],
    ["select * from 'https://example.com/x.parquet'", 'query'],
    ['set enable_external_access = true', 'refused'],
    ["set memory_limit = '100GB'", 'refused'],
    ['reset lock_configuration', 'refused'],
    ['create table t as select 1', 'refused'],
    ['create macro f() as table select 1', 'refused'],
    ['select 1; select 2', 'refused'],
    ["pragma memory_limit='100GB'", 'refused'],
    ["export database '/tmp/suido-leak'", 'query'],
    ['begin transaction', 'refused'],
    ['-- nothing', 'query'],
    ['select 1) union all (select 2', 'query'],
    ['selekt', 'query'],
    ["select * from read_parquet('/etc/*')", 'query'],
    ["select * from read_json_auto('/proc/self/status')", 'query'],
    ["select * from read_blob('/root/.ssh/id_rsa')", 'query'],
    ["select * from parquet_metadata('/etc/passwd')", 'query'],
    ["select * from sniff_csv('/etc/passwd')", 'query'],
    ["select * from 's3://bucket/secret.csv'", 'query'],
    ["select * from sqlite_scan('/etc/passwd', 't')", 'query'],
    ["select * from postgres_scan('host=127.0.0.1', 'public', 't')", 'query'],
    ["select getenv('PATH')", 'query'],
    ['call dbgen(sf = 100)', 'query'],
    ["create secret s (type s3, key_id 'x', secret 'y')", 'query'],
    ['select * from duckdb_secrets(redact = false)', 'query'],
    ["copy (select 1) to '/dev/stdout'", 'query'],
    ["attach ':memory:' as other", 'refused'],
    ['drop table if exists "orders@1"', 'refused'],
    ["explain analyze select * from '/etc/passwd'", 'query'],
    ['explain analyze select 1', 'refused'],
    ['checkpoint', 'refused'],
    ['prepare p as select 1', 'refused'],
    ['select sum(hash(a.range)) from range(3000000000) a', 'time'],
    [
      "select sum(length(regexp_replace(repeat('a', 2000000) || range, '(a+)+$', 'b', 'g'))) from range(100000)",
      TOO_MUCH,
    ],
    [
      'with recursive t as (select 1 as n union all select n + 1 from t) select count(*) from t',
      'time',
    ],
    [
      'select count(*) from range(1000000) a, range(1000000) b, range(1000) c where a.range + b.range + c.range = 7',
      'time',
    ],
    ["select repeat('x', 2000000000) || range from range(4)", TOO_MUCH],
    [
      "select string_agg(repeat('x', 1000000) || range, '') from range(100000)",
      TOO_MUCH,
    ],
    [
      'select list(a.range) from range(100000000) a group by a.range % 10000000',
      TOO_MUCH,
    ],
  ])('%s', (sql, reason) => {
    it('is refused or stopped, and the next preview is unharmed', async () => {
      const [result] = await runner.run(statement(sql));
      expect(result).toMatchObject({ status: 'failed', reason });
      const [next] = await runner.run(SELECT_ALL);
      expect(next).toMatchObject({ status: 'ok', rows: EXPECTED });
    });
  });
});

describe('the preview process', () => {
  it('knows nothing of the environment of the backend', async () => {
    const runner = ChildProcessPreviewRunner.create({ logger });
    await runner.run(SELECT_ALL);
    // Where there is no proc(5) the system does not tell
    const path = `/proc/${runner.pid}/environ`;
    const environ = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const names = environ
      .split('\0')
      .filter(Boolean)
      .map(entry => entry.split('=')[0]);
    expect(names.filter(name => !name.startsWith('NODE_CHANNEL_'))).toEqual([]);
    await runner.stop();
    expect(runner.pid).toBeUndefined();
    await expect(runner.run(SELECT_ALL)).rejects.toThrow('shutting down');
  });

  it('is replaced after it died, and gets the rows again', async () => {
    const runner = ChildProcessPreviewRunner.create({ logger });
    await runner.run(SELECT_ALL);
    const { pid } = runner;
    process.kill(pid!, 'SIGKILL');
    let result;
    do {
      [result] = await runner.run(SELECT_ALL);
    } while (result.status === 'failed');
    expect(result).toMatchObject({ rows: EXPECTED });
    expect(runner.pid).not.toBe(pid);
    await runner.stop();
  });

  it('is killed where it grows too big, and says so', async () => {
    const runner = ChildProcessPreviewRunner.create({
      logger,
      // Above what it takes to start from sources, below what the query takes.
      residentLimitBytes: 250 * 1024 * 1024,
      timeoutMs: 30_000,
    });
    await runner.run(SELECT_ALL);
    const { pid } = runner;
    const [result] = await runner.run(
      statement('select count(distinct a.range * 7919) from range(40000000) a'),
    );
    expect(result).toMatchObject({ status: 'failed', reason: 'memory' });
    const [next] = await runner.run(SELECT_ALL);
    expect(next.status).toBe('ok');
    expect(runner.pid).not.toBe(pid);
    await runner.stop();
  });

  it('runs one query at a time and skips those nobody waits for', async () => {
    const runner = ChildProcessPreviewRunner.create({ logger });
    await runner.run(SELECT_ALL);
    const endless = new AbortController();
    const skipped = new AbortController();
    const first = runner.run(
      statement('select count(*) from range(1000000) a, range(1000000000) b'),
      endless.signal,
    );
    const second = runner.run(SELECT_ALL, skipped.signal);
    const third = runner.run(SELECT_ALL);
    skipped.abort();
    endless.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await expect(third).resolves.toMatchObject([{ rows: EXPECTED }]);
    await runner.stop();
  });

  it('ends when nobody needs it, and starts again', async () => {
    const runner = ChildProcessPreviewRunner.create({ logger, idleMs: 1 });
    await runner.run(SELECT_ALL);
    const waiting = new EventTarget();
    const check = setInterval(() => {
      if (runner.pid === undefined) {
        waiting.dispatchEvent(new Event('gone'));
      }
    }, 5);
    await once(waiting, 'gone');
    clearInterval(check);
    await expect(runner.run(SELECT_ALL)).resolves.toMatchObject([
      { rows: EXPECTED },
    ]);
    await runner.stop();
  });

  it('forgets the rows that were not asked for longest', async () => {
    const runner = ChildProcessPreviewRunner.create({ logger });
    const big = (revision: string): PreviewTable => ({
      name: 'big',
      revision,
      rowCount: 10_000,
      columns: Array.from({ length: 60 }, (_, index) => ({
        name: `c${index}`,
        type: 'bigint',
        values: Array.from({ length: 10_000 }, (_value, row) => row),
      })),
    });
    for (const revision of ['1', '2', '3', '1']) {
      const table = big(revision);
      const [result] = await runner.run({
        tables: [table],
        statements: [
          {
            id: 'x',
            sql: `select sum(c59) from "${loadedName(table)}"`,
            maxRows: 1,
          },
        ],
      });
      expect(result).toMatchObject({ rows: [[49_995_000]] });
    }
    const [gone] = await runner.run(statement('select * from "big@2"'));
    expect(gone.status).toBe('failed');
    await runner.stop();
  });
});
