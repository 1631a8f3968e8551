import { datasetKey, type DatasetId } from '@suido/vocabulary';
import type { DbtProjectOptions } from '../types';
import { hasJinja, literalOf, type YamlMap } from '../yaml/yamlValue';

/** How names of relations are made in this project. */
export interface RelationRules {
  readonly options: DbtProjectOptions;
  /**
   * True where the project has a `generate_schema_name` macro of its own. Which
   * one cannot be run here; nearly all take the custom schema as it is.
   */
  readonly customSchemaAsIs: boolean;
}

/** Identity of a dataset in the warehouse. */
export interface Relation {
  readonly id: DatasetId;
  readonly key: string;
  readonly problems: readonly string[];
}

/**
 * The relation of a model, seed or snapshot.
 *
 * Source: dbt docs, "Custom schemas": `<target schema>_<custom schema>`.
 */
export function modelRelation(
  name: string,
  config: YamlMap,
  { options, customSchemaAsIs }: RelationRules,
): Relation {
  const custom =
    literalOf(config.get('schema')) ?? literalOf(config.get('target_schema'));
  const isLegacySnapshot =
    !config.get('schema') && config.get('target_schema') !== undefined;
  let schema = options.schema;
  if (custom) {
    schema =
      customSchemaAsIs || isLegacySnapshot
        ? custom
        : `${options.schema}_${custom}`;
  }
  return relation(
    options.datasetNamespace,
    [
      literalOf(config.get('database')) ?? options.database,
      schema,
      literalOf(config.get('alias')) ?? name,
    ],
    jinjaProblems(config, ['schema', 'database', 'alias']),
  );
}

/** The relation of a table of a source; its schema is the source's name. */
export function sourceRelation(
  sourceName: string,
  name: string,
  source: YamlMap,
  table: YamlMap,
  options: DbtProjectOptions,
): Relation {
  return relation(
    options.datasetNamespace,
    [
      literalOf(source.get('database')) ?? options.database,
      literalOf(source.get('schema')) ?? sourceName,
      literalOf(table.get('identifier')) ?? name,
    ],
    [
      ...jinjaProblems(source, ['schema', 'database']),
      ...jinjaProblems(table, ['identifier']),
    ],
  );
}

function relation(
  namespace: string,
  parts: readonly string[],
  problems: readonly string[],
): Relation {
  const id = { namespace, name: parts.join('.') };
  return { id, key: datasetKey(id), problems };
}

function jinjaProblems(
  config: YamlMap,
  keys: readonly string[],
): readonly string[] {
  return keys
    .filter(key => hasJinja(config.get(key)))
    .map(
      key =>
        `\`${key}\` is computed with Jinja, which is not run here; the default is used`,
    );
}
