import { z } from 'zod';
import { localizedTextSchema } from '../changes/ChangeSet';

/** From this score on, a mart is sent only with the reason why it differs. @public */
export const LIKELY_DUPLICATE_SCORE = 0.75;

/** An existing mart, or an open request for one, that looks like the spec. @public */
export const duplicateSchema = z.object({
  /** `dataset:<key>` or `request:<id>`: what `differences` of a spec name. */
  subject: z.string(),
  kind: z.enum(['dataset', 'request']),
  /** Name of the mart. */
  name: z.string(),
  /** What it answers, as far as it is said. */
  description: z.object({
    en: z.string().optional(),
    ja: z.string().optional(),
  }),
  /** Short number of a request. */
  number: z.number().int().optional(),
  owner: z.string().optional(),
  /** 0 (nothing in common) to 1 (the same). */
  score: z.number().min(0).max(1),
  /** Why, most telling first: shared sources, shared columns, similar words. */
  reasons: z.array(localizedTextSchema),
});

/** @public */
export type Duplicate = z.infer<typeof duplicateSchema>;
