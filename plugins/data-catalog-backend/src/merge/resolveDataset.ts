import type {
  DatasetRecord,
  TestRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  datasetKey,
  canonicalDatasetId,
  type DatasetId,
} from '@suido/vocabulary';
import { completenessOf, hasText } from './completeness';
import type {
  DatasetIdentity,
  DatasetTelling,
  PortalEdit,
} from './DatasetTelling';
import { Facts } from './Facts';
import type { MergeConfig } from './MergeConfig';
import { mergeColumns } from './mergeColumns';
import { orderTellings } from './orderTellings';
import type { ResolvedDataset } from './ResolvedDataset';
import { layerByRules } from './resolveLayer';
import { ownerOfRef, resolveOwners } from './resolveOwners';
import { highestSaid, resolveTier } from './resolveTier';

/**
 * What counts of a dataset, of all that is told of it, and who says what.
 *
 * @remarks
 * Pure. Neither the order of the tellings nor telling the same twice has an
 * effect. What people wrote counts first; then sources count in one configured
 * order for what things mean, and in another for how they are.
 */
export function resolveDataset(
  identity: DatasetIdentity,
  tellings: readonly DatasetTelling[],
  edit: PortalEdit | undefined,
  config: MergeConfig,
): ResolvedDataset {
  const once = [...new Map(tellings.map(each => [each.source, each])).values()];
  const meaning = orderTellings(once, config.precedence.meaning);
  const physical = orderTellings(once, config.precedence.physical);
  const facts = new Facts(edit);

  const definition = facts.pick(
    'definition',
    meaning,
    ({ definition: text }) => (hasText(text) ? text : undefined),
    edit?.definition,
  );
  const purpose = facts.pick(
    'purpose',
    meaning,
    record => record.purpose?.trim() || undefined,
    edit?.purpose,
  );
  const owners =
    facts.pick(
      'owner',
      meaning,
      record => {
        const named = resolveOwners(record.owners ?? [], config.owners);
        return named.length > 0 ? named : undefined;
      },
      edit?.owner === undefined ? undefined : [ownerOfRef(edit.owner)],
    ) ?? [];
  const domain = facts.pick('domain', meaning, record => record.domain);
  const updateFrequency = facts.pick(
    'updateFrequency',
    meaning,
    record => record.updateFrequency,
  );
  const ownTier = facts.pick(
    'tier',
    meaning,
    record => record.tier,
    edit?.tier,
  );
  const lifecycle = firstOf(meaning, record => record.lifecycle);
  facts.pick('lifecycle', meaning, record => record.lifecycle?.state);
  const path = firstOf(meaning, record => record.path);
  const tags = unionOf(meaning, record => record.tags);
  const layer =
    facts.pick('layer', meaning, record => record.layer) ??
    layerByRules({ name: identity.id.name, path, tags }, config.layers);
  const type = facts.pick('type', physical, record => record.type);
  const tests = mergeTests(meaning);
  const columns = mergeColumns(
    identity.id.namespace,
    { meaning, physical },
    tests,
    edit,
  );
  const columnsTier = highestSaid(columns.map(({ tier }) => tier));
  const { tier, rule } = resolveTier({
    own: ownTier,
    columns: columnsTier,
    inherited: identity.inheritedTier,
  });
  const [owner] = owners;
  const { completeness, missing } = completenessOf({
    definition: definition ?? {},
    purpose,
    hasTeam: owner !== undefined && !owner.isPersonal,
    hasTier: ownTier !== undefined,
    hasDomain: domain !== undefined,
    hasUpdateFrequency: updateFrequency !== undefined,
    columns: columns.length,
    definedColumns: columns.filter(column => hasText(column.definition)).length,
  });
  const dataProduct = facts.pick(
    'dataProduct',
    meaning,
    record => record.dataProduct,
  );
  const stewards =
    facts.pick('stewards', meaning, record => {
      const named = resolveOwners(record.stewards ?? [], config.owners);
      return named.length > 0 ? named : undefined;
    }) ?? [];
  const successor = lifecycle?.successor;

  return {
    rowId: identity.rowId,
    ownTier,
    columnsTier,
    sources: once.map(({ source }) => source).sort(),
    columns,
    summary: {
      key: identity.key,
      id: identity.id,
      name: identity.shortName,
      type,
      layer,
      domain,
      owner,
      tier,
      definition: definition ?? {},
      updateFrequency,
      columns: columns.length,
      completeness,
      lifecycle: lifecycle?.state ?? 'active',
      loadedAt: newestOf(once.map(({ record }) => record.loadedAt)),
    },
    detail: {
      aliases: aliasesOf(once, identity.id),
      dataProduct,
      tags,
      owners,
      stewards,
      purpose,
      tierRule: rule,
      successor: successor && pointTo(successor),
      until: lifecycle?.until,
      primaryKey: firstOf(physical, record => record.primaryKey) ?? [],
      foreignKeys: (firstOf(physical, record => record.foreignKeys) ?? []).map(
        ({ references, ...foreignKey }) => ({
          ...foreignKey,
          references: pointTo(references),
        }),
      ),
      partitioning: facts.pick(
        'partitioning',
        physical,
        record => record.partitioning,
      ),
      tests,
      size: newestSize(physical),
      viewSql: firstOf(physical, record => record.viewSql),
      path,
      requestId: firstOf(meaning, record => record.requestId),
      told: facts.told,
      missing,
    },
  };
}

