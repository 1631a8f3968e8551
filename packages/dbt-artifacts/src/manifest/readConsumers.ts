import type { Fields } from '../fields/Fields';
import type {
  ExposureRecord,
  GroupRecord,
  MetricRecord,
  SavedQueryRecord,
  SemanticElement,
  SemanticModelRecord,
} from '../records/consumerRecords';
import { describe, metaOf, ownerOf, relationOf } from './describe';

interface Identity {
  readonly uniqueId: string;
  readonly name: string;
}

/** An exposure of any version. */
export function readExposure(
  fields: Fields,
  identity: Identity,
): ExposureRecord {
  return {
    record: 'exposure',
    ...identity,
    ...describe(fields),
    label: fields.text('label'),
    type: fields.text('type'),
    url: fields.address('url'),
    maturity: fields.text('maturity'),
    owner: ownerOf(fields),
  };
}

/** A semantic model (manifest v10 and later). */
export function readSemanticModel(
  fields: Fields,
  identity: Identity,
): SemanticModelRecord {
  const relation = fields.optionalObject('node_relation');
  return {
    record: 'semantic-model',
    ...identity,
    ...describe(fields),
    label: fields.text('label'),
    group: groupOf(fields),
    relation:
      relation &&
      relationOf({
        database: relation.text('database'),
        schema: relation.text('schema_name'),
        identifier: relation.text('alias'),
        quoted: relation.text('relation_name'),
      }),
    entities: elementsOf(fields, 'entities'),
    measures: elementsOf(fields, 'measures'),
    dimensions: elementsOf(fields, 'dimensions'),
  };
}

function elementsOf(fields: Fields, name: string): readonly SemanticElement[] {
  return fields.objects(name).flatMap(({ fields: element }) => {
    const elementName = element.text('name');
    return elementName
      ? [
          {
            name: elementName,
            type: element.text('type'),
            aggregation: element.text('agg'),
            expression: element.text('expr'),
            label: element.text('label'),
            description: element.text('description'),
          },
        ]
      : [];
  });
}

/**
 * A metric: over a model up to manifest v9 (`expression`, before that `sql`),
 * over measures since v10 (`type_params`).
 */
export function readMetric(fields: Fields, identity: Identity): MetricRecord {
  const parameters = fields.optionalObject('type_params');
  return {
    record: 'metric',
    ...identity,
    ...describe(fields),
    label: fields.text('label'),
    type: fields.text('type', 'calculation_method'),
    expression: fields.text('expression', 'sql') ?? parameters?.text('expr'),
    timestamp: fields.text('timestamp'),
    dimensions: fields.texts('dimensions'),
    group: groupOf(fields),
  };
}

/** A saved query (manifest v11 and later). */
export function readSavedQuery(
  fields: Fields,
  identity: Identity,
): SavedQueryRecord {
  const query = fields.optionalObject('query_params');
  return {
    record: 'saved-query',
    ...identity,
    ...describe(fields),
    label: fields.text('label'),
    group: groupOf(fields),
    metrics: query?.oneOrMore('metrics') ?? [],
    groupBy: query?.oneOrMore('group_by') ?? [],
  };
}

/** A group (manifest v9 and later). */
export function readGroup(fields: Fields, identity: Identity): GroupRecord {
  return {
    record: 'group',
    ...identity,
    package: fields.text('package_name'),
    description: fields.text('description'),
    owner: ownerOf(fields),
    meta: metaOf(fields),
    filePath: fields.text('original_file_path', 'path'),
  };
}

function groupOf(fields: Fields): string | undefined {
  return fields.text('group') ?? fields.optionalObject('config')?.text('group');
}
