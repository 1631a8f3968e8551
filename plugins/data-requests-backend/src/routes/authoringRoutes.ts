import { audited } from '@suido/backend-kit';
import type { Handlers, RouteContext } from './RouteContext';

/** What authors do with their requests. */
export function authoringRoutes({
  auditor,
  callers,
  requests,
}: RouteContext): Pick<
  Handlers,
  'submit' | 'update' | 'applySuggestion' | 'withdraw' | 'retry'
> {
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

    async applySuggestion({ params, body }, { credentials, request }) {
      const { id, comment } = params;
      return audited(
        auditor,
        {
          eventId: 'request-suggestion-apply',
          request,
          meta: { requestId: id, comment, headSha: body.headSha },
        },
        async () =>
          requests.applySuggestion(
            id,
            comment,
            body,
            await callers.resolve(credentials),
          ),
        applied => ({ appliedSha: applied.proposal?.headSha ?? '' }),
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
