import { listOf, mapOf, textOf, type YamlMap } from './yamlValue';

/**
 * A contract of v2.2 in the keys of v3, as far as they are read here.
 * Source: docs/changelog.md and the schema of v2.2.2 of the standard.
 */
export function upgradeV2(root: YamlMap): YamlMap {
  return new Map<unknown, unknown>([
    ...root,
    ['domain', root.get('datasetDomain')],
    ['dataProduct', root.get('quantumName')],
    ['team', root.get('stakeholders')],
    ['servers', [serverOf(root)]],
    [
      'slaProperties',
      listOf(root.get('slaProperties')).map(sla =>
        mapOf(sla).has('column')
          ? new Map([...mapOf(sla), ['element', mapOf(sla).get('column')]])
          : sla,
      ),
    ],
    ['schema', listOf(root.get('dataset')).map(each => objectOf(mapOf(each)))],
  ]);
}

/** The platform of then was Google's; others are named by configuration. */
function serverOf(root: YamlMap): YamlMap {
  const isBigQuery = /google|bigquery/i.test(
    `${textOf(root.get('sourcePlatform'))} ${textOf(root.get('driver'))}`,
  );
  return new Map<unknown, unknown>([
    ['server', root.get('server')],
    ['type', isBigQuery ? 'bigquery' : 'custom'],
    ['project', root.get('project') ?? root.get('datasetProject')],
    ['dataset', root.get('datasetName')],
    ['database', root.get('database')],
    ['schema', root.get('datasetName')],
  ]);
}

function objectOf(table: YamlMap): YamlMap {
  return new Map<unknown, unknown>([
    ...table,
    ['name', table.get('table')],
    [
      'properties',
      listOf(table.get('columns')).map(each => propertyOf(mapOf(each))),
    ],
    ['quality', listOf(table.get('quality')).map(each => ruleOf(mapOf(each)))],
  ]);
}

function propertyOf(column: YamlMap): YamlMap {
  const isNullable = column.get('isNullable');
  return new Map<unknown, unknown>([
    ...column,
    ['name', column.get('column')],
    ['primaryKey', column.get('isPrimaryKey')],
    ['required', typeof isNullable === 'boolean' ? !isNullable : undefined],
    ['partitioned', column.get('partitionStatus')],
  ]);
}

function ruleOf(rule: YamlMap): YamlMap {
  return new Map<unknown, unknown>([
    ...rule,
    ['name', rule.get('templateName') ?? rule.get('code')],
  ]);
}
