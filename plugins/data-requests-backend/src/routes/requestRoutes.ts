import { audited } from '@suido/backend-kit';
import { MASKED_FROM_TIER } from '@suido/vocabulary';
import { effectWithAudit } from '../audit/effectWithAudit';
import { callerSignal } from './callerSignal';
import type { Handlers, RouteContext } from './RouteContext';

/** What is read of requests. */
export function requestRoutes({
  auditor,
  callers,
  requests,
}: RouteContext): Pick<
  Handlers,
  | 'listRequests'
  | 'getRequest'
  | 'getChanges'
  | 'listCommits'
  | 'compareFiles'
  | 'getEffect'
  | 'getSample'
  | 'getTimeline'
> {
  return {
    async listRequests({ query }, { credentials }) {
      return requests.list(query, await callers.resolve(credentials));
    },

    async getRequest({ params }, { credentials }) {
      return requests.get(params.id, await callers.resolve(credentials));
    },

    async getChanges({ params }, { credentials }) {
      return requests.changes(params.id, await callers.resolve(credentials));
    },

    async listCommits({ params }, { credentials }) {
      const caller = await callers.resolve(credentials);
      return { items: await requests.commits(params.id, caller) };
    },

    async compareFiles({ params, query }, { credentials }) {
      const caller = await callers.resolve(credentials);
      return { items: await requests.compareFiles(params.id, query, caller) };
    },

    async getEffect({ params, query }, { credentials, request }) {
      return effectWithAudit(params.id, query, {
        requests,
        auditor,
        request,
        caller: await callers.resolve(credentials),
        signal: callerSignal(request),
      });
    },

    async getSample({ params }, { credentials, request }) {
      const caller = await callers.resolve(credentials);
      const { tier } = await requests.get(params.id, caller);
      const read = () => requests.sample(params.id, caller);
      return tier < MASKED_FROM_TIER
        ? read()
        : audited(
            auditor,
            {
              eventId: 'sample-read',
              request,
              meta: { queryType: 'request', requestId: params.id, tier },
            },
            read,
          );
    },

    async getTimeline({ params }, { credentials }) {
      const caller = await callers.resolve(credentials);
      return { items: await requests.timeline(params.id, caller) };
    },
  };
}
