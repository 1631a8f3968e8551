import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CallerResolver } from '@suido/backend-kit';
import type { AuthorizedPreviewService } from '../services/AuthorizedPreviewService';
import type { AuthorizedRequestService } from '../services/AuthorizedRequestService';
import { registerPreviewAction } from './previewAction';
import { registerStatusAction } from './statusAction';
import { registerSubmitAction } from './submitAction';

/** Registers what agents, Templates and the command line may do. */
export function registerActions(
  actionsRegistry: ActionsRegistryService,
  options: {
    requests: AuthorizedRequestService;
    previews: AuthorizedPreviewService;
    callers: CallerResolver;
    auditor: AuditorService;
    appBaseUrl: string;
  },
): void {
  const { requests, previews, callers, auditor, appBaseUrl } = options;
  const requestUrl = (id: string) =>
    `${appBaseUrl}/data-requests/requests/${id}`;
  registerSubmitAction(actionsRegistry, {
    requests,
    callers,
    requestUrl,
    auditor,
  });
  registerStatusAction(actionsRegistry, { requests, callers, requestUrl });
  registerPreviewAction(actionsRegistry, { previews, callers, auditor });
}
