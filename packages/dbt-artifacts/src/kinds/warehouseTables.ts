import { Fields } from '../fields/Fields';
import { relationOf } from '../manifest/describe';
import type { RecordScope } from '../reasons/ReasonLedger';
import type { TableRecord, WarehouseColumn } from '../records/TableRecord';
import type { ArtifactKind, Item, RecordReader } from './ArtifactKind';

class WarehouseTablesReader implements RecordReader {
  readonly version = undefined;
  readonly metadata = {};
  readonly #seen = new Set<string>();

  read(item: Item, scope: RecordScope): readonly TableRecord[] {
    const fields = Fields.of(item.value, scope);
    const relation = relationOf({
      database: fields?.text('project', 'database'),
      schema: fields?.text('dataset', 'schema'),
      identifier: fields?.text('table'),
    });
    if (!fields || !relation) {
      scope.refuse('missing-field', 'table');
      return [];
    }
    scope.at = [relation.database, relation.schema, relation.identifier]
      .filter(part => part !== undefined)
      .join('.');
    if (this.#seen.has(scope.at)) {
      scope.refuse('duplicate-record');
      return [];
    }
    this.#seen.add(scope.at);
    return [
      {
        record: 'table',
        relation,
        type: fields.text('type'),
        owner: fields.oneOrMore('owners')[0],
        comment: fields.text('description', 'friendly_name'),
        columns: readColumns(fields),
        statistics: {},
      },
    ];
  }
}

// As objects, or short as `[name, type, comment, mode]`
function readColumns(fields: Fields): readonly WarehouseColumn[] {
  return fields.list('columns').flatMap((column, index) => {
    if (Array.isArray(column)) {
      const [name, type, comment] = column.map(part =>
        typeof part === 'string' && part !== '' ? part : undefined,
      );
      return name ? [{ name, type, comment, position: index + 1 }] : [];
    }
    const described = fields.inside('columns', column);
    const name = described?.text('name');
    return name
      ? [
          {
            name,
            type: described?.text('type', 'data_type'),
            comment: described?.text('description', 'comment'),
            position: index + 1,
          },
        ]
      : [];
  });
}

/**
 * A list of tables with their columns, as a warehouse's metadata is dumped:
 * `table` with `dataset` or `schema`, and `project` or `database`.
 */
export const WAREHOUSE_TABLES: ArtifactKind = {
  kind: 'warehouse-tables',
  layouts: ['array', 'lines'],
  recognises: ({ keys }) =>
    keys.includes('table') &&
    keys.includes('columns') &&
    (keys.includes('dataset') || keys.includes('schema')),
  createReader: () => new WarehouseTablesReader(),
};
