import type { ApplyContext } from './ApplyContext';

/**
 * Makes one dataset of several. What is told, written, read and known of all of
 * them belongs to the one that stays; keys of the others redirect to it.
 */
export async function mergeDatasets(
  { transaction, search }: ApplyContext,
  winner: string,
  losers: readonly string[],
): Promise<void> {
  const at = { winner, losers };
  // Of two things that one source tells, the newer.
  await transaction.raw(
    `delete from tellings t using (
       select source_id, dataset_id,
              row_number() over (partition by source_id
                order by told_at desc, dataset_id = cast(:winner as bigint) desc) as place
         from tellings
        where dataset_id = cast(:winner as bigint) or dataset_id = any (cast(:losers as bigint[]))
     ) o
      where o.place > 1 and t.source_id = o.source_id and t.dataset_id = o.dataset_id`,
    at,
  );
  await transaction.raw(
    'update tellings set dataset_id = cast(:winner as bigint) where dataset_id = any (cast(:losers as bigint[]))',
    at,
  );
  await transaction.raw(
    `insert into edges (source_id, from_id, to_id, evidence)
     select source_id,
            case when from_id = any (cast(:losers as bigint[])) then cast(:winner as bigint) else from_id end,
            case when to_id = any (cast(:losers as bigint[])) then cast(:winner as bigint) else to_id end,
            min(evidence)
       from edges
      where (from_id = any (cast(:losers as bigint[])) or to_id = any (cast(:losers as bigint[])))
        and not (from_id = any (array_append(cast(:losers as bigint[]), cast(:winner as bigint)))
                 and to_id = any (array_append(cast(:losers as bigint[]), cast(:winner as bigint)))
                 and from_id <> to_id)
      group by 1, 2, 3
     on conflict do nothing`,
    at,
  );
  await transaction.raw(
    `delete from edges
      where from_id <> to_id
        and from_id = any (array_append(cast(:losers as bigint[]), cast(:winner as bigint)))
        and to_id = any (array_append(cast(:losers as bigint[]), cast(:winner as bigint)))`,
    at,
  );
  await transaction.raw(
    `insert into asset_reads (asset, dataset_id)
     select distinct asset, cast(:winner as bigint) from asset_reads
      where dataset_id = any (cast(:losers as bigint[]))
     on conflict do nothing`,
    at,
  );
  await transaction.raw(
    `insert into usage_days
            (source_id, dataset_id, day, user_label, queries, cost_amount, cost_currency)
     select source_id, cast(:winner as bigint), day, user_label,
            sum(queries), sum(cost_amount), min(cost_currency)
       from usage_days where dataset_id = any (cast(:losers as bigint[]))
      group by source_id, day, user_label
     on conflict (source_id, dataset_id, day, user_label)
       do update set queries = usage_days.queries + excluded.queries,
         cost_amount = coalesce(usage_days.cost_amount + excluded.cost_amount,
                                usage_days.cost_amount, excluded.cost_amount),
         cost_currency = coalesce(usage_days.cost_currency, excluded.cost_currency)`,
    at,
  );
  await transaction.raw(
    `insert into dataset_edits (dataset_id, edit, at, actor)
     select cast(:winner as bigint), edit, at, actor from dataset_edits
      where dataset_id = any (cast(:losers as bigint[]))
      order by at desc limit 1
     on conflict do nothing`,
    at,
  );
  for (const table of ['dataset_changes', 'dataset_names']) {
    await transaction.raw(
      `update ${table} set dataset_id = cast(:winner as bigint) where dataset_id = any (cast(:losers as bigint[]))`,
      at,
    );
  }
  await search?.removeDatasets(transaction, losers);
  await transaction.raw(
    'delete from datasets where id = any (cast(:losers as bigint[]))',
    at,
  );
}
