import type { AuditorService } from '@backstage/backend-plugin-api';
import { type Caller, audited } from '@suido/backend-kit';
import type { RequestEffect } from '@suido/backstage-plugin-data-requests-common';
import { MASKED_FROM_TIER } from '@suido/vocabulary';
import type { Request } from 'express';
import type { AuthorizedRequestService } from '../services/AuthorizedRequestService';

/**
 * What differs between two commits. Where it shows rows computed on
 * confidential data (masked before they left their source), the audit log gets
 * an event of it.
 */
export async function effectWithAudit(
  id: string,
  range: { from: string; to: string },
  options: {
    requests: AuthorizedRequestService;
    auditor: AuditorService;
    request: Request;
    caller: Caller;
    signal: AbortSignal;
  },
): Promise<RequestEffect> {
  const { requests, auditor, request, caller, signal } = options;
  const { effect, tier } = await requests.effect(id, range, { caller, signal });
  return tier >= MASKED_FROM_TIER && effect.rows.status === 'available'
    ? audited(
        auditor,
        {
          eventId: 'sample-read',
          request,
          meta: { queryType: 'effect', requestId: id, tier, ...range },
        },
        async () => effect,
      )
    : effect;
}
