import type { Knex } from 'knex';

/**
 * Brings up to date how much datasets are used, by which what is found is
 * ranked: queries of the last 90 days that anything is known of, and what
 * reads them. Logarithmic, so that one heavy user does not bury the rest.
 */
export async function refreshUses(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(`
    with queries as (
      select dataset_id, sum(queries) as times
        from usage_days
       where day > (select max(day) from usage_days) - 90
       group by dataset_id),
    readers as (
      select dataset_id, count(*) as times from (
        select from_id as dataset_id from edges
        union all
        select dataset_id from asset_reads) reading
       group by dataset_id),
    counted as (
      select s.id,
             least(15, floor(log(2.0, 1 + coalesce(queries.times, 0)
               + 4 * coalesce(readers.times, 0))))::smallint as uses
        from search_documents s
        left join queries using (dataset_id)
        left join readers using (dataset_id)
       where s.dataset_id is not null)
    update search_documents s set uses = counted.uses
      from counted
     where counted.id = s.id and s.uses <> counted.uses`);
}
