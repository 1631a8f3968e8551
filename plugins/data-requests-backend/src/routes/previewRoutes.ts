import { previewWithAudit } from '../audit/previewWithAudit';
import { proposalWithAudit } from '../audit/proposalWithAudit';
import { callerSignal } from './callerSignal';
import type { Handlers, RouteContext } from './RouteContext';

/** What a form reads: targets, datasets, the preview, example rows. */
export function previewRoutes({
  auditor,
  callers,
  previews,
}: RouteContext): Pick<
  Handlers,
  'listTargets' | 'listDatasets' | 'preview' | 'proposeUnitTest'
> {
  return {
    async listTargets(_input, { credentials }) {
      const caller = await callers.resolve(credentials);
      return { items: await previews.listTargets(caller) };
    },

    async listDatasets({ params }, { credentials }) {
      const caller = await callers.resolve(credentials);
      return { items: await previews.listDatasets(params.target, caller) };
    },

    async preview({ body }, { credentials, request }) {
      const caller = await callers.resolve(credentials);
      return previewWithAudit(body.spec, caller, {
        previews,
        auditor,
        request,
        revises: body.revises,
        signal: callerSignal(request),
      });
    },

    async proposeUnitTest({ body }, { credentials, request }) {
      const caller = await callers.resolve(credentials);
      return proposalWithAudit(body.spec, caller, {
        previews,
        auditor,
        request,
        signal: callerSignal(request),
      });
    },
  };
}
