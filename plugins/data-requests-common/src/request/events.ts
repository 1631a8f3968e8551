import { z } from 'zod';
import { requestKindSchema } from './DataRequest';
import { requestStateSchema } from './states';

/** Topic on which every change of a request's state is announced. @public */
export const REQUEST_CHANGED_TOPIC = 'data-requests.request-changed';

/**
 * Payload of {@link REQUEST_CHANGED_TOPIC}: a hint that a request moved;
 * consumers read what they need.
 * @public
 */
export const requestChangedEventSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  kind: requestKindSchema,
  target: z.string(),
  from: requestStateSchema.optional(),
  to: requestStateSchema,
  at: z.iso.datetime(),
});

/** @public */
export type RequestChangedEvent = z.infer<typeof requestChangedEventSchema>;
