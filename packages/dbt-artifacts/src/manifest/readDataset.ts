import type { Fields } from '../fields/Fields';
import type { DatasetRecord, Reference } from '../records/DatasetRecord';
import type { RelationName } from '../records/shared';
import { describe, ownerOf, relationOf } from './describe';
import { readColumns, readConstraints } from './readColumns';
import { readFreshness } from './readFreshness';
import { readClustering, readPartitioning } from './readPhysicalLayout';

/** A model, seed, snapshot or source of a manifest of any version. */
export function readDataset(
  fields: Fields,
  kind: DatasetRecord['kind'],
  identity: { readonly uniqueId: string; readonly name: string },
): DatasetRecord {
  const config = fields.optionalObject('config');
  const materialization = config?.text('materialized');
  const constraints = readConstraints(fields);
  const columns = readColumns(fields);
  const contract =
    fields.optionalObject('contract') ?? config?.optionalObject('contract');
  return {
    record: 'dataset',
    ...identity,
    kind,
    ...describe(fields),
    relation: readRelation(fields, kind, identity.name, materialization),
    materialization,
    propertiesPath: propertiesPathOf(fields),
    folders: fields.texts('fqn'),
    version: fields.label('version'),
    latestVersion: fields.label('latest_version'),
    deprecationDate: fields.time('deprecation_date'),
    owner: readOwner(fields, config),
    group: fields.text('group') ?? config?.text('group'),
    access: fields.text('access') ?? config?.text('access'),
    columns,
    constraints,
    primaryKey: readPrimaryKey(fields, constraints, columns),
    uniqueKey: config?.oneOrMore('unique_key') ?? [],
    hasContract: contract?.flag('enforced') ?? false,
    partitioning: config && readPartitioning(config),
    clustering: config ? readClustering(config) : [],
    references: readReferences(fields),
    language: fields.text('language'),
    sqlLength: sqlLengthOf(fields),
    checksum: fields.optionalObject('checksum')?.text('checksum'),
    ...(kind === 'source' && readSource(fields, config, identity.name)),
  };
}

/** `raw_sql` and `compiled_sql` are the names up to dbt 1.2 (manifest v6). */
export function sqlLengthOf(fields: Fields) {
  return {
    raw: fields.length('raw_code', 'raw_sql'),
    compiled: fields.length('compiled_code', 'compiled_sql'),
  };
}

function readRelation(
  fields: Fields,
  kind: DatasetRecord['kind'],
  name: string,
  materialization: string | undefined,
): RelationName | undefined {
  if (materialization === 'ephemeral') {
    return undefined;
  }
  return relationOf({
    database: fields.text('database'),
    schema: fields.text('schema'),
    identifier:
      (kind === 'source' ? fields.text('identifier') : fields.text('alias')) ??
      name,
    quoted: fields.text('relation_name'),
  });
}

// Up to dbt 0.19 without, later with the package in front
function propertiesPathOf(fields: Fields): string | undefined {
  return fields.text('patch_path')?.replace(/^[^/]+:\/\//, '');
}

// The owner in `meta` is a habit, not a field of dbt
function readOwner(fields: Fields, config: Fields | undefined) {
  const inConfig = config?.optionalObject('meta');
  const meta = fields.optionalObject('meta');
  return (inConfig && ownerOf(inConfig)) ?? (meta && ownerOf(meta));
}

function readPrimaryKey(
  fields: Fields,
  constraints: DatasetRecord['constraints'],
  columns: DatasetRecord['columns'],
): readonly string[] {
  const declared = constraints.find(({ type }) => type === 'primary_key');
  if (declared && declared.columns.length > 0) {
    return declared.columns;
  }
  const ofColumns = columns
    .filter(column =>
      column.constraints.some(({ type }) => type === 'primary_key'),
    )
    .map(({ name }) => name);
  return ofColumns.length > 0 ? ofColumns : fields.oneOrMore('primary_key');
}

// Lists of one to three texts up to manifest v8, objects since v9
function readReferences(fields: Fields): readonly Reference[] {
  return fields.list('refs').flatMap(reference => {
    if (Array.isArray(reference)) {
      const texts = reference.filter(part => typeof part === 'string');
      const name = texts.pop();
      const [inPackage] = texts;
      return name ? [{ name, ...(inPackage && { package: inPackage }) }] : [];
    }
    const parsed = fields.inside('refs', reference);
    const name = parsed?.text('name');
    const inPackage = parsed?.text('package');
    const version = parsed?.label('version');
    return name
      ? [
          {
            name,
            ...(inPackage && { package: inPackage }),
            ...(version && { version }),
          },
        ]
      : [];
  });
}

function readSource(
  fields: Fields,
  config: Fields | undefined,
  name: string,
): Pick<DatasetRecord, 'source'> {
  return {
    source: {
      sourceName: fields.text('source_name') ?? name,
      sourceDescription: fields.text('source_description'),
      loader: fields.text('loader'),
      loadedAtField:
        fields.text('loaded_at_field') ?? config?.text('loaded_at_field'),
      loadedAtQuery:
        fields.text('loaded_at_query') ?? config?.text('loaded_at_query'),
      freshness:
        readFreshness(fields.optionalObject('freshness')) ??
        readFreshness(config?.optionalObject('freshness')),
      externalLocation: fields.optionalObject('external')?.text('location'),
    },
  };
}
