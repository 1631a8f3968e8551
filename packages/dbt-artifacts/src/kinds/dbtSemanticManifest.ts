import type { SectionPlan } from '../json/JsonSlicer';
import type { RecordScope } from '../reasons/ReasonLedger';
import type { ArtifactRecord } from '../records/ArtifactRecord';
import { Fields } from '../fields/Fields';
import type { ArtifactKind, Item } from './ArtifactKind';

const SECTIONS: ReadonlySet<string> = new Set([
  'semantic_models',
  'metrics',
  'saved_queries',
]);

/** `semantic_manifest.json`: the manifest beside it holds the same and more. */
export const DBT_SEMANTIC_MANIFEST: ArtifactKind = {
  kind: 'dbt-semantic-manifest',
  layouts: ['sections'],
  recognises: ({ keys }) =>
    keys.includes('project_configuration') &&
    keys.some(key => SECTIONS.has(key)),
  createReader: () => ({
    version: undefined,
    metadata: {},
    plan: (section): SectionPlan =>
      SECTIONS.has(section) ? 'records' : 'skip',
    read(item: Item, scope: RecordScope): readonly ArtifactRecord[] {
      if (Fields.of(item.value, scope)) {
        scope.leaveOut('also-in-manifest');
      }
      return [];
    },
  }),
};
