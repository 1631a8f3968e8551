import { audited } from '@suido/backend-kit';
import type { Handlers, RouteContext } from './RouteContext';

/** Drafts of the caller. */
export function draftRoutes({
  auditor,
  callers,
  drafts,
}: RouteContext): Pick<
  Handlers,
  'listDrafts' | 'getDraft' | 'saveDraft' | 'deleteDraft' | 'useInstead'
> {
  return {
    async listDrafts(_input, { credentials }) {
      return { items: await drafts.list(await callers.resolve(credentials)) };
    },

    async getDraft({ params }, { credentials }) {
      return drafts.get(params.id, await callers.resolve(credentials));
    },

    async saveDraft({ params, body }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'draft-mutate',
          request,
          severityLevel: 'low',
          meta: { queryType: 'save', draftId: params.id },
        },
        async () =>
          drafts.save(params.id, body, await callers.resolve(credentials)),
        draft => ({ revision: draft.revision }),
      );
    },

    async deleteDraft({ params }, { credentials, request }) {
      await audited(
        auditor,
        {
          eventId: 'draft-mutate',
          request,
          severityLevel: 'low',
          meta: { queryType: 'delete', draftId: params.id },
        },
        async () =>
          drafts.delete(params.id, await callers.resolve(credentials)),
      );
    },

    async useInstead({ params, body: { subject } }, { credentials, request }) {
      await audited(
        auditor,
        {
          eventId: 'draft-mutate',
          request,
          severityLevel: 'low',
          meta: { queryType: 'use-instead', draftId: params.id, subject },
        },
        async () =>
          drafts.useInstead(
            params.id,
            subject,
            await callers.resolve(credentials),
          ),
      );
    },
  };
}