function firstOf<T>(
  tellings: readonly DatasetTelling[],
  read: (record: DatasetRecord) => T | undefined,
): T | undefined {
  for (const { record } of tellings) {
    const value = read(record);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

function unionOf(
  tellings: readonly DatasetTelling[],
  read: (record: DatasetRecord) => readonly string[] | undefined,
): string[] {
  return [...new Set(tellings.flatMap(({ record }) => read(record) ?? []))];
}

function mergeTests(tellings: readonly DatasetTelling[]): TestRecord[] {
  const tests = new Map<string, TestRecord>();
  for (const { record } of tellings) {
    for (const test of record.tests ?? []) {
      const identity = JSON.stringify([test.name, test.columns ?? []]);
      if (!tests.has(identity)) {
        tests.set(identity, test);
      }
    }
  }
  return [...tests.values()];
}

/** Measured last, not trusted most; of two at one time, trusted most. */
function newestSize(
  tellings: readonly DatasetTelling[],
): DatasetRecord['size'] {
  let newest: DatasetRecord['size'];
  for (const { record } of tellings) {
    if (
      record.size &&
      (!newest || Date.parse(record.size.at) > Date.parse(newest.at))
    ) {
      newest = record.size;
    }
  }
  return newest && { ...newest, at: new Date(newest.at).toISOString() };
}

function newestOf(times: readonly (string | undefined)[]): string | undefined {
  const known = times.flatMap(time => (time ? [Date.parse(time)] : []));
  return known.length > 0
    ? new Date(Math.max(...known)).toISOString()
    : undefined;
}

function aliasesOf(
  tellings: readonly DatasetTelling[],
  own: DatasetId,
): DatasetId[] {
  const aliases = new Map<string, DatasetId>();
  for (const { record } of tellings) {
    for (const each of [record.id, ...(record.aliases ?? [])]) {
      const id = canonicalDatasetId(each);
      if (id.namespace !== own.namespace || id.name !== own.name) {
        aliases.set(datasetKey(id), id);
      }
    }
  }
  return [...aliases.keys()].sort().flatMap(key => aliases.get(key) ?? []);
}

/** Another dataset; whether it may be shown is decided for each reader. */
function pointTo(id: DatasetId): { key: string; name: string } {
  const canonical = canonicalDatasetId(id);
  return { key: datasetKey(canonical), name: shortNameOf(id) };
}

/** Last part of a name, as people say it. */
export function shortNameOf({ name }: DatasetId): string {
  return name.split('.').at(-1) || name;
}
