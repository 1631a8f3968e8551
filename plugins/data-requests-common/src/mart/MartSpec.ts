import {
  authoredTextSchema,
  tierSchema,
  updateFrequencySchema,
} from '@suido/vocabulary';
import { z } from 'zod';

/** Longest free text that a field takes, in UTF-16 code units. */
const FREE_TEXT_LIMIT = 65_536;

/**
 * An identifier that becomes part of a file: model, column and alias names.
 *
 * @remarks
 * The schema only bounds it. Whether it is well formed is a check with a
 * message, not a parse error, because a form is previewed while it is typed.
 * The generator refuses what {@link IDENTIFIER_PATTERN} refuses.
 */
const identifierText = z.string().max(128);

/** What an identifier must look like before a file is written. @public */
export const IDENTIFIER_PATTERN = /^[a-z][a-z0-9_]{0,62}$/;

const freeText = z.string().max(FREE_TEXT_LIMIT);

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

/** One side of a derived column: another column of the mart, or a number. @public */
export const martOperandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('column'), name: identifierText }),
  z.strictObject({ kind: z.literal('number'), value: z.number() }),
]);

/**
 * A column of the mart.
 *
 * @remarks
 * - `dimension`: taken from a source, optionally cut to a time grain; the rows
 *   are grouped by it when the mart has measures.
 * - `detail`: taken from a source as it is; only in a mart without measures.
 * - `measure`: aggregated over the rows of a group.
 * - `derived`: arithmetic on columns of the mart; a division by zero is empty.
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
    operation: z.enum(['add', 'subtract', 'multiply', 'divide']),
    left: martOperandSchema,
    right: martOperandSchema,
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
});

/** Version of the spec that this release writes. @public */
export const MART_SPEC_VERSION = 1;

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
export type MartOperand = z.infer<typeof martOperandSchema>;
/** @public */
export type MartTest = z.infer<typeof martTestSchema>;
/** @public */
export type MartConsumer = z.infer<typeof martConsumerSchema>;
/** @public */
export type TimeGrain = (typeof TIME_GRAINS)[number];
/** @public */
export type Aggregation = (typeof AGGREGATIONS)[number];
