import fc from 'fast-check';
import { canonicalDatasetId } from './canonicalDatasetId';
import { DATASET_KEY_PATTERN, datasetKey } from './datasetKey';
import { authoredTextOf, readAuthoredText } from './localizedText';
import { highestTier } from './tier';

describe('datasetKey', () => {
  it('is a readable slug and a digest of the whole identity', () => {
    const key = datasetKey({
      namespace: 'duckdb://demo',
      name: 'retail.marts.fct_daily_sales',
    });
    expect(key).toMatch(/^fct-daily-sales-[0-9a-f]{10}$/);
    expect(
      datasetKey({
        namespace: 'bigquery',
        name: 'retail.marts.fct_daily_sales',
      }),
    ).not.toBe(key);
  });

  it('folds full-width letters and leaves the digits where nothing Latin is left', () => {
    expect(datasetKey({ namespace: 'n', name: 'ＦＣＴ' })).toMatch(/^fct-/);
    expect(datasetKey({ namespace: 'n', name: '売上' })).toMatch(
      /^[0-9a-f]{10}$/,
    );
  });

  it('is always a valid entity name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (namespace, name) => {
          const key = datasetKey({ namespace, name });
          expect(key).toMatch(DATASET_KEY_PATTERN);
          expect(key.length).toBeLessThanOrEqual(63);
        },
      ),
    );
  });
});

describe('canonicalDatasetId', () => {
  it.each([
    [
      'snowflake://ACME-EU',
      'RETAIL.MARTS.FCT',
      'snowflake://acme-eu',
      'retail.marts.fct',
    ],
    [
      'postgresql://DB.local:5432/',
      'shop.public.Sales',
      'postgres://db.local:5432',
      'shop.public.Sales',
    ],
    ['BigQuery', 'proj.ds.Table', 'bigquery', 'proj.ds.Table'],
    ['bigquery:', 'proj.ds.t', 'bigquery', 'proj.ds.t'],
    [
      'duckdb://demo',
      'Retail.Marts.売上',
      'duckdb://demo',
      'retail.marts.売上',
    ],
    ['duckdb:///Data/Retail.db', 'a.b', 'duckdb:///Data/Retail.db', 'a.b'],
    ['s3a://Bucket', 'raw/Orders', 's3://bucket', 'raw/Orders'],
  ])('%s %s is %s %s', (namespace, name, itsNamespace, itsName) => {
    const canonical = canonicalDatasetId({ namespace, name });
    expect(canonical).toEqual({ namespace: itsNamespace, name: itsName });
    expect(canonicalDatasetId(canonical)).toEqual(canonical);
  });
});

describe('highestTier', () => {
  it('is the highest given, at least the floor', () => {
    expect(highestTier([])).toBe(1);
    expect(highestTier([1, 3, 2])).toBe(3);
    expect(highestTier([1], 2)).toBe(2);
  });
});

describe('readAuthoredText', () => {
  it.each([
    [{ en: 'sales', ja: '売上' }, 'ja', '売上'],
    [{ en: 'sales' }, 'ja', 'sales'],
    [{ en: ' ', ja: '売上' }, 'en', '売上'],
    [{}, 'en', undefined],
  ] as const)('%j in %s is %s', (text, language, expected) => {
    expect(readAuthoredText(text, language)).toBe(expected);
  });
});

describe('authoredTextOf', () => {
  it.each([
    ['Sales per day ', { en: 'Sales per day' }],
    ['日別の sales', { ja: '日別の sales' }],
    [' \n', undefined],
    [undefined, undefined],
  ])('%j is %j', (text, expected) => {
    expect(authoredTextOf(text)).toEqual(expected);
  });
});
