import type { ApplyContext } from './ApplyContext';
import type { RunToApply } from './RunToApply';

/**
 * Takes over which datasets the source says are made from which.
 * @returns ids of datasets whose inputs changed
 */
export async function applyEdges(
  { transaction }: ApplyContext,
  run: RunToApply,
): Promise<string[]> {
  await transaction.raw(
    `create temp table run_edges on commit drop as
       select distinct on (f.dataset_id, t.dataset_id)
              f.dataset_id as from_id, t.dataset_id as to_id,
              s.record ->> 'evidence' as evidence, s.kind
         from staged_records s
         join dataset_names f on f.key = s.record ->> 'from'
         join dataset_names t on t.key = s.record ->> 'to'
        where s.run_id = ? and s.kind in ('edge', 'edge-gone')
        order by f.dataset_id, t.dataset_id, s.sequence desc`,
    [run.id],
  );
  await transaction.raw('analyze run_edges');
  const { rows } = await transaction.raw(
    `with gone as (
       delete from edges e
        where e.source_id = :source
          and case when :isFull
                then not exists (
                  select 1 from run_edges r
                   where r.kind = 'edge'
                     and r.from_id = e.from_id and r.to_id = e.to_id)
                else exists (
                  select 1 from run_edges r
                   where r.kind = 'edge-gone'
                     and r.from_id = e.from_id and r.to_id = e.to_id)
              end
       returning e.to_id
     ), told as (
       insert into edges (source_id, from_id, to_id, evidence)
       select :source, from_id, to_id, evidence
         from run_edges where kind = 'edge'
       on conflict (source_id, from_id, to_id)
         do update set evidence = excluded.evidence
         where edges.evidence <> excluded.evidence
       returning to_id
     )
     select to_id::text as id from gone union select to_id::text from told`,
    { source: run.source, isFull: run.mode === 'full' },
  );
  return rows.map(({ id }: { id: string }) => id);
}
