import type {
  ColumnRecord,
  DashboardRecord,
  DatasetRecord,
  SavedQueryRecord,
  SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { AuthoredText } from '@suido/vocabulary';
import type { TextMask } from './TextMask';

/**
 * A record without what must not be stored. Identities stay: a dataset is
 * called what it is called.
 * @returns the same object where there was nothing to mask
 */
export function maskRecord(
  record: SnapshotRecord,
  mask: TextMask,
): SnapshotRecord {
  switch (record.kind) {
    case 'dataset':
      return maskDataset(record, mask);
    case 'saved-query':
    case 'dashboard':
      return maskAsset(record, mask);
    default:
      return record;
  }
}

function maskDataset(record: DatasetRecord, mask: TextMask): DatasetRecord {
  const definition = maskAuthored(record.definition, mask);
  const purpose = record.purpose && mask.prose(record.purpose);
  const viewSql = record.viewSql && mask.code(record.viewSql);
  const columns = maskColumns(record.columns, mask);
  return definition === record.definition &&
    purpose === record.purpose &&
    viewSql === record.viewSql &&
    columns === record.columns
    ? record
    : { ...record, definition, purpose, viewSql, columns };
}

function maskColumns(
  columns: ColumnRecord[] | undefined,
  mask: TextMask,
): ColumnRecord[] | undefined {
  let masked: ColumnRecord[] | undefined;
  columns?.forEach((column, index) => {
    const definition = maskAuthored(column.definition, mask);
    if (definition !== column.definition) {
      masked ??= [...columns];
      masked[index] = { ...column, definition };
    }
  });
  return masked ?? columns;
}

function maskAsset<T extends SavedQueryRecord | DashboardRecord>(
  record: T,
  mask: TextMask,
): T {
  const title = mask.prose(record.title);
  const description = record.description && mask.prose(record.description);
  const url = record.url && mask.code(record.url);
  const sql =
    record.kind === 'saved-query' && record.sql
      ? mask.code(record.sql)
      : undefined;
  const isSame =
    title === record.title &&
    description === record.description &&
    url === record.url &&
    (record.kind !== 'saved-query' || sql === record.sql);
  return isSame
    ? record
    : {
        ...record,
        title,
        description,
        url,
        ...(sql !== undefined && { sql }),
      };
}

function maskAuthored(
  text: AuthoredText | undefined,
  mask: TextMask,
): AuthoredText | undefined {
  if (!text) {
    return text;
  }
  const en = text.en && mask.prose(text.en);
  const ja = text.ja && mask.prose(text.ja);
  return en === text.en && ja === text.ja
    ? text
    : { ...(en && { en }), ...(ja && { ja }) };
}
