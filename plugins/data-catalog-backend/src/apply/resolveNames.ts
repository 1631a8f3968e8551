import type { Knex } from 'knex';
import { groupAliases, type KnownName } from './groupAliases';
import { mergeDatasets } from './mergeDatasets';
import type { ApplyContext } from './ApplyContext';

/**
 * Gives every name that a run tells a dataset: the one that has it, or a new
 * row. Names that a run says are of one dataset become so, also where each has
 * a row already.
 * @returns ids of datasets that took in others
 */
export async function resolveNames(
  context: ApplyContext,
  runId: string,
): Promise<string[]> {
  const { transaction } = context;
  await transaction.raw(
    `create temp table run_names on commit drop as
       select distinct on (subject) subject as key,
              record ->> 'namespace' as namespace, record ->> 'name' as name,
              record ->> 'shortName' as short_name
         from staged_records
        where run_id = ? and kind = 'name'
        order by subject`,
    [runId],
  );
  await transaction.raw('analyze run_names');
  const aliases: { key: string; alias: string }[] = (
    await transaction.raw(
      `select distinct subject as key, record ->> 'alias' as alias
         from staged_records where run_id = ? and kind = 'alias' order by 1, 2`,
      [runId],
    )
  ).rows;
  if (aliases.length === 0) {
    await insertMissing(transaction, []);
    return [];
  }
  const groups = groupAliases(
    aliases,
    await loadKnownNames(transaction, aliases),
  );
  const merges = groups.flatMap(({ winner, losers }) =>
    winner === undefined ? [] : losers.map(loser => ({ loser, winner })),
  );
  await mergeDatasets(context, merges);
  await insertMissing(
    transaction,
    groups.flatMap(({ winner, keys, first }) =>
      winner === undefined ? keys.filter(key => key !== first) : keys,
    ),
  );
  await insertAliases(transaction, groups);
  return [...new Set(merges.map(({ winner }) => winner))];
}

async function loadKnownNames(
  transaction: Knex.Transaction,
  aliases: readonly { key: string; alias: string }[],
): Promise<KnownName[]> {
  const keys = new Set(aliases.flatMap(({ key, alias }) => [key, alias]));
  return transaction('dataset_names')
    .join('datasets', 'datasets.id', 'dataset_names.dataset_id')
    .whereRaw('dataset_names.key = any (?::text[])', [[...keys]])
    .orderBy('dataset_names.dataset_id')
    .select(
      'dataset_names.key',
      'dataset_names.dataset_id as datasetId',
      transaction.raw('cardinality(datasets.sources) > 0 as "isTold"'),
    );
}

/** @param except - keys that are aliases of others, and get no row */
async function insertMissing(
  transaction: Knex.Transaction,
  except: readonly string[],
): Promise<void> {
  await transaction.raw(
    `with added as (
       insert into datasets (key, namespace, name, short_name)
       select r.key, r.namespace, r.name, r.short_name
         from run_names r
         left join dataset_names n
           on n.namespace = r.namespace and n.name = r.name
        where n.dataset_id is null and r.key <> all (?::text[])
       returning id, key, namespace, name
     )
     insert into dataset_names (namespace, name, key, dataset_id)
     select namespace, name, key, id from added`,
    [[...except]],
  );
}

async function insertAliases(
  transaction: Knex.Transaction,
  groups: ReturnType<typeof groupAliases>,
): Promise<void> {
  const pairs = groups.flatMap(({ keys, first }) =>
    keys.map(key => ({ key, first })),
  );
  await transaction.raw(
    `insert into dataset_names (namespace, name, key, dataset_id)
     select r.namespace, r.name, r.key, n.dataset_id
       from unnest(?::text[], ?::text[]) as p (key, first)
       join run_names r on r.key = p.key
       join dataset_names n on n.key = p.first
     on conflict do nothing`,
    [pairs.map(({ key }) => key), pairs.map(({ first }) => first)],
  );
}
