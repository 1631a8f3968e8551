import { z } from 'zod';
import { requestStateSchema } from './states';

/**
 * Whose move it is.
 *
 * - `author`: whoever asked; `reviewers`: those who may approve; `mergers`:
 *   those who may merge what is approved; `portal`: the portal itself is at
 *   work; `nobody`: the request has ended.
 * @public
 */
export const waitsOnSchema = z.enum([
  'author',
  'reviewers',
  'mergers',
  'portal',
  'nobody',
]);

/** What a request waits for, on whom, since when, and what usually follows. @public */
export const waitingSchema = z.object({
  on: waitsOnSchema,
  /** Entity refs of the people and groups whose move it is; none of the portal. */
  people: z.array(z.string()),
  since: z.iso.datetime(),
  /**
   * What followed this state most often among the requests that the caller may
   * read; absent where fewer than five went through it.
   */
  usually: z
    .object({
      next: requestStateSchema,
      /** Half of them took at most this long. */
      medianMinutes: z.number().int().min(0),
      /** How many requests this was taken from. */
      requests: z.number().int().min(5),
    })
    .optional(),
});

/** @public */
export type WaitsOn = z.infer<typeof waitsOnSchema>;
/** @public */
export type Waiting = z.infer<typeof waitingSchema>;
