import type { ContractDataset } from '../datasets/ContractDataset';

/** Metrics that the standard itself defines (v3.1). */
const LIBRARY_METRICS: ReadonlySet<string> = new Set([
  'nullValues',
  'missingValues',
  'invalidValues',
  'duplicateValues',
  'rowCount',
]);

/**
 * Tests as quality rules. What a rule checks is known to the project that has
 * it; here it is named, as a text or as a metric of the standard.
 */
export function rulesOf(tests: NonNullable<ContractDataset['tests']>) {
  return tests.length === 0
    ? undefined
    : tests.map(({ name, columns = [], severity }) => ({
        ...(LIBRARY_METRICS.has(name)
          ? { type: 'library', metric: name }
          : { type: 'text', name }),
        severity: severity === 'warn' ? 'warning' : severity,
        customProperties:
          columns.length > 1
            ? [{ property: 'columns', value: columns }]
            : undefined,
      }));
}
