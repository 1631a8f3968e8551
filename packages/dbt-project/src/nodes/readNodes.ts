import type { DbtNode, DbtProblem } from '../types';
import { findDefinitions } from '../jinja/definitions';
import {
  readModelBlocks,
  readModelSql,
  type ModelSql,
} from '../jinja/readModelSql';
import { baseName, findFolder } from '../project/folders';
import { inheritedConfig, mergeConfig } from '../project/nodeConfig';
import type { ProjectConfig } from '../project/ProjectConfig';
import type { Properties, PropertiesEntry } from '../project/properties';
import { booleanOf, literalOf, mapOf, type YamlMap } from '../yaml/yamlValue';
import { describe, metaOf } from './describe';
import { modelPlace } from './layer';
import { modelRelation, sourceRelation, type RelationRules } from './relation';
import { readCsvHeader } from './seedHeader';

/** All that the readers of nodes need to know of the project. */
export interface NodeContext {
  readonly config: ProjectConfig;
  readonly properties: Properties;
  readonly rules: RelationRules;
  /** Where they say what they could not understand. */
  readonly problems: DbtProblem[];
}

const NO_SQL: ModelSql = { dependsOn: [], config: new Map(), problems: [] };

/** The model of one `.sql` or `.py` file below a model path. */
export function readModel(
  path: string,
  text: string,
  context: NodeContext,
): DbtNode {
  const isPython = path.endsWith('.py');
  const sql = isPython ? NO_SQL : readModelSql(text);
  say(context, path, sql.problems);
  if (isPython) {
    say(context, path, ['A Python model: what it reads is not known']);
  }
  const name = baseName(path);
  const folders = foldersBelow(context.config.modelPaths, path);
  const place = modelPlace(folders, name);
  const node = readFileNode({
    kind: 'model',
    name,
    path,
    folders,
    sql,
    tree: context.config.trees.models,
    entry: context.properties.models.get(name),
    context,
  });
  return {
    ...node.common,
    layer: place.layer,
    domain: place.domain,
    materialized: literalOf(node.config.get('materialized')) ?? 'view',
  };
}

/** The seed of one `.csv` file; its text is read only where columns lack. */
export async function readSeed(
  path: string,
  readText: () => Promise<string | undefined>,
  context: NodeContext,
): Promise<DbtNode> {
  const name = baseName(path);
  const entry = context.properties.seeds.get(name);
  const { common, config } = readFileNode({
    kind: 'seed',
    name,
    path,
    folders: foldersBelow(context.config.seedPaths, path),
    sql: NO_SQL,
    tree: context.config.trees.seeds,
    entry,
    context,
  });
  if (mapOf(entry?.entry).get('columns')) {
    return { ...common, layer: 'raw', materialized: 'seed' };
  }
  const header = readCsvHeader(
    (await readText()) ?? '',
    literalOf(config.get('delimiter')),
  );
  const typed = new Map(common.columns.map(column => [column.name, column]));
  return {
    ...common,
    layer: 'raw',
    materialized: 'seed',
    columns: header.map(
      column => typed.get(column) ?? { name: column, definition: {} },
    ),
  };
}

/** The snapshots that an `.sql` file below a snapshot path defines. */
export function readSnapshots(
  path: string,
  text: string,
  context: NodeContext,
): readonly DbtNode[] {
  return findDefinitions(text)
    .filter(({ kind }) => kind === 'snapshot')
    .map(({ name, body }) => {
      const sql = readModelBlocks(body);
      say(context, path, sql.problems);
      const { common } = readFileNode({
        kind: 'snapshot',
        name,
        path,
        folders: foldersBelow(context.config.snapshotPaths, path),
        sql,
        tree: context.config.trees.snapshots,
        entry: context.properties.snapshots.get(name),
        context,
      });
      return { ...common, layer: 'raw', materialized: 'snapshot' };
    });
}

/** The tables of all sources. */
export function readSources(context: NodeContext): readonly DbtNode[] {
  const { config, properties, rules } = context;
  const roots = [
    ...config.modelPaths,
    ...config.seedPaths,
    ...config.snapshotPaths,
  ];
  return properties.sources.map(found => {
    const { name, sourceName, source, entry, path } = found;
    const inherited = inheritedConfig(config.trees.sources, [
      config.name,
      ...foldersBelow(roots, path),
      sourceName,
      name,
    ]);
    const nodeConfig = mergeConfig(
      mergeConfig(inherited, writtenConfig(source)),
      writtenConfig(entry),
    );
    const { id, key, problems } = sourceRelation(
      sourceName,
      name,
      source,
      entry,
      rules.options,
    );
    say(context, path, problems);
    return {
      kind: 'source',
      name,
      sourceName,
      id,
      key,
      layer: 'raw',
      ...describe(entry, nodeConfig),
      enabled: booleanOf(nodeConfig.get('enabled')) ?? true,
      dependsOn: [],
      path,
      propertiesPath: path,
    };
  });
}

interface FileNode {
  readonly kind: 'model' | 'seed' | 'snapshot';
  readonly name: string;
  readonly path: string;
  readonly folders: readonly string[];
  readonly sql: ModelSql;
  readonly tree: unknown;
  readonly entry: PropertiesEntry | undefined;
  readonly context: NodeContext;
}

function readFileNode(file: FileNode): {
  readonly common: Omit<DbtNode, 'layer'>;
  readonly config: YamlMap;
} {
  const { kind, name, path, sql, entry, context } = file;
  const written = mapOf(entry?.entry);
  const config = mergeConfig(
    mergeConfig(
      inheritedConfig(file.tree, [context.config.name, ...file.folders, name]),
      writtenConfig(written),
    ),
    sql.config,
  );
  const { id, key, problems } = modelRelation(name, config, context.rules);
  say(context, path, problems);
  return {
    config,
    common: {
      kind,
      name,
      id,
      key,
      ...describe(written, config),
      enabled: booleanOf(config.get('enabled')) ?? true,
      dependsOn: sql.dependsOn,
      path,
      propertiesPath: entry?.path,
    },
  };
}

/** The `config:` of an entry, with an older top-level `meta` in it. */
function writtenConfig(entry: YamlMap): YamlMap {
  const meta = metaOf(entry);
  const config = mapOf(entry.get('config'));
  return meta.size > 0 ? new Map([...config, ['meta', meta]]) : config;
}

function foldersBelow(
  roots: readonly string[],
  path: string,
): readonly string[] {
  return (findFolder(roots, path)?.below ?? '').split('/').slice(0, -1);
}

function say(
  context: NodeContext,
  path: string,
  messages: readonly string[],
): void {
  context.problems.push(...messages.map(message => ({ path, message })));
}
