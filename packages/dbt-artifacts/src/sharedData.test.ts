import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ArtifactError } from './ArtifactError';
import { countsOf, readAll } from './__testUtils__/reading';
import { inspectArtifact } from './inspectArtifact';
import { readArtifact } from './readArtifact';
import type { ArtifactRecord } from './records/ArtifactRecord';

/*
 * Reads every file of the collection of real data, where it is: beside the
 * repository, or where SUIDO_SHARED_DATA says. What is expected comes from the
 * files themselves by way of `JSON.parse`, and from the figures that the
 * collection's own description gives.
 */
const DATA =
  process.env.SUIDO_SHARED_DATA ??
  path.resolve(__dirname, '../../../../shared/data');
const withData = existsSync(DATA) ? describe : describe.skip;

const RECORD_SECTIONS = [
  'nodes',
  'sources',
  'exposures',
  'metrics',
  'groups',
  'semantic_models',
  'saved_queries',
  'unit_tests',
  'functions',
];

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {
    withFileTypes: true,
    recursive: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

const sizeOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 0;

/** How many records each file of a folder's manifest, catalog … holds. */
function expectedRecords(kind: string, root: Record<string, unknown>): number {
  const sections: Readonly<Record<string, readonly string[]>> = {
    'dbt-manifest': RECORD_SECTIONS,
    'dbt-catalog': ['nodes', 'sources'],
    'dbt-sources': ['results'],
    'dbt-run-results': ['results'],
    'dbt-semantic-manifest': ['semantic_models', 'metrics', 'saved_queries'],
  };
  return sections[kind].reduce((sum, name) => sum + sizeOf(root[name]), 0);
}

const numbersOf = (records: readonly ArtifactRecord[]) => {
  const count = (fits: (record: ArtifactRecord) => boolean) =>
    records.filter(fits).length;
  const ofKind = (kind: string) =>
    count(record => record.record === 'dataset' && record.kind === kind);
  return {
    models: ofKind('model'),
    seeds: ofKind('seed'),
    snapshots: ofKind('snapshot'),
    sources: ofKind('source'),
    tests: count(record => record.record === 'test' && record.kind !== 'unit'),
    unitTests: count(
      record => record.record === 'test' && record.kind === 'unit',
    ),
    withFreshness: count(
      record =>
        record.record === 'dataset' && record.source?.freshness !== undefined,
    ),
    columns: records.reduce(
      (sum, record) =>
        record.record === 'dataset' || record.record === 'table'
          ? sum + record.columns.length
          : sum,
      0,
    ),
    tables: count(record => record.record === 'table'),
  };
};

withData('the collection of real data', () => {
  const read = (file: string) => readAll(readArtifact(path.join(DATA, file)));

  it('is understood or refused with a sentence, file by file', async () => {
    const files = await filesBelow(DATA);
    const kinds: Record<string, number> = {};
    const refusedFiles: string[] = [];
    for (const file of files) {
      try {
        const { report } = await readAll(readArtifact(file));
        const { totals, kind } = report;
        kinds[kind] = (kinds[kind] ?? 0) + 1;
        const leftOut = report.reasons
          .filter(({ outcome }) => outcome === 'left-out')
          .reduce((sum, { count }) => sum + count, 0);
        expect({ file, read: totals.read }).toEqual({
          file,
          read: totals.kept + totals.refused + leftOut,
        });
        if (kind.startsWith('dbt-')) {
          const root = JSON.parse(textOf(file));
          expect({ file, read: totals.read }).toEqual({
            file,
            read: expectedRecords(kind, root),
          });
        }
        if (kind === 'dbt-manifest' || kind === 'dbt-catalog') {
          expect({ file, refused: totals.refused }).toEqual({
            file,
            refused: 0,
          });
        }
      } catch (error) {
        if (!(error instanceof ArtifactError)) {
          throw error;
        }
        expect(error.message).toMatch(/^(?!.*\n)[A-Z].{10,}/);
        if (
          /^(BAD_)?(manifest|catalog|sources|run_results)/.test(
            path.basename(file),
          ) &&
          !file.includes('schemas.getdbt.com')
        ) {
          refusedFiles.push(`${path.relative(DATA, file)}: ${error.code}`);
        }
      }
    }
    // Whatever is called like an artifact is one, but for two broken files
    expect(
      refusedFiles.filter(name => !name.includes('semantic_manifest')),
    ).toEqual([
      'OpenLineage__OpenLineage/dbt/catalog/catalog.json: empty',
      'fivetran__dbt_netsuite/BAD_catalog_git_conflict_markers.json.gz: git-conflict',
    ]);
    expect(kinds).toMatchObject({
      'dbt-manifest': expect.any(Number),
      'dbt-catalog': expect.any(Number),
      'dbt-sources': expect.any(Number),
      'dbt-run-results': expect.any(Number),
      openlineage: expect.any(Number),
      odcs: 18,
      'warehouse-tables': 1,
    });
    expect(kinds['dbt-manifest']).toBeGreaterThanOrEqual(90);
  });

  it.each([
    [
      'fivetran__dbt_ad_reporting/manifest_v7.json.gz',
      { models: 223, tests: 370, seeds: 80, sources: 78, columns: 2_894 },
    ],
    [
      'fivetran__dbt_ad_reporting/catalog_v1_2025-12.json.gz',
      { tables: 585, columns: 11_922 },
    ],
    [
      'duneanalytics__spellbook-2023-05-30-MIT/manifest.DERIVED.json.gz',
      {
        models: 1_153,
        tests: 1_876,
        sources: 1_422,
        withFreshness: 885,
        columns: 21_467,
      },
    ],
    [
      'tuva-health__tuva/manifest.DERIVED.json.gz',
      { models: 930, tests: 725, seeds: 98 },
    ],
    ['tuva-health__tuva/catalog.json.gz', { tables: 908, columns: 11_132 }],
    [
      'FlipsideCrypto__solana-models/manifest_v6.json.gz',
      { models: 102, tests: 776 },
    ],
    [
      'godatadriven__dbt-bouncer/dbt_20/manifest.json.gz',
      { tests: 65, sources: 13, unitTests: 4, snapshots: 2 },
    ],
    [
      'mozilla__bigquery-etl/tables.EXTRACT.json.gz',
      { tables: 4_782, columns: 482_666 },
    ],
  ])('has in %s what its description says', async (file, expected) => {
    const { records } = await read(file);
    expect(numbersOf(records)).toMatchObject(expected);
  });

  it('attaches every test of an old manifest as the same project does later', async () => {
    const attached = async (file: string) => {
      const { records } = await read(
        `yu-iskw__dbt-artifacts-parser/manifest/${file}`,
      );
      return new Map(
        records.flatMap(record =>
          record.record === 'test' && record.kind === 'generic'
            ? [[record.name, record.attachedTo] as const]
            : [],
        ),
      );
    };
    const old = await attached('v8/jaffle_shop/manifest.json.gz');
    const today = await attached('v12/jaffle_shop/manifest_1.8.json.gz');
    let compared = 0;
    old.forEach((id, name) => {
      expect({ name, isAttached: id !== undefined }).toEqual({
        name,
        isAttached: true,
      });
      if (today.has(name)) {
        compared++;
        expect(id).toBe(today.get(name));
      }
    });
    expect(old.size).toBeGreaterThan(5);
    expect(compared).toBeGreaterThan(0);
  });

  it('reads the same project from dbt 1.12 and 2.0', async () => {
    const ids = async (version: string) =>
      (
        await read(`godatadriven__dbt-bouncer/dbt_${version}/manifest.json.gz`)
      ).records.flatMap(record =>
        record.record === 'dataset' ? [record.uniqueId] : [],
      );
    // dbt 2 knows no Python models
    const without = (await ids('112')).filter(
      id => !id.endsWith('.py_order_stats'),
    );
    expect((await ids('20')).sort()).toEqual(without.sort());
  });

  it('reads a large manifest and catalog in little memory', async () => {
    const before = process.memoryUsage.rss();
    let peak = before;
    let given = 0;
    for (const file of [
      'duneanalytics__spellbook-2023-05-30-MIT/manifest.DERIVED.json.gz',
      'tuva-health__tuva/catalog.json.gz',
    ]) {
      for await (const { records } of inspectArtifact(path.join(DATA, file))) {
        given += records.length;
        peak = Math.max(peak, process.memoryUsage.rss());
      }
    }
    expect(given).toBe(4_474 + 908);
    expect((peak - before) / 1e6).toBeLessThan(200);
  });

  it('says what it did not read of the odd ones', async () => {
    const { report } = await read(
      'OpenLineage__OpenLineage/dbt/no_test_metadata/target/run_results.json',
    );
    expect(countsOf(report)).toEqual({
      'belongs-to-pipeline-health': 20,
      'missing-field': 1,
    });
  });
});
