import { Fields } from '../fields/Fields';
import type { Outline } from '../json/outline';
import { relationOf } from '../manifest/describe';
import type { RecordScope } from '../reasons/ReasonLedger';
import type { TableRecord, WarehouseColumn } from '../records/TableRecord';
import type { ArtifactKind, Item, RecordReader } from './ArtifactKind';

class OdcsReader implements RecordReader {
  readonly metadata = {};
  readonly version: string | undefined;

  constructor(outline: Outline) {
    this.version = outline.texts.get('apiVersion');
  }

  /** The tables of the contract: `schema` in v3, `dataset` in v2. */
  *items({ value }: Item): Iterable<Item> {
    if (typeof value !== 'object' || value === null) {
      return;
    }
    const entries = new Map<string, unknown>(Object.entries(value));
    const section = entries.has('schema') ? 'schema' : 'dataset';
    const tables = entries.get(section);
    for (const [index, table] of (Array.isArray(tables)
      ? tables
      : []
    ).entries()) {
      yield { section, key: undefined, index, value: table };
    }
  }

  read(item: Item, scope: RecordScope): readonly TableRecord[] {
    const fields = Fields.of(item.value, scope);
    const name = fields?.text('name', 'table');
    const identifier = fields?.text('physicalName') ?? name;
    const relation = relationOf({ identifier });
    if (!fields || !name || !relation) {
      scope.refuse('missing-field', 'name');
      return [];
    }
    scope.at = name;
    return [
      {
        record: 'table',
        relation,
        type: fields.text('physicalType'),
        comment: fields.text('description'),
        columns: readColumns(fields),
        statistics: {},
      },
    ];
  }
}

function readColumns(fields: Fields): readonly WarehouseColumn[] {
  const list = fields.has('properties') ? 'properties' : 'columns';
  return fields.objects(list).flatMap(({ fields: column }, index) => {
    const name = column.text('name', 'column');
    return name
      ? [
          {
            name,
            type: column.text('physicalType', 'logicalType'),
            comment: column.text('description'),
            position: index + 1,
          },
        ]
      : [];
  });
}

/** A data contract of the Open Data Contract Standard, v2 or v3. */
export const ODCS: ArtifactKind = {
  kind: 'odcs',
  layouts: ['yaml', 'document'],
  recognises: ({ texts }) => texts.get('kind') === 'DataContract',
  createReader: outline => new OdcsReader(outline),
};
