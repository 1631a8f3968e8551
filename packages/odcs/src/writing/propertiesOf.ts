import type { Tier } from '@suido/vocabulary';
import type {
  ContractColumn,
  ContractDataset,
} from '../datasets/ContractDataset';
import { EXTENSION_PROPERTY } from '../reading/readProperties';
import { rulesOf } from './rulesOf';

/** A property of the standard. */
export interface WrittenProperty {
  readonly name: string;
  readonly logicalType?: string;
  readonly physicalType?: string;
  readonly required?: boolean;
  readonly primaryKey?: boolean;
  readonly primaryKeyPosition?: number;
  readonly partitioned?: boolean;
  readonly partitionKeyPosition?: number;
  readonly classification?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly quality?: ReturnType<typeof rulesOf>;
  readonly customProperties?: readonly { property: string; value: unknown }[];
  readonly properties?: readonly WrittenProperty[];
}

const CLASSIFICATIONS: Readonly<Record<Tier, string>> = {
  1: 'public',
  2: 'internal',
  3: 'confidential',
  4: 'restricted',
};

/** Columns as properties; `address.city` inside of `address` where there is one. */
export function propertiesOf(
  dataset: ContractDataset,
): readonly WrittenProperty[] | undefined {
  const columns = dataset.columns ?? [];
  const names = new Set(columns.map(({ name }) => name));
  const inside = new Map<string, ContractColumn[]>();
  for (const column of columns) {
    const parent = parentOf(column.name, names);
    inside.set(parent, [...(inside.get(parent) ?? []), column]);
  }
  const write = (parent: string): WrittenProperty[] | undefined =>
    inside
      .get(parent)
      ?.map(column =>
        propertyOf(column, { dataset, parent, properties: write(column.name) }),
      );
  return write('');
}

/** The nearest column that a field is in; empty for one that is in none. */
function parentOf(name: string, names: ReadonlySet<string>): string {
  for (let end = name.lastIndexOf('.'); end > 0; ) {
    const parent = name.slice(0, end);
    if (names.has(parent)) {
      return parent;
    }
    end = parent.lastIndexOf('.');
  }
  return '';
}

function propertyOf(
  column: ContractColumn,
  context: {
    dataset: ContractDataset;
    parent: string;
    properties: WrittenProperty[] | undefined;
  },
): WrittenProperty {
  const { dataset, parent, properties } = context;
  const { name, type, isNullable, definition, tier } = column;
  const primaryKey = positionIn(dataset.primaryKey, name);
  const partition = positionIn(dataset.partitioning?.columns, name);
  const tests = (dataset.tests ?? []).filter(
    ({ columns }) => columns?.length === 1 && columns[0] === name,
  );
  return {
    name: parent === '' ? name : name.slice(parent.length + 1),
    logicalType: properties && type ? 'object' : undefined,
    physicalType: type,
    required: isNullable === undefined ? undefined : !isNullable,
    primaryKey: primaryKey === undefined ? undefined : true,
    primaryKeyPosition: primaryKey,
    partitioned: partition === undefined ? undefined : true,
    partitionKeyPosition: partition,
    classification: tier && CLASSIFICATIONS[tier],
    description: definition?.en ?? definition?.ja,
    tags: column.tags,
    quality: rulesOf(tests),
    customProperties:
      definition?.en !== undefined && definition.ja !== undefined
        ? [
            {
              property: EXTENSION_PROPERTY,
              value: { descriptionJa: definition.ja },
            },
          ]
        : undefined,
    properties,
  };
}

function positionIn(
  columns: readonly string[] | undefined,
  name: string,
): number | undefined {
  const index = columns?.indexOf(name) ?? -1;
  return index < 0 ? undefined : index + 1;
}
