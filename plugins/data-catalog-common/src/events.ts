import { z } from 'zod';

/** Topic on which every change of the catalog is announced. @public */
export const DATASETS_CHANGED_TOPIC = 'data-catalog.datasets-changed';

/**
 * Payload of {@link DATASETS_CHANGED_TOPIC}: a hint that the revision moved;
 * consumers read what changed since the one they know.
 * @public
 */
export const datasetsChangedEventSchema = z.object({
  version: z.literal(1),
  revision: z.number().int(),
  /** Id of the source that told it, or `portal`. */
  source: z.string(),
  at: z.iso.datetime(),
});

/** @public */
export type DatasetsChangedEvent = z.infer<typeof datasetsChangedEventSchema>;
