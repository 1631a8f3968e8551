import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import {
  MART_SPEC_VERSION,
  martSpecSchema,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { z } from 'zod';

/**
 * What each top-level key of a mart's spec means, for whoever fills it without
 * a form. The full shape is `MartSpec` in openapi.json.
 */
export const MART_SPEC_KEYS: Record<keyof MartSpec, string> = {
  kind: "Always 'data-mart'",
  version: `Version of the spec: ${MART_SPEC_VERSION}`,
  target: 'Id of the target repository; GET /v1/targets lists them',
  name: 'Name of the mart (model and table), such as fct_daily_sales',
  question: 'The question that the mart answers, in the words of the author',
  purpose: 'What the answer is used for',
  definition: 'What one row is: { en?, ja? }, at least one language',
  sources:
    'Datasets it reads: [{ alias, dataset }]; dataset is a key of GET /v1/targets/{target}/datasets',
  joins:
    "How sources are joined: [{ source, type: 'inner'|'left', on: [{ leftSource, leftColumn, rightColumn }] }]",
  filters:
    'Rows that are kept: [{ source, column, operator, values: string[] }]',
  columns:
    "Columns: [{ role: 'dimension'|'detail'|'measure'|'derived', name, definition, ... }]; dimension and detail take { source, column }, measure { aggregation, source, column? }, derived { calculation: { kind: 'arithmetic'|'round'|'first-present'|'join-text'|'choose'|'time-between'|'time-part', ... } }",
  grain: 'Names of the columns that together identify one row',
  tests:
    "What must always hold: [{ kind: 'not-null'|'unique'|'not-negative'|'accepted-values', column, values? }]",
  updateFrequency: 'hourly, daily, weekly, monthly or on-demand',
  owner: 'Entity ref of the owning group, such as group:default/sales',
  domain: 'Folder of the mart layer, such as sales; GET /v1/targets lists them',
  tier: 'Sensitivity 1 public, 2 internal, 3 confidential, 4 sensitive; at least that of the inputs',
  consumers:
    "Who reads it: [{ kind: 'dashboard'|'notebook'|'analysis'|'ml'|'application', name, url?, exposure? }]; exposure: true declares it in the repository",
  partition:
    "How the warehouse lays the rows out: { column, grain: 'day'|'month'|'year' }; optional",
  unitTest:
    'Rows that the author confirmed: { given: [{ source, columns, rows }], expected: { columns, rows } }; optional, POST /v1/unit-test proposes one',
  differences:
    'Why it differs from what it looks like: [{ subject, reason }]; optional',
};

/** The zod 3 that the actions registry hands out. */
type ActionZod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

/**
 * The spec as an action declares it: loosely, because actions speak zod 3 and
 * the contract is zod 4. {@link parseMartSpec} is what decides.
 */
export function martSpecInput(zod: ActionZod) {
  const { kind, version, ...described } = MART_SPEC_KEYS;
  return zod
    .object({
      kind: zod.literal('data-mart').default('data-mart').describe(kind),
      version: zod.number().int().default(MART_SPEC_VERSION).describe(version),
      ...Object.fromEntries(
        Object.entries(described).map(([key, description]) => [
          key,
          zod.any().describe(description),
        ]),
      ),
    })
    .passthrough()
    .describe('Spec of the mart');
}

/** @throws `InputError` that names each wrong field */
export function parseMartSpec(value: unknown): MartSpec {
  const result = martSpecSchema.safeParse(value);
  if (!result.success) {
    throw new InputError(
      `The spec is not valid: ${result.error.issues
        .slice(0, 10)
        .map(describeIssue)
        .join('; ')}`,
    );
  }
  return result.data;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return `${['spec', ...issue.path].join('.')}: ${issue.message}`;
}
