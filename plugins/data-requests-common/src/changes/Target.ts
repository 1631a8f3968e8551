import { z } from 'zod';
import { localizedTextSchema } from './ChangeSet';

/** A group that may own a mart: declared in the repository and known to the portal. @public */
export const ownerChoiceSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
});

/**
 * What a warehouse makes of a mart's partition: parts that queries skip, rows
 * kept near each other, or nothing but a note in the repository.
 * @public
 */
export const PARTITIONINGS = ['partitions', 'clusters', 'none'] as const;

/** A repository that requests change, with what a form needs to know of it. @public */
export const targetSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.literal('dbt'),
  repository: z.string(),
  baseBranch: z.string(),
  /** How the names of marts look here, as a regular expression. */
  martNamePattern: z.string(),
  martNameRule: localizedTextSchema,
  /** Folders below the mart layer. */
  domains: z.array(z.string()),
  owners: z.array(ownerChoiceSchema),
  partitioning: z.enum(PARTITIONINGS),
});

/** @public */
export type Partitioning = (typeof PARTITIONINGS)[number];
/** @public */
export type Target = z.infer<typeof targetSchema>;
