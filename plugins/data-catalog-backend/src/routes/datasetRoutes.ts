import { audited } from '@suido/backend-kit';
import { auditRead } from './auditRead';
import type { Handlers, RouteContext } from './RouteContext';

/** What is known of datasets, and what people write of them. */
export function datasetRoutes({
  auditor,
  callers,
  datasets,
}: RouteContext): Pick<
  Handlers,
  | 'getDataset'
  | 'listColumns'
  | 'listDatasetChanges'
  | 'listChanges'
  | 'editDataset'
> {
  return {
    async getDataset({ params }, { credentials, request }) {
      const caller = await callers.resolve(credentials);
      const dataset = await datasets.get(params.key, caller);
      await auditRead(auditor, request, {
        queryType: 'dataset',
        dataset: dataset.key,
        tier: dataset.tier,
      });
      return dataset;
    },

    async listColumns({ params, query }, { credentials, request }) {
      const caller = await callers.resolve(credentials);
      const { key, tier, value } = await datasets.columns(
        params.key,
        query,
        caller,
      );
      await auditRead(auditor, request, {
        queryType: 'columns',
        dataset: key,
        tier,
      });
      return value;
    },

    async listDatasetChanges({ params, query }, { credentials, request }) {
      const caller = await callers.resolve(credentials);
      const { key, tier, value } = await datasets.changesOf(
        params.key,
        query,
        caller,
      );
      await auditRead(auditor, request, {
        queryType: 'changes',
        dataset: key,
        tier,
      });
      return value;
    },

    async listChanges({ query }, { credentials }) {
      return datasets.changes(query, await callers.resolve(credentials));
    },

    async editDataset({ params, body }, { credentials, request }) {
      return audited(
        auditor,
        {
          eventId: 'dataset-edit',
          request,
          meta: {
            dataset: params.key,
            fields: Object.keys(body.edit),
            revision: body.revision,
          },
        },
        async () =>
          datasets.edit(params.key, body, await callers.resolve(credentials)),
        edited => ({ tier: edited.tier, revision: edited.revision }),
      );
    },
  };
}
