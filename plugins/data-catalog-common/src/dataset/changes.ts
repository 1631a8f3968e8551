import { z } from 'zod';

/** What can change about a dataset, as its history tells it. @public */
export const CHANGE_TYPES = [
  'dataset-added',
  'dataset-removed',
  'dataset-returned',
  'column-added',
  'column-dropped',
  'column-retyped',
  'column-definition',
  'definition',
  'purpose',
  'owner',
  'tier',
  'layer',
  'domain',
  'update-frequency',
  'lifecycle',
  'type',
] as const;

/** One change of one dataset. @public */
export const datasetChangeSchema = z.object({
  sequence: z.number().int(),
  at: z.iso.datetime(),
  type: z.enum(CHANGE_TYPES),
  dataset: z.object({ key: z.string(), name: z.string() }),
  /** The column it is about. */
  column: z.string().optional(),
  before: z.json().optional(),
  after: z.json().optional(),
  /** Source that told it, or `portal`. */
  source: z.string(),
  /** Entity ref of who did it in the portal. */
  actor: z.string().optional(),
});

/** @public */
export type ChangeType = (typeof CHANGE_TYPES)[number];
/** @public */
export type DatasetChange = z.infer<typeof datasetChangeSchema>;
