import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { ArtifactError } from './ArtifactError';
import { countsOf, piecesOf, readAll } from './__testUtils__/reading';
import { readArtifact, type ReadArtifactOptions } from './readArtifact';
import type { DatasetRecord } from './records/DatasetRecord';

const fixture = (name: string) => path.join(__dirname, '__fixtures__', name);

const read = (content: string | Uint8Array, options?: ReadArtifactOptions) =>
  readAll(readArtifact(piecesOf(content), options));

const stamp = (artifact: string, version: number) => ({
  dbt_schema_version: `https://schemas.getdbt.com/dbt/${artifact}/v${version}.json`,
  dbt_version: '1.11.0',
  generated_at: '2026-11-21T00:26:05.467898Z',
  invocation_id: 'an-id',
});

const model = (name: string, rest: object = {}) => ({
  unique_id: `model.shop.${name}`,
  resource_type: 'model',
  name,
  raw_code: `select 1`,
  ...rest,
});

const manifest = (nodes: object, rest: object = {}) => ({
  metadata: stamp('manifest', 12),
  nodes,
  ...rest,
});

const ORDERS = { 'model.shop.orders': model('orders') };

describe('readArtifact', () => {
  it('reads the files of a real project', async () => {
    const reports = [];
    for (const name of ['manifest', 'catalog', 'sources', 'run_results']) {
      const { records, report } = await readAll(
        readArtifact(fixture(`ticketswap/${name}.json`)),
      );
      reports.push({
        kind: report.kind,
        version: report.version,
        ...report.totals,
        reasons: countsOf(report),
        given: records.map(({ record }) => record),
      });
    }
    expect(reports).toMatchSnapshot();
  });

  it('tells the tool, the time and the command of a file', async () => {
    const { report } = await readAll(
      readArtifact(fixture('ticketswap/manifest.json')),
    );
    expect(report.metadata).toEqual({
      toolVersion: '1.9.1',
      generatedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
      invocationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      adapterType: expect.any(String),
      projectName: expect.any(String),
    });
  });

  it('counts macros and docs as no records, disabled ones as a note', async () => {
    const { report } = await read(
      JSON.stringify(
        manifest(ORDERS, {
          macros: { 'macro.a.b': {} },
          docs: {},
          parent_map: { a: ['b'] },
          exposures: null,
          disabled: { 'model.shop.off': [{}, {}] },
        }),
      ),
    );
    expect(report.totals).toEqual({
      read: 1,
      kept: 1,
      repaired: 0,
      refused: 0,
    });
    expect(countsOf(report)).toEqual({ 'disabled-record': 2 });
  });

  describe('what kind a file is', () => {
    it.each([
      ['only nodes', { nodes: ORDERS }, 'dbt-manifest'],
      [
        'sorted keys',
        { child_map: {}, metadata: stamp('manifest', 12), nodes: ORDERS },
        'dbt-manifest',
      ],
      [
        'no nodes',
        { metadata: stamp('manifest', 1), nodes: {} },
        'dbt-manifest',
      ],
      [
        'a table with columns',
        { nodes: { a: { metadata: { name: 'a' }, columns: {} } } },
        'dbt-catalog',
      ],
      [
        'an empty catalog',
        { errors: null, metadata: stamp('catalog', 1), nodes: {}, sources: {} },
        'dbt-catalog',
      ],
      [
        'freshness',
        { results: [{ unique_id: 'source.a.b.c', criteria: {} }] },
        'dbt-sources',
      ],
      [
        'a retry with nothing to do',
        { metadata: stamp('run-results', 6), results: [], args: {} },
        'dbt-run-results',
      ],
      [
        'sources without any',
        { metadata: stamp('sources', 3), results: [], elapsed_time: 1 },
        'dbt-sources',
      ],
      [
        'a semantic manifest',
        { semantic_models: [{}], metrics: [], project_configuration: {} },
        'dbt-semantic-manifest',
      ],
      ['one event', { eventType: 'START', job: { name: 'j' } }, 'openlineage'],
      ['a list of events', [{ eventTime: 'x', job: {} }], 'openlineage'],
      [
        'a contract',
        { kind: 'DataContract', apiVersion: 'v3.1.0', schema: [] },
        'odcs',
      ],
      [
        'a dump of tables',
        [{ project: 'p', dataset: 'd', table: 't', columns: [] }],
        'warehouse-tables',
      ],
    ])('knows %s', async (_, content, kind) => {
      for (const indent of [undefined, 2]) {
        const { report } = await read(JSON.stringify(content, null, indent));
        expect(report.kind).toBe(kind);
      }
    });

    it('looks further where the first record is huge', async () => {
      const huge = model('huge', { raw_code: 'x'.repeat(1_000_000) });
      const { resource_type, ...rest } = huge;
      const { report } = await read(
        JSON.stringify({ nodes: { a: { raw: huge.raw_code, ...rest } } }),
      );
      expect(report.kind).toBe('dbt-manifest');
    });

    it.each([
      ['nothing', '', /is empty/],
      ['spaces', ' \n\n ', /is empty/],
      ['prose', 'Dear all,\nplease find attached', /neither JSON/],
      ['other JSON', '{"a": 1, "b": 2}', /no kind of file.*found: a, b/],
      ['an empty list', '[]', /no kind of file/],
      ['other YAML', 'version: 2\nmodels: []\n', /found: version, models/],
      ['half a JSON', '{"nodes": {"model.a', /ends early, after 19 bytes/],
      ['no JSON', '{nodes: {}}', /not JSON: the text at byte 1/],
      ['SQL', "{{ config(x='y') }} select 1", /not JSON/],
      ['a merge', '<<<<<<< HEAD\n{"nodes": {}}\n', /git conflict markers/],
      [
        'a contract in a merge',
        'kind: DataContract\n<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> x\n',
        /git conflict markers/,
      ],
      ['broken YAML', 'kind: DataContract\na: [1\n', /not YAML/],
      ['a zip', 'PK\u0003\u0004rest', /zip file; unpack it/],
    ])('says what is wrong with %s', async (_, content, message) => {
      await expect(read(content)).rejects.toThrow(message);
    });

    it('names a file that is not there, and a folder', async () => {
      await expect(
        readAll(readArtifact(fixture('nowhere.json'))),
      ).rejects.toThrow('There is no such file or folder');
      await expect(readAll(readArtifact(fixture('.')))).rejects.toThrow(
        /cannot be opened/,
      );
    });
  });

  describe('how a file is written', () => {
    const text = JSON.stringify(
      manifest({ a: model('顧客', { description: '日本語 😀' }) }),
    );
    const utf16le = Buffer.from(`\ufeff${text}`, 'utf16le');

    it.each([
      ['UTF-8', Buffer.from(text), {}],
      ['a mark', Buffer.from(`\ufeff${text}`), { 'byte-order-mark': 1 }],
      ['UTF-16', utf16le, { 'not-utf8': 1 }],
      ['UTF-16, big end', Buffer.from(utf16le).swap16(), { 'not-utf8': 1 }],
      ['UTF-16 without mark', utf16le.subarray(2), { 'not-utf8': 1 }],
      ['gzip', gzipSync(text), {}],
    ])('reads %s', async (_, bytes, reasons) => {
      for (const size of [1, 7, 1_000_000]) {
        const { records, report } = await readAll(
          readArtifact(piecesOf(bytes, size)),
        );
        expect(records).toEqual([
          expect.objectContaining({ name: '顧客', description: '日本語 😀' }),
        ]);
        expect(countsOf(report)).toEqual(reasons);
      }
    });

    it('says when a gzip file is cut or damaged', async () => {
      const packed = gzipSync(text);
      await expect(read(packed.subarray(0, -20))).rejects.toThrow(
        /cannot be unpacked/,
      );
      packed.fill(7, 30, 60);
      await expect(read(packed)).rejects.toThrow(/cannot be unpacked/);
    });

    it('refuses a gzip bomb by what it unpacks to', async () => {
      const bomb = gzipSync(
        `{"nodes": {"model.a.b": {"raw_code": "${'x'.repeat(40_000_000)}"}}}`,
      );
      expect(bomb.length).toBeLessThan(50_000);
      await expect(
        read(bomb, { limits: { unpackedBytes: 1_000_000 } }),
      ).rejects.toThrow(/larger than 1000000 bytes/);
    });

    it('says when it ends early, after what came before', async () => {
      const whole = JSON.stringify(
        manifest({ ...ORDERS, 'model.shop.b': model('b') }),
      );
      await expect(read(whole.slice(0, -30))).rejects.toThrow(/ends early/);
    });

    it('ends with the reason of its signal', async () => {
      const signal = AbortSignal.abort(new Error('enough'));
      await expect(read(text, { signal })).rejects.toThrow('enough');
    });
  });

  describe('what is broken in a record stays in it', () => {
    const broken = (record: string) =>
      `{"metadata": ${JSON.stringify(stamp('manifest', 12))}, "nodes": {
         "model.shop.a": ${JSON.stringify(model('a'))},
         "model.shop.x": ${record},
         "model.shop.b": ${JSON.stringify(model('b'))}}}`;
    const x = JSON.stringify(model('x'));

    it.each([
      ['NaN', `{${x.slice(1, -1)}, "n": NaN}`, 'not-a-number', 3],
      [
        'a key twice',
        `{${x.slice(1, -1)}, "n": 1, "n": 2}`,
        'duplicate-key',
        3,
      ],
      [
        'a raw line end',
        x.replace('select 1', 'select\n1'),
        'control-character',
        3,
      ],
      [
        'half a pair',
        x.replace('select 1', '\\ud800'),
        'unstorable-character',
        3,
      ],
      [
        'null for list',
        `{${x.slice(1, -1)}, "tags": null}`,
        'null-for-list',
        3,
      ],
      [
        'a merge',
        `{${x.slice(
          1,
          -1,
        )},\n<<<<<<< HEAD\n"n": 1\n=======\n"n": 2\n>>>>>>> b\n}`,
        'git-conflict',
        2,
      ],
      ['nonsense', '{"unique_id": nonsense}', 'record-not-json', 2],
      ['text', '"just text"', 'not-an-object', 2],
      ['null', 'null', 'not-an-object', 2],
    ])('with %s', async (_, record, code, kept) => {
      const { records, report } = await read(broken(record));
      expect(report.totals).toEqual({
        read: 3,
        kept,
        repaired: kept === 3 ? 1 : 0,
        refused: 3 - kept,
      });
      expect(report.reasons).toEqual([
        expect.objectContaining({
          code,
          count: 1,
          text: { en: expect.any(String), ja: expect.any(String) },
          examples: [
            expect.objectContaining({
              at: expect.stringMatching(/model\.shop\.x$/),
            }),
          ],
        }),
      ]);
      expect(records.map(record2 => 'name' in record2 && record2.name)).toEqual(
        kept === 3 ? ['a', 'x', 'b'] : ['a', 'b'],
      );
    });

    it('says what was put right outside of records', async () => {
      const { report } = await read(
        '{"metadata": {"dbt_version": NaN, "generated_at": "never"}, "nodes": {}, "docs": {}}',
      );
      expect(report.totals.read).toBe(0);
      expect(report.reasons[0]).toMatchObject({
        code: 'head-repaired',
        outcome: 'note',
        examples: [{ at: 'metadata', field: 'not-a-number, impossible-time' }],
      });
    });

    it('by a limit of size or depth', async () => {
      const deep = `{"unique_id": "model.shop.x", "meta": ${'['.repeat(
        60,
      )}${']'.repeat(60)}}`;
      const limits = { recordBytes: 10_000, depth: 50 };
      expect(countsOf((await read(broken(deep), { limits })).report)).toEqual({
        'record-too-deep': 1,
      });
      const long = JSON.stringify(model('x', { raw_code: 'x'.repeat(20_000) }));
      expect(countsOf((await read(broken(long), { limits })).report)).toEqual({
        'record-too-large': 1,
      });
    });

    it('reads a text of a million characters', async () => {
      const sql = `select '"}{\\' ${'列, '.repeat(400_000)}`;
      const { records } = await read(
        broken(JSON.stringify(model('x', { raw_code: sql }))),
      );
      expect(records[1]).toMatchObject({
        sqlLength: { raw: sql.length, compiled: 0 },
      });
    });

    it('brings in an id once, the first', async () => {
      const { records, report } = await read(
        '{"nodes": {"model.s.a": {"name": "first", "resource_type": "model"}, "model.s.a": {"name": "second"}}}',
      );
      expect(records).toMatchObject([{ name: 'first' }]);
      expect(report.totals).toMatchObject({ read: 2, kept: 1, refused: 1 });
      expect(countsOf(report)).toMatchObject({ 'duplicate-record': 1 });
    });

    it('keeps only the first examples of each reason', async () => {
      const nodes = Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`a${index}`, index]),
      );
      const { report } = await read(JSON.stringify(manifest(nodes)));
      expect(report.reasons[0]).toMatchObject({
        count: 20,
        outcome: 'refused',
        examples: { length: 5 },
      });
    });
  });

  describe('versions are stamps, shapes are facts', () => {
    it.each([
      ['none', {}, undefined, { 'version-missing': 1 }],
      [
        'one of tomorrow',
        { metadata: stamp('manifest', 13) },
        'v13',
        { 'version-unknown': 1 },
      ],
      [
        'one of another artifact',
        { metadata: stamp('run-results', 5) },
        undefined,
        { 'version-mismatch': 1 },
      ],
      [
        'one too old for its shape',
        { metadata: stamp('manifest', 4) },
        'v4',
        { 'version-mismatch': 1 },
      ],
    ])('%s', async (_, rest, version, reasons) => {
      const { report } = await read(JSON.stringify({ nodes: ORDERS, ...rest }));
      expect(report).toMatchObject({ kind: 'dbt-manifest', version });
      expect(countsOf(report)).toEqual(reasons);
    });

    it('notes a new stamp over old shapes', async () => {
      const { raw_code, ...old } = model('a', { raw_sql: 'select 1' });
      const { report } = await read(JSON.stringify(manifest({ a: old })));
      expect(countsOf(report)).toEqual({ 'version-mismatch': 1 });
    });

    it('reads nanoseconds, as dbt 2 writes them', async () => {
      const { report } = await read(
        JSON.stringify({
          metadata: {
            ...stamp('manifest', 12),
            generated_at: '2026-08-20T13:47:12.274457473Z',
          },
          nodes: ORDERS,
        }),
      );
      expect(report.metadata.generatedAt).toBe('2026-08-20T13:47:12.274Z');
      expect(countsOf(report)).toEqual({ 'nanosecond-time': 1 });
    });
  });

  it('reads freshness, and what was never loaded', async () => {
    const { records, report } = await read(
      JSON.stringify({
        metadata: stamp('sources', 3),
        results: [
          {
            unique_id: 'source.s.raw.a',
            status: 'warn',
            max_loaded_at: '2026-11-21T00:01:55+00:00',
            snapshotted_at: '2026-11-21T00:26:14.937528+00:00',
            max_loaded_at_time_ago_in_s: 1459.9,
            criteria: {
              warn_after: { count: 999_999_999, period: 'day' },
              error_after: null,
            },
          },
          {
            unique_id: 'source.s.raw.b',
            status: 'error',
            max_loaded_at: '0001-01-01T00:00:00+00:00',
            criteria: {},
          },
          { unique_id: 'source.s.raw.c', status: 'runtime error', error: 'no' },
          { unique_id: 'source.s.raw.d' },
        ],
      }),
    );
    expect(records).toMatchObject([
      {
        status: 'warn',
        loadedAt: '2026-11-21T00:01:55.000Z',
        ageSeconds: 1459.9,
        criteria: { warnAfterSeconds: 999_999_999 * 86_400 },
      },
      { status: 'error', loadedAt: undefined },
      { status: 'failed', error: 'no' },
    ]);
    expect(countsOf(report)).toEqual({
      'impossible-time': 1,
      'missing-field': 1,
    });
  });

  it('reads tables with their columns in order, and what dbt could not', async () => {
    const { records, report } = await read(
      JSON.stringify({
        metadata: stamp('catalog', 1),
        nodes: {
          'model.s.a': {
            metadata: { type: 'BASE TABLE', schema: 'S', name: 'A', owner: '' },
            columns: {
              B: { type: 'TEXT', index: 2, name: 'B', comment: null },
              ID: { type: 'NUMBER', index: 1, name: 'ID', comment: 'key' },
            },
            stats: {
              num_rows: { id: 'num_rows', value: 12, include: true },
              has_stats: { id: 'has_stats', value: false, include: false },
            },
            unique_id: 'model.s.a',
          },
        },
        sources: {},
        errors: ['no permission on X'],
      }),
    );
    expect(records).toEqual([
      {
        record: 'table',
        uniqueId: 'model.s.a',
        relation: { schema: 'S', identifier: 'A' },
        type: 'BASE TABLE',
        columns: [
          { name: 'ID', type: 'NUMBER', comment: 'key', position: 1 },
          { name: 'B', type: 'TEXT', comment: undefined, position: 2 },
        ],
        statistics: { num_rows: 12 },
      },
    ]);
    expect(countsOf(report)).toEqual({ 'catalog-error': 1 });
  });

  it('counts events, and leaves them to pipeline health', async () => {
    const event = JSON.parse(
      readFileSync(fixture('event_simple.json'), 'utf8'),
    );
    const lines = [event, { ...event, run: {} }, { ...event, eventTime: 'x' }]
      .map(line => JSON.stringify(line))
      .concat('{"eventType": "START", broken')
      .join('\r\n');
    const { records, report } = await read(`${lines}\n\n`);
    expect(records).toEqual([]);
    expect(report).toMatchObject({
      kind: 'openlineage',
      version: '1-0-1',
      totals: { read: 4, kept: 0, repaired: 0, refused: 3 },
    });
    expect(countsOf(report)).toEqual({
      'missing-field': 2,
      'record-not-json': 1,
      'belongs-to-pipeline-health': 1,
    });
  });

  it('counts the lines of a pushed snapshot', async () => {
    const { report } = await read('{"record": "dataset"}\n[]\n{"x": 1}\n');
    expect(report).toMatchObject({
      kind: 'json-lines',
      totals: { read: 3, kept: 1, refused: 2 },
    });
  });

  it('reads the tables of a contract', async () => {
    const { records, report } = await readAll(
      readArtifact(fixture('table-columns-with-partition.odcs.yaml')),
    );
    expect(report).toMatchObject({
      kind: 'odcs',
      version: expect.stringMatching(/^v3/),
      totals: { read: 1, kept: 1, repaired: 0, refused: 0 },
    });
    expect(records).toMatchObject([
      { record: 'table', columns: { length: 4, 0: { position: 1 } } },
    ]);
  });

  it('refuses YAML whose aliases multiply', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, level) =>
        `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`,
    );
    await expect(
      read(`kind: DataContract\na0: &a0 lol\n${laughs.join('\n')}\n`),
    ).rejects.toThrow(/not YAML/);
  });

  it('reads or refuses, whatever happens to the bytes', async () => {
    const text = JSON.stringify(
      manifest(
        { ...ORDERS, 'model.shop.b': model('b', { tags: ['日', 'x'] }) },
        { disabled: {}, docs: { a: [1] } },
      ),
    );
    const damage = fc.record({
      at: fc.nat(text.length),
      removed: fc.nat(12),
      added: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc
          .constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', 'NaN', 'null')
          .map(part => Buffer.from(part)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 200 }),
        async (damages, size) => {
          let bytes = Buffer.from(text);
          for (const { at, removed, added } of damages) {
            bytes = Buffer.concat([
              bytes.subarray(0, at),
              added,
              bytes.subarray(at + removed),
            ]);
          }
          try {
            const { records, report } = await readAll(
              readArtifact(piecesOf(bytes, size)),
            );
            const { read: met, kept, refused, repaired } = report.totals;
            expect(records).toHaveLength(kept);
            expect(met).toBe(kept + refused);
            expect(repaired).toBeLessThanOrEqual(kept);
            expect(structuredClone(records)).toEqual(records);
          } catch (error) {
            if (!(error instanceof ArtifactError)) {
              throw error;
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives batches that are small in records and in bytes', async () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [
        `model.shop.m${index}`,
        model(`m${index}`, { description: 'x'.repeat(1_000) }),
      ]),
    );
    const sizes: number[] = [];
    const names: string[] = [];
    for await (const { records } of readArtifact(
      piecesOf(JSON.stringify(manifest(nodes)), 1_000_000),
    )) {
      sizes.push(JSON.stringify(records).length);
      names.push(...records.map(record => (record as DatasetRecord).name));
    }
    expect(Math.max(...sizes)).toBeLessThan(300_000);
    expect(names).toEqual(Object.values(nodes).map(({ name }) => name));
  });
});
