import { audited } from '../audit/audited';
import type { Handlers, RouteContext } from './RouteContext';

/** What authors do with their requests. */
export function authoringRoutes({
  auditor,
  callers,
  requests,
}: RouteContext): Pick<Handlers, 'submit' | 'update' | 'withdraw' | 'retry'> {
  return {
    async submit({ body }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'request-submit',
          request,
          meta: {
            draftId: body.draftId,
            target: body.spec.target,
            name: body.spec.name,
          },
        },
        async () => requests.submit(body, await callers.resolve(credentials)),
        submitted => ({ requestId: submitted.id, state: submitted.state }),
      );
    },

    async update({ params, body }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'request-update',
          request,
          meta: { requestId: params.id, headSha: body.headSha },
        },
        async () =>
          requests.update(params.id, body, await callers.resolve(credentials)),
        updated => ({ revision: updated.revision, tier: updated.tier }),
      );
    },

    async withdraw({ params }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'request-withdraw',
          request,
          meta: { requestId: params.id },
        },
        async () =>
          requests.withdraw(params.id, await callers.resolve(credentials)),
      );
    },

    async retry({ params }, { credentials, request }) {
      return audited(
        auditor,
        { eventId: 'request-retry', request, meta: { requestId: params.id } },
        async () =>
          requests.retry(params.id, await callers.resolve(credentials)),
      );
    },
  };
}
