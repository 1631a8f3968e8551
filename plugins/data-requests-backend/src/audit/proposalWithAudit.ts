import type { AuditorService } from '@backstage/backend-plugin-api';
import { type Caller, audited } from '@suido/backend-kit';
import type { RequestSpec } from '@suido/backstage-plugin-data-requests-common';
import { MASKED_FROM_TIER } from '@suido/vocabulary';
import type { Request } from 'express';
import type { UnitTestProposal } from '../evaluation/RequestEvaluator';
import type { AuthorizedPreviewService } from '../services/AuthorizedPreviewService';

/**
 * Example rows for a mart. Where they come from datasets that hold
 * confidential data, the audit log gets an event of it, as of a preview.
 */
export async function proposalWithAudit(
  spec: RequestSpec,
  caller: Caller,
  options: {
    previews: AuthorizedPreviewService;
    auditor: AuditorService;
    request?: Request;
    signal?: AbortSignal;
  },
): Promise<UnitTestProposal> {
  const { previews, auditor, request, signal } = options;
  const { proposal, lowestTier } = await previews.proposeUnitTest(
    spec,
    caller,
    signal,
  );
  const showsRows =
    lowestTier >= MASKED_FROM_TIER && proposal.status === 'available';
  return showsRows
    ? audited(
        auditor,
        {
          eventId: 'sample-read',
          request,
          severityLevel: 'low',
          meta: {
            queryType: 'unit-test',
            target: spec.target,
            datasets: spec.sources.map(source => source.dataset),
            tier: lowestTier,
          },
        },
        async () => proposal,
      )
    : proposal;
}
