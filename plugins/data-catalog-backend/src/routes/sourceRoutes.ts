import { audited } from '@suido/backend-kit';
import type { Handlers, RouteContext } from './RouteContext';

/** Where metadata comes from. */
export function sourceRoutes({
  auditor,
  callers,
  sources,
}: RouteContext): Pick<
  Handlers,
  'listSources' | 'listSourceRuns' | 'refreshSource' | 'releaseRun'
> {
  return {
    async listSources(_input, { credentials }) {
      return { items: await sources.list(await callers.resolve(credentials)) };
    },

    async listSourceRuns({ params, query }, { credentials }) {
      const caller = await callers.resolve(credentials);
      return sources.listRuns(params.source, query, caller);
    },

    async refreshSource({ params }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'source-manage',
          request,
          meta: { queryType: 'refresh', source: params.source },
        },
        async () =>
          sources.refresh(params.source, await callers.resolve(credentials)),
      );
    },

    async releaseRun({ params }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'source-manage',
          request,
          severityLevel: 'high',
          meta: {
            queryType: 'release',
            source: params.source,
            run: params.run,
          },
        },
        async () =>
          sources.release(
            params.source,
            params.run,
            await callers.resolve(credentials),
          ),
      );
    },
  };
}
