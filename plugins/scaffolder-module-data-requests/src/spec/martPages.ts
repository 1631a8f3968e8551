import {
  emptyMartSpec,
  martSpecSchema,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { z } from 'zod';

/**
 * What each page of the Template keeps, under the name of its parameter.
 *
 * @remarks
 * A field of a Template can write only its own value, so every part of the
 * spec belongs to one page. Definitions of columns are written on the page
 * `meaning` but belong to columns of `rows`: they are kept by column name and
 * put together in {@link assembleSpec}.
 */
export const martPageSchemas = {
  what: martSpecSchema
    .pick({
      target: true,
      name: true,
      question: true,
      purpose: true,
      differences: true,
    })
    .partial(),
  data: martSpecSchema.pick({ sources: true, joins: true }).partial(),
  rows: martSpecSchema
    .pick({ filters: true, columns: true, grain: true, tier: true })
    .partial(),
  meaning: martSpecSchema
    .pick({
      definition: true,
      owner: true,
      domain: true,
      updateFrequency: true,
      tier: true,
      tests: true,
      consumers: true,
      partition: true,
      unitTest: true,
    })
    .partial()
    .extend({
      definitions: z
        .record(z.string(), martSpecSchema.shape.definition)
        .optional(),
    }),
} as const;

/** A page of the Template that edits a part of the spec. */
export type MartPage = keyof typeof martPageSchemas;

/** All values of the Template's form; none of them is trusted. */
export type MartFormData = Readonly<Record<string, unknown>>;

/** The spec that the pages describe together. */
export function assembleSpec(formData: MartFormData): MartSpec {
  const { definitions = {}, partition, ...meaning } = read('meaning', formData);
  const rows = read('rows', formData);
  const columns = (rows.columns ?? []).map(column => ({
    ...column,
    definition: definitions[column.name] ?? column.definition,
  }));
  const names = new Set(columns.map(column => column.name));
  return {
    ...emptyMartSpec(''),
    ...read('what', formData),
    ...read('data', formData),
    ...rows,
    ...meaning,
    columns,
    // A page back, a column may have gone that something here speaks of.
    tests: (meaning.tests ?? []).filter(test => names.has(test.column)),
    ...(partition && names.has(partition.column) && { partition }),
  };
}

/** The part of a changed spec that a page keeps. */
export function pageValue(
  page: MartPage,
  spec: MartSpec,
): Readonly<Record<string, unknown>> {
  switch (page) {
    case 'what': {
      const { target, name, question, purpose, differences } = spec;
      return { target, name, question, purpose, differences };
    }
    case 'data': {
      const { sources, joins } = spec;
      return { sources, joins };
    }
    case 'rows': {
      const { filters, columns, grain, tier } = spec;
      return { filters, columns, grain, tier };
    }
    default: {
      const { definition, owner, domain, updateFrequency } = spec;
      const { tier, tests, consumers, partition, unitTest } = spec;
      return {
        definition,
        owner,
        domain,
        updateFrequency,
        tier,
        tests,
        consumers,
        // What is not chosen has no key: the form data is plain JSON.
        ...(partition && { partition }),
        ...(unitTest && { unitTest }),
        definitions: Object.fromEntries(
          spec.columns.map(column => [column.name, column.definition]),
        ),
      };
    }
  }
}

function read<TPage extends MartPage>(
  page: TPage,
  formData: MartFormData,
): z.infer<(typeof martPageSchemas)[TPage]>;
function read(page: MartPage, formData: MartFormData): object {
  // A link may carry any form data: what does not fit counts as empty.
  return martPageSchemas[page].safeParse(formData[page]).data ?? {};
}
