import type { ApplyContext } from './ApplyContext';

/** A dataset that becomes part of another. */
export interface DatasetMerge {
  readonly loser: string;
  readonly winner: string;
}

const STATEMENTS = [
  // Of two things that one source tells, the newer.
  `delete from tellings t using (
     select source_id, dataset_id,
            row_number() over (
              partition by source_id, target
              order by told_at desc, (dataset_id = target) desc, dataset_id
            ) as place
       from (select o.source_id, o.dataset_id, o.told_at,
                    coalesce(m.winner, o.dataset_id) as target
               from tellings o
               left join run_merges m on m.loser = o.dataset_id
              where o.dataset_id in (select loser from run_merges
                                     union select winner from run_merges)) p
   ) x
    where x.place > 1 and t.source_id = x.source_id
      and t.dataset_id = x.dataset_id`,
  `update tellings t set dataset_id = m.winner
     from run_merges m where t.dataset_id = m.loser`,
  // Between two that become one there is no edge, but what it had to itself.
  `insert into edges (source_id, from_id, to_id, evidence)
   select e.source_id, coalesce(f.winner, e.from_id), coalesce(t.winner, e.to_id),
          min(e.evidence)
     from edges e
     left join run_merges f on f.loser = e.from_id
     left join run_merges t on t.loser = e.to_id
    where (f.loser is not null or t.loser is not null)
      and (e.from_id = e.to_id
           or coalesce(f.winner, e.from_id) <> coalesce(t.winner, e.to_id))
    group by 1, 2, 3
   on conflict do nothing`,
  `insert into asset_reads (asset, dataset_id)
   select distinct r.asset, m.winner
     from asset_reads r join run_merges m on m.loser = r.dataset_id
   on conflict do nothing`,
  `insert into usage_days (source_id, dataset_id, day, user_label,
                           queries, cost_amount, cost_currency)
   select u.source_id, m.winner, u.day, u.user_label,
          sum(u.queries), sum(u.cost_amount), min(u.cost_currency)
     from usage_days u join run_merges m on m.loser = u.dataset_id
    group by 1, 2, 3, 4
   on conflict (source_id, dataset_id, day, user_label)
     do update set queries = usage_days.queries + excluded.queries,
       cost_amount = coalesce(usage_days.cost_amount + excluded.cost_amount,
                              usage_days.cost_amount, excluded.cost_amount),
       cost_currency = coalesce(usage_days.cost_currency, excluded.cost_currency)`,
  `insert into dataset_edits (dataset_id, edit, at, actor)
   select distinct on (m.winner) m.winner, e.edit, e.at, e.actor
     from dataset_edits e join run_merges m on m.loser = e.dataset_id
    order by m.winner, e.at desc
   on conflict do nothing`,
  `update dataset_changes c set dataset_id = m.winner
     from run_merges m where c.dataset_id = m.loser`,
  `update dataset_names n set dataset_id = m.winner
     from run_merges m where n.dataset_id = m.loser`,
];

/**
 * Makes one dataset of several. What is told, written, read and known of all of
 * them belongs to the one that stays; keys of the others redirect to it. A few
 * statements for all merges of a run.
 */
export async function mergeDatasets(
  { transaction, search }: ApplyContext,
  merges: readonly DatasetMerge[],
): Promise<void> {
  if (merges.length === 0) {
    return;
  }
  const losers = merges.map(({ loser }) => loser);
  await transaction.raw(
    `create temp table run_merges on commit drop as
       select loser, winner from unnest(?::bigint[], ?::bigint[]) as m (loser, winner)`,
    [losers, merges.map(({ winner }) => winner)],
  );
  await transaction.raw('analyze run_merges');
  for (const statement of STATEMENTS) {
    await transaction.raw(statement);
  }
  await search.removeDatasets(transaction, losers);
  // Takes along what still points to it.
  await transaction.raw(
    'delete from datasets d using run_merges m where d.id = m.loser',
  );
}
