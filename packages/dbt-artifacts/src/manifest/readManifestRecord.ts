import { Fields } from '../fields/Fields';
import type { Item, ReadingWishes } from '../kinds/ArtifactKind';
import type { RecordScope } from '../reasons/ReasonLedger';
import type { ArtifactRecord } from '../records/ArtifactRecord';
import {
  readExposure,
  readGroup,
  readMetric,
  readSavedQuery,
  readSemanticModel,
} from './readConsumers';
import { readDataset } from './readDataset';
import { readCompiledSql, readStatement } from './readStatement';
import { readTest, readUnitTest } from './readTest';

interface Identity {
  readonly uniqueId: string;
  readonly name: string;
}
type Read = (fields: Fields, identity: Identity) => ArtifactRecord;

const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['model', (fields, id) => readDataset(fields, 'model', id)],
  ['seed', (fields, id) => readDataset(fields, 'seed', id)],
  ['snapshot', (fields, id) => readDataset(fields, 'snapshot', id)],
  ['source', (fields, id) => readDataset(fields, 'source', id)],
  ['test', readTest],
  ['unit_test', readUnitTest],
  ['exposure', readExposure],
  ['semantic_model', readSemanticModel],
  ['metric', readMetric],
  ['saved_query', readSavedQuery],
  ['group', readGroup],
  ['analysis', (fields, id) => readStatement(fields, 'analysis', id)],
  ['operation', (fields, id) => readStatement(fields, 'operation', id)],
  ['sql_operation', (fields, id) => readStatement(fields, 'operation', id)],
  ['sql', (fields, id) => readStatement(fields, 'operation', id)],
  ['rpc', (fields, id) => readStatement(fields, 'operation', id)],
  ['function', (fields, id) => readStatement(fields, 'function', id)],
]);

/**
 * Reads one record of a manifest, and its compiled SQL where that is wished
 * for. Says to `scope` why it is refused.
 */
export function readManifestRecord(
  item: Item,
  scope: RecordScope,
  wishes: ReadingWishes,
): readonly ArtifactRecord[] {
  const fields = Fields.of(item.value, scope);
  if (!fields) {
    return [];
  }
  const uniqueId = uniqueIdOf(fields, item, scope);
  if (uniqueId === undefined) {
    scope.refuse('missing-field', 'unique_id');
    return [];
  }
  scope.at = uniqueId;
  // Ids are `<type>.<package>.<name>`; old files leave the type to them
  const [idType] = uniqueId.split('.', 1);
  const type = fields.text('resource_type') ?? idType;
  const read = READERS.get(type);
  if (!read) {
    scope.refuse('unknown-resource-type', `resource_type: ${type}`);
    return [];
  }
  const name = fields.text('name');
  if (name === undefined) {
    scope.refuse('missing-field', 'name');
    return [];
  }
  const record = read(fields, { uniqueId, name });
  const sql = wishes.compiledSql
    ? readCompiledSql(fields, uniqueId)
    : undefined;
  return sql ? [record, sql] : [record];
}

function uniqueIdOf(
  fields: Fields,
  item: Item,
  scope: RecordScope,
): string | undefined {
  const uniqueId = fields.text('unique_id');
  if (uniqueId === undefined && item.key?.includes('.')) {
    scope.repair('id-from-key', 'unique_id');
    return item.key;
  }
  return uniqueId;
}
