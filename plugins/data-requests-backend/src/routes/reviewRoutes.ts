import { audited } from '@suido/backend-kit';
import type { NewComment } from '@suido/backstage-plugin-data-requests-common';
import type { Handlers, RouteContext } from './RouteContext';

/** What reviewers do with requests. */
export function reviewRoutes({
  auditor,
  callers,
  requests,
}: RouteContext): Pick<Handlers, 'comment' | 'review' | 'merge'> {
  return {
    async comment({ params, body }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'request-comment',
          request,
          meta: { queryType: kindOf(body), requestId: params.id },
        },
        async () =>
          requests.comment(params.id, body, await callers.resolve(credentials)),
      );
    },

    async review({ params, body }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'request-review',
          request,
          meta: {
            queryType: body.verdict,
            requestId: params.id,
            headSha: body.headSha,
          },
        },
        async () =>
          requests.review(params.id, body, await callers.resolve(credentials)),
        reviewed => ({ state: reviewed.state }),
      );
    },

    async merge({ params, body }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'request-merge',
          request,
          severityLevel: 'high',
          meta: { requestId: params.id, headSha: body.headSha },
        },
        async () =>
          requests.merge(params.id, body, await callers.resolve(credentials)),
        merged => ({ mergeSha: merged.proposal?.mergeSha ?? '' }),
      );
    },
  };
}

function kindOf({
  suggestion,
  inReplyTo,
}: NewComment): 'suggestion' | 'answer' | 'comment' {
  if (suggestion !== undefined) {
    return 'suggestion';
  }
  return inReplyTo === undefined ? 'comment' : 'answer';
}
