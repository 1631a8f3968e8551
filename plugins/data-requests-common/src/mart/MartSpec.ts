import {
  authoredTextSchema,
  tierSchema,
  updateFrequencySchema,
} from '@suido/vocabulary';
import { z } from 'zod';
import { martCalculationSchema } from './calculation';
import { FREE_TEXT_LIMIT, freeText, identifierText } from './texts';

/** A dataset that the mart reads, under a short alias. @public */
export const martSourceSchema = z.strictObject({
  /** Name under which joins, filters and columns refer to it. */
  alias: identifierText,
  /** Key of the dataset (`datasetKey` of `@suido/vocabulary`). */
  dataset: z.string().max(63),
});

/** @public */
export const martJoinSchema = z.strictObject({
  /** Alias of the source that is joined to those before it. */
  source: identifierText,
  type: z.enum(['inner', 'left']),
  on: z
    .array(
      z.strictObject({
        /** Alias and column of a source that comes earlier. */
        leftSource: identifierText,
        leftColumn: z.string().max(128),
        /** Column of the joined source. */
        rightColumn: z.string().max(128),
      }),
    )
    .max(8),
});

/** @public */
export const FILTER_OPERATORS = [
  'equals',
  'not-equals',
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'one-of',
  'none-of',
  'contains',
  'starts-with',
  'is-empty',
  'is-not-empty',
] as const;

/** @public */
export const martFilterSchema = z.strictObject({
  source: identifierText,
  column: z.string().max(128),
  operator: z.enum(FILTER_OPERATORS),
  /** As typed; read according to the type of the column. */
  values: z.array(freeText).max(100),
});

/** @public */
export const TIME_GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** @public */
export const AGGREGATIONS = [
  'sum',
  'average',
  'minimum',
  'maximum',
  'count',
  'count-distinct',
] as const;

const outputColumn = {
  name: identifierText,
  definition: authoredTextSchema,
};

const sourceColumn = {
  source: identifierText,
  column: z.string().max(128),
};

/**
 * A column of the mart.
 *
 * @remarks
 * - `dimension`: taken from a source, optionally cut to a time grain; the rows
 *   are grouped by it when the mart has measures.
 * - `detail`: taken from a source as it is; only in a mart without measures.
 * - `measure`: aggregated over the rows of a group.
 * - `derived`: calculated from other columns of the mart.
 * @public
 */
export const martColumnSchema = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('dimension'),
    ...outputColumn,
    ...sourceColumn,
    timeGrain: z.enum(TIME_GRAINS).optional(),
  }),
  z.strictObject({
    role: z.literal('detail'),
    ...outputColumn,
    ...sourceColumn,
  }),
  z.strictObject({
    role: z.literal('measure'),
    ...outputColumn,
    aggregation: z.enum(AGGREGATIONS),
    source: identifierText,
    /** Absent only for `count`, which then counts rows. */
    column: z.string().max(128).optional(),
  }),
  z.strictObject({
    role: z.literal('derived'),
    ...outputColumn,
    calculation: martCalculationSchema,
  }),
]);

/** What must hold of every build of the mart. @public */
export const martTestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-null'), column: identifierText }),
  z.strictObject({ kind: z.literal('unique'), column: identifierText }),
  z.strictObject({ kind: z.literal('not-negative'), column: identifierText }),
  z.strictObject({
    kind: z.literal('accepted-values'),
    column: identifierText,
    values: z.array(freeText).max(200),
  }),
]);

/** Who or what will read the mart. @public */
export const martConsumerSchema = z.strictObject({
  kind: z.enum(['dashboard', 'notebook', 'analysis', 'ml', 'application']),
  name: z.string().max(200),
  url: z.string().max(2_000).optional(),
  /** Whether the repository declares it as an exposure. */
  exposure: z.boolean().default(false),
});

/** @public */
export const PARTITION_GRAINS = ['day', 'month', 'year'] as const;

