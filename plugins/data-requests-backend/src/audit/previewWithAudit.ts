import type { AuditorService } from '@backstage/backend-plugin-api';
import { type Caller, audited } from '@suido/backend-kit';
import type {
  Preview,
  RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { MASKED_FROM_TIER } from '@suido/vocabulary';
import type { Request } from 'express';
import type { AuthorizedPreviewService } from '../services/AuthorizedPreviewService';

/**
 * A preview. Where it shows rows computed on confidential data (masked before
 * they left their source), the audit log gets an event of it.
 */
export async function previewWithAudit(
  spec: RequestSpec,
  caller: Caller,
  options: {
    previews: AuthorizedPreviewService;
    auditor: AuditorService;
    request?: Request;
    signal?: AbortSignal;
    revises?: string;
  },
): Promise<Preview> {
  const { previews, auditor, request, signal, revises } = options;
  const preview = await previews.preview(spec, caller, { signal, revises });
  const showsSensitiveRows =
    preview.lowestTier >= MASKED_FROM_TIER &&
    preview.sample.status === 'available';
  return showsSensitiveRows
    ? audited(
        auditor,
        {
          eventId: 'sample-read',
          request,
          severityLevel: 'low',
          meta: {
            queryType: 'preview',
            target: spec.target,
            datasets: spec.sources.map(source => source.dataset),
            tier: preview.lowestTier,
          },
        },
        async () => preview,
      )
    : preview;
}
