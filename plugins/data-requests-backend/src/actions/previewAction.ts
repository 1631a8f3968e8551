import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CallerResolver } from '@suido/backend-kit';
import { mayBeSent } from '@suido/backstage-plugin-data-requests-common';
import { previewWithAudit } from '../audit/previewWithAudit';
import type { AuthorizedPreviewService } from '../services/AuthorizedPreviewService';
import { martSpecInput, parseMartSpec } from './martSpecInput';

/** `data-requests:preview`: what a spec would become; changes nothing. */
export function registerPreviewAction(
  actionsRegistry: ActionsRegistryService,
  options: {
    previews: AuthorizedPreviewService;
    callers: CallerResolver;
    auditor: AuditorService;
  },
): void {
  const { previews, callers, auditor } = options;
  actionsRegistry.register({
    name: 'preview',
    title: 'Preview a data mart',
    description: `Checks the spec of a data mart and shows what it would become: problems with the field that mends each, the SQL, the files, sample rows, and the reviewers. Changes nothing.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: zod => zod.object({ spec: martSpecInput(zod) }),
      output: zod =>
        zod.object({
          mayBeSent: zod.boolean().describe('Whether submit would accept it'),
          problems: zod
            .array(
              zod.object({
                severity: zod.enum(['error', 'warning']),
                field: zod.string().optional(),
                message: zod.string(),
              }),
            )
            .describe('Failed checks; an error stands against sending'),
          sql: zod.string().optional().describe('Query of the mart'),
          files: zod
            .array(zod.object({ path: zod.string(), action: zod.string() }))
            .describe('Files that the pull request would change'),
          reviewers: zod.array(zod.string()).describe('Who would review it'),
          sampleColumns: zod.array(zod.string()),
          sampleRows: zod
            .array(zod.array(zod.any()))
            .describe('At most 20 rows computed on sample data'),
        }),
    },
    action: async ({ input, credentials }) => {
      const preview = await previewWithAudit(
        parseMartSpec(input.spec),
        await callers.resolve(credentials),
        { previews, auditor },
      );
      const { sample } = preview;
      return {
        output: {
          mayBeSent: mayBeSent(preview.checks) && !!preview.changeSet,
          problems: preview.checks
            .filter(check => check.status === 'failed')
            .map(({ severity, field, message }) => ({
              severity,
              field,
              message: message.en,
            })),
          sql: preview.sql,
          files: (preview.changeSet?.files ?? []).map(({ path, action }) => ({
            path,
            action,
          })),
          reviewers: preview.reviewers.map(
            reviewer => reviewer.entityRef ?? reviewer.handle,
          ),
          sampleColumns:
            sample.status === 'available'
              ? sample.columns.map(column => column.name)
              : [],
          sampleRows:
            sample.status === 'available' ? sample.rows.slice(0, 20) : [],
        },
      };
    },
  });
}
