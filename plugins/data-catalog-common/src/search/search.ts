import { authoredTextSchema, layerSchema, tierSchema } from '@suido/vocabulary';
import { z } from 'zod';
import { datasetSummarySchema } from '../dataset/Dataset';

/** By what a list of datasets is narrowed. @public */
export const FACETS = [
  'kind',
  'layer',
  'domain',
  'owner',
  'tier',
  'source',
  'tag',
  'freshness',
] as const;

/** Kinds of things that are found. @public */
export const FOUND_KINDS = [
  'dataset',
  'column',
  'saved-query',
  'dashboard',
] as const;

/** How recently the newest rows came in. @public */
export const FRESHNESS = ['day', 'week', 'month', 'older', 'unknown'] as const;

const many = <T extends z.ZodType>(one: T) =>
  z.union([one, z.array(one).max(50)]).optional();

/**
 * What is looked for; everything can stand in an address.
 *
 * @remarks
 * Without `kind`, columns are shown with their datasets, and without words
 * only datasets are listed. Of columns the best 5,000 are listed.
 * @public
 */
export const searchQuerySchema = z.object({
  q: z.string().max(200).default(''),
  kind: many(z.enum(FOUND_KINDS)),
  layer: many(layerSchema),
  domain: many(z.string().max(256)),
  owner: many(z.string().max(512)),
  tier: many(z.coerce.number().pipe(tierSchema)),
  source: many(z.string().max(128)),
  tag: many(z.string().max(256)),
  freshness: many(z.enum(FRESHNESS)),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** One thing found. @public */
export const foundSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dataset'),
    dataset: datasetSummarySchema,
    /** Columns of it that the words are about, best first. */
    columns: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('column'),
    dataset: z.object({ key: z.string(), name: z.string(), tier: tierSchema }),
    name: z.string(),
    type: z.string().optional(),
    definition: authoredTextSchema,
  }),
  z.object({
    kind: z.enum(['saved-query', 'dashboard']),
    id: z.string(),
    source: z.string(),
    title: z.string(),
    description: z.string().optional(),
    url: z.string().optional(),
    reads: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
]);

/**
 * How many there are of each value, under the other narrowings; the 50 most
 * frequent values. Columns that words are looked for in count up to 1,000.
 * @public
 */
export const facetSchema = z.object({
  facet: z.enum(FACETS),
  values: z.array(z.object({ value: z.string(), count: z.number().int() })),
});

/** @public */
export const searchResultSchema = z.object({
  items: z.array(foundSchema),
  facets: z.array(facetSchema),
  /** Of what is listed; exact up to 1,000. */
  total: z.object({ count: z.number().int(), isExact: z.boolean() }),
  nextCursor: z.string().optional(),
  /** The words that were looked for instead, where a typo was mended. */
  corrected: z.string().optional(),
});

/** @public */
export type SearchQuery = z.infer<typeof searchQuerySchema>;
/** @public */
export type FoundKind = (typeof FOUND_KINDS)[number];
/** @public */
export type Freshness = (typeof FRESHNESS)[number];
/** @public */
export type FacetName = (typeof FACETS)[number];
/** @public */
export type Found = z.infer<typeof foundSchema>;
/** @public */
export type Facet = z.infer<typeof facetSchema>;
/** @public */
export type SearchResult = z.infer<typeof searchResultSchema>;
