import { z } from 'zod';
import { requestSpecSchema } from './DataRequest';

/**
 * An unfinished request of one person, kept on the server.
 *
 * @remarks
 * `revision` guards against two tabs: a save names the revision that it was
 * made from and is refused (409) when another save came between.
 * @public
 */
export const draftSchema = z.object({
  /** ULID made by the client; becomes the idempotency key of the request. */
  id: z.ulid(),
  revision: z.number().int(),
  spec: requestSpecSchema,
  /** Step of the form that the author was on, from 0. */
  step: z.number().int().min(0).max(20),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** @public */
export type Draft = z.infer<typeof draftSchema>;
