import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { type CallerResolver, audited } from '@suido/backend-kit';
import { isValid, ulid } from 'ulid';
import type { AuthorizedRequestService } from '../services/AuthorizedRequestService';
import { martSpecInput, parseMartSpec } from './martSpecInput';

/**
 * `data-requests:submit`: the step of the data-mart Template, and a tool for
 * agents. It ends in the same service call as the portal's own form.
 */
export function registerSubmitAction(
  actionsRegistry: ActionsRegistryService,
  options: {
    requests: AuthorizedRequestService;
    callers: CallerResolver;
    requestUrl: (id: string) => string;
    auditor: AuditorService;
  },
): void {
  const { requests, callers, requestUrl, auditor } = options;
  actionsRegistry.register({
    name: 'submit',
    title: 'Request a data mart',
    description: `Sends the request for a data mart as the calling person. The portal writes the dbt model and its documentation, opens a pull request, and asks the right people for a review.
Use 'preview' first: it tells what is missing. An open request of the same person with the same spec is answered instead of made twice.`,
    attributes: { readOnly: false, destructive: false, idempotent: true },
    schema: {
      input: zod =>
        zod.object({
          draftId: zod
            .string()
            .optional()
            .describe(
              'ULID of the draft that is sent; the same one again answers the same request. Left out, a new one is made.',
            ),
          spec: martSpecInput(zod),
        }),
      output: zod =>
        zod.object({
          requestId: zod.string().describe('ULID of the request'),
          number: zod.number().describe('Its number for people'),
          url: zod.string().describe('Its page in the portal'),
        }),
    },
    action: async ({ input, credentials }) => {
      if (input.draftId !== undefined && !isValid(input.draftId)) {
        throw new InputError(
          `draftId '${input.draftId}' is not a ULID (26 characters); leave it out to have one made.`,
        );
      }
      const spec = parseMartSpec(input.spec);
      const draftId = input.draftId ?? ulid();
      const request = await audited(
        auditor,
        {
          eventId: 'request-submit',
          meta: {
            queryType: 'action',
            draftId,
            target: spec.target,
            name: spec.name,
          },
        },
        async () =>
          requests.submit(
            { draftId, spec },
            await callers.resolve(credentials),
          ),
        submitted => ({ requestId: submitted.id, state: submitted.state }),
      );
      return {
        output: {
          requestId: request.id,
          number: request.number,
          url: requestUrl(request.id),
        },
      };
    },
  });
}
