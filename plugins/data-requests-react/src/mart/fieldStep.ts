/** The steps of the form, in their order. @public */
export const MART_STEPS = ['what', 'data', 'rows', 'meaning', 'check'] as const;

/** @public */
export type MartStep = (typeof MART_STEPS)[number];

const STEP_BY_FIELD: Readonly<Record<string, MartStep>> = {
  target: 'what',
  name: 'what',
  question: 'what',
  purpose: 'what',
  differences: 'what',
  sources: 'data',
  joins: 'data',
  filters: 'rows',
  columns: 'rows',
  grain: 'rows',
  definition: 'meaning',
  tests: 'meaning',
  updateFrequency: 'meaning',
  owner: 'meaning',
  domain: 'meaning',
  tier: 'meaning',
  consumers: 'meaning',
  partition: 'meaning',
  unitTest: 'meaning',
};

/**
 * The step on which the field of a check is filled in.
 * @param field - path in the spec, such as `columns.2.name`
 * @public
 */
export function stepOfField(field: string): MartStep {
  if (/^columns\.\d+\.definition/.test(field)) {
    return 'meaning';
  }
  return STEP_BY_FIELD[field.split('.')[0]] ?? 'what';
}