/** How the warehouse lays the rows out, so that a query reads only a part. @public */
export const martPartitionSchema = z.strictObject({
  /** Column of the mart; a date or a time. */
  column: identifierText,
  grain: z.enum(PARTITION_GRAINS),
});

const exampleValue = z.union([
  z.string().max(FREE_TEXT_LIMIT),
  z.number(),
  z.boolean(),
  z.null(),
]);

const exampleRows = {
  columns: z.array(z.string().max(128)).max(200),
  rows: z.array(z.array(exampleValue).max(200)).max(20),
};

/**
 * Rows that the author confirmed: from the given rows the mart makes exactly
 * the expected ones. Its presence is the confirmation.
 * @public
 */
export const martUnitTestSchema = z.strictObject({
  given: z
    .array(z.strictObject({ source: identifierText, ...exampleRows }))
    .max(8),
  expected: z.strictObject(exampleRows),
});

/** Something that exists or is asked for already, and why this mart differs. @public */
export const martDifferenceSchema = z.strictObject({
  /** `dataset:<key>` or `request:<id>`. */
  subject: z.string().regex(/^(dataset|request):[A-Za-z0-9-]{1,63}$/),
  reason: freeText,
});

/** Version of the spec that this release writes. @public */
export const MART_SPEC_VERSION = 2;

/**
 * What a mart author asks for: the one input of the generator.
 *
 * @remarks
 * The schema accepts an unfinished form (empty texts, empty lists), so that
 * the preview follows the typing. Whether it may be sent is decided by the
 * checks of the preview.
 * @public
 */
export const martSpecSchema = z.strictObject({
  kind: z.literal('data-mart'),
  version: z.literal(MART_SPEC_VERSION),
  /** Id of a configured target: which repository the request changes. */
  target: z.string().max(63),
  name: identifierText,
  /** The question that the mart answers, in the author's words. */
  question: freeText,
  /** What the answer is used for. */
  purpose: freeText,
  definition: authoredTextSchema,
  sources: z.array(martSourceSchema).max(8),
  joins: z.array(martJoinSchema).max(8),
  filters: z.array(martFilterSchema).max(30),
  columns: z.array(martColumnSchema).max(200),
  /** Names of the columns that together identify one row. */
  grain: z.array(identifierText).max(16),
  tests: z.array(martTestSchema).max(400),
  updateFrequency: updateFrequencySchema,
  /** Entity ref of the owning group. */
  owner: z.string().max(256),
  /** Folder of the mart layer that it belongs to. */
  domain: z.string().max(63),
  tier: tierSchema,
  consumers: z.array(martConsumerSchema).max(20),
  partition: martPartitionSchema.optional(),
  unitTest: martUnitTestSchema.optional(),
  /** Answers to "this looks like something that exists". */
  differences: z.array(martDifferenceSchema).max(20).default([]),
});

/** @public */
export type MartSpec = z.infer<typeof martSpecSchema>;
/** @public */
export type MartSource = z.infer<typeof martSourceSchema>;
/** @public */
export type MartJoin = z.infer<typeof martJoinSchema>;
/** @public */
export type MartFilter = z.infer<typeof martFilterSchema>;
/** @public */
export type FilterOperator = (typeof FILTER_OPERATORS)[number];
/** @public */
export type MartColumn = z.infer<typeof martColumnSchema>;
/** @public */
export type MartTest = z.infer<typeof martTestSchema>;
/** @public */
export type MartConsumer = z.infer<typeof martConsumerSchema>;
/** @public */
export type MartPartition = z.infer<typeof martPartitionSchema>;
/** @public */
export type MartUnitTest = z.infer<typeof martUnitTestSchema>;
/** @public */
export type MartDifference = z.infer<typeof martDifferenceSchema>;
/** @public */
export type TimeGrain = (typeof TIME_GRAINS)[number];
/** @public */
export type Aggregation = (typeof AGGREGATIONS)[number];
