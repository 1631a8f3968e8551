import type { AuditorService } from '@backstage/backend-plugin-api';
import type { CallerResolver } from '@suido/backend-kit';
import type { dataRequestsContract } from '@suido/backstage-plugin-data-requests-common';
import type { ContractHandlers } from '@suido/http-contract-node';
import type { AuthorizedDraftService } from '../services/AuthorizedDraftService';
import type { AuthorizedDuplicateService } from '../services/AuthorizedDuplicateService';
import type { AuthorizedPreviewService } from '../services/AuthorizedPreviewService';
import type { AuthorizedRequestService } from '../services/AuthorizedRequestService';

/** The handlers of the contract. */
export type Handlers = ContractHandlers<typeof dataRequestsContract>;

/** What routes call: services behind permissions, and the audit log. */
export interface RouteContext {
  readonly callers: CallerResolver;
  readonly requests: AuthorizedRequestService;
  readonly drafts: AuthorizedDraftService;
  readonly duplicates: AuthorizedDuplicateService;
  readonly previews: AuthorizedPreviewService;
  readonly auditor: AuditorService;
}
