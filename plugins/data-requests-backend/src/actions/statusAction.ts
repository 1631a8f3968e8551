import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import type { CallerResolver } from '@suido/backend-kit';
import { isValid } from 'ulid';
import type { AuthorizedRequestService } from '../services/AuthorizedRequestService';

/** `data-requests:status`: where a request stands. */
export function registerStatusAction(
  actionsRegistry: ActionsRegistryService,
  options: {
    requests: AuthorizedRequestService;
    callers: CallerResolver;
    requestUrl: (id: string) => string;
  },
): void {
  const { requests, callers, requestUrl } = options;
  actionsRegistry.register({
    name: 'status',
    title: 'Status of a data request',
    description:
      'Tells where a request stands: its state, since when, why it is stuck if it is, and its pull request. Changes nothing.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: zod =>
        zod.object({ requestId: zod.string().describe('ULID of the request') }),
      output: zod =>
        zod.object({
          number: zod.number(),
          name: zod.string(),
          title: zod.string(),
          state: zod.string(),
          stateReason: zod.string().optional(),
          stateSince: zod.string().describe('ISO-8601, UTC'),
          pullRequest: zod.number().optional(),
          datasetKey: zod.string(),
          url: zod.string().describe('Its page in the portal'),
        }),
    },
    action: async ({ input, credentials }) => {
      if (!isValid(input.requestId)) {
        throw new InputError(
          `requestId '${input.requestId}' is not a ULID (26 characters).`,
        );
      }
      const request = await requests.get(
        input.requestId,
        await callers.resolve(credentials),
      );
      return {
        output: {
          number: request.number,
          name: request.name,
          title: request.title,
          state: request.state,
          stateReason: request.stateReason,
          stateSince: request.stateSince,
          pullRequest: request.proposal?.number,
          datasetKey: request.datasetKey,
          url: requestUrl(request.id),
        },
      };
    },
  });
}
