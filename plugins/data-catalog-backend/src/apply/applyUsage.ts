import type { ApplyContext } from './ApplyContext';
import type { RunToApply } from './RunToApply';

/**
 * Takes over who used what. Usage is of the past and sources tell only of
 * their last weeks, so also a full snapshot replaces just the days it tells of.
 * @returns whether something is different now
 */
export async function applyUsage(
  { transaction }: ApplyContext,
  run: RunToApply,
): Promise<boolean> {
  await transaction.raw(
    `create temp table run_usage on commit drop as
       select distinct on (n.dataset_id, u.day, u."user")
              n.dataset_id, u.day, u."user" as user_label,
              u.queries, u.amount, u.currency
         from staged_records s,
              jsonb_to_record(s.record) as u (
                key text, day date, "user" text, queries bigint,
                amount numeric, currency text)
         join dataset_names n on n.key = u.key
        where s.run_id = ? and s.kind = 'usage'
        order by n.dataset_id, u.day, u."user", s.sequence desc`,
    [run.id],
  );
  const { rows } = await transaction.raw(
    `with gone as (
       delete from usage_days d
        where :isFull and d.source_id = :source
          and d.day in (select day from run_usage)
          and not exists (
            select 1 from run_usage r
             where r.dataset_id = d.dataset_id and r.day = d.day
               and r.user_label = d.user_label)
       returning 1
     ), told as (
       insert into usage_days (source_id, dataset_id, day, user_label,
                               queries, cost_amount, cost_currency)
       select :source, dataset_id, day, user_label, queries, amount, currency
         from run_usage
       on conflict (source_id, dataset_id, day, user_label)
         do update set queries = excluded.queries,
                       cost_amount = excluded.cost_amount,
                       cost_currency = excluded.cost_currency
         where (usage_days.queries, usage_days.cost_amount, usage_days.cost_currency)
               is distinct from
               (excluded.queries, excluded.cost_amount, excluded.cost_currency)
       returning 1
     )
     select (select count(*) from gone) + (select count(*) from told) as moved`,
    { source: run.source, isFull: run.mode === 'full' },
  );
  return Number(rows[0].moved) > 0;
}
