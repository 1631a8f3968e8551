import type { AuditorService } from '@backstage/backend-plugin-api';
import { audited } from '@suido/backend-kit';
import { MASKED_FROM_TIER, type Tier } from '@suido/vocabulary';
import type { Request } from 'express';

/** What is read of which dataset. */
export interface DatasetRead {
  readonly queryType: 'dataset' | 'columns' | 'changes';
  readonly dataset: string;
  readonly tier: Tier;
}

/** Writes down that somebody read of a confidential dataset. */
export async function auditRead(
  auditor: AuditorService,
  request: Request,
  read: DatasetRead,
): Promise<void> {
  if (read.tier >= MASKED_FROM_TIER) {
    await audited(
      auditor,
      {
        eventId: 'dataset-read',
        severityLevel: 'low',
        request,
        meta: { ...read },
      },
      async () => {},
    );
  }
}
