import type { ContractDataset } from '../datasets/ContractDataset';

/**
 * Tests as quality rules. What a rule checks, and against which bounds, is known
 * to the project that has it; here it is named, as a text.
 */
export function rulesOf(tests: NonNullable<ContractDataset['tests']>) {
  return tests.length === 0
    ? undefined
    : tests.map(({ name, columns = [], severity }) => ({
        type: 'text',
        name,
        severity: severity === 'warn' ? 'warning' : severity,
        customProperties:
          columns.length > 1
            ? [{ property: 'columns', value: columns }]
            : undefined,
      }));
}
