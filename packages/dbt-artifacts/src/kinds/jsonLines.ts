import { Fields } from '../fields/Fields';
import type { RecordScope } from '../reasons/ReasonLedger';
import type { ArtifactRecord } from '../records/ArtifactRecord';
import type { ArtifactKind, Item } from './ArtifactKind';

/**
 * JSON Lines whose lines say by `record` or `kind` what they are: a snapshot
 * for the push API. That API reads them; here the well-formed ones are counted.
 */
export const JSON_LINES: ArtifactKind = {
  kind: 'json-lines',
  layouts: ['lines'],
  recognises: ({ texts }) => texts.has('record') || texts.has('kind'),
  createReader: () => ({
    version: undefined,
    metadata: {},
    read(item: Item, scope: RecordScope): readonly ArtifactRecord[] {
      const fields = Fields.of(item.value, scope);
      if (fields && !fields.has('record') && !fields.has('kind')) {
        scope.refuse('missing-field', 'record');
      }
      return [];
    },
  }),
};
