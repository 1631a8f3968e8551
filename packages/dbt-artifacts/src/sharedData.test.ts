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

  /** What was read of a file beside what is in it, or why it was not. */
  async function lookAt(file: string) {
    const name = path.relative(DATA, file);
    try {
      const { report } = await readAll(readArtifact(file));
      const { kind, totals, reasons } = report;
      const leftOut = reasons
        .filter(({ outcome }) => outcome === 'left-out')
        .reduce((sum, { count }) => sum + count, 0);
      return {
        outcome: 'read' as const,
        name,
        kind,
        totals,
        accounted: totals.kept + totals.refused + leftOut,
        expected: kind.startsWith('dbt-')
          ? expectedRecords(kind, JSON.parse(textOf(file)))
          : totals.read,
      };
    } catch (error) {
      if (error instanceof ArtifactError) {
        return {
          outcome: 'failed' as const,
          name,
          failure: error.code,
          sentence: error.message,
        };
      }
      throw new Error(`${name}: ${error}`);
    }
  }

  it('is understood or refused with a sentence, file by file', async () => {
    const looks = [];
    for (const file of await filesBelow(DATA)) {
      looks.push(await lookAt(file));
    }
    const understood = looks.flatMap(look =>
      look.outcome === 'read' ? [look] : [],
    );
    const failed = looks.flatMap(look =>
      look.outcome === 'failed' ? [look] : [],
    );

    expect(
      understood.filter(look => look.totals.read !== look.accounted),
    ).toEqual([]);
    expect(
      understood.filter(look => look.totals.read !== look.expected),
    ).toEqual([]);
    expect(
      understood.filter(
        ({ kind, totals }) =>
          (kind === 'dbt-manifest' || kind === 'dbt-catalog') &&
          totals.refused > 0,
      ),
    ).toEqual([]);
    const files = (kind: string) =>
      understood.filter(look => look.kind === kind).length;
    expect(files('dbt-manifest')).toBeGreaterThanOrEqual(90);
    expect(files('dbt-catalog')).toBeGreaterThanOrEqual(30);
    expect(files('dbt-sources')).toBeGreaterThanOrEqual(10);
    expect(files('dbt-run-results')).toBeGreaterThanOrEqual(70);
    expect(files('openlineage')).toBeGreaterThanOrEqual(400);
    expect(files('odcs')).toBe(18);

    expect(
      failed.filter(({ sentence }) => !/^[A-Z][^\n]{10,}$/.test(sentence)),
    ).toEqual([]);
    // Whatever is called like an artifact is one, but for two broken files
    expect(
      failed
        .filter(({ name }) =>
          /^(BAD_)?(manifest|catalog|sources|run_results)/.test(
            path.basename(name),
          ),
        )
        .map(({ name, failure }) => `${name}: ${failure}`),
    ).toEqual([
      'OpenLineage__OpenLineage/dbt/catalog/catalog.json: empty',
      'fivetran__dbt_netsuite/BAD_catalog_git_conflict_markers.json.gz: git-conflict',
    ]);
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
    expect([...old].filter(([, id]) => id === undefined)).toEqual([]);
    const inBoth = [...old.keys()].filter(name => today.has(name));
    expect(inBoth.length).toBeGreaterThan(5);
    expect(inBoth.map(name => old.get(name))).toEqual(
      inBoth.map(name => today.get(name)),
    );
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
