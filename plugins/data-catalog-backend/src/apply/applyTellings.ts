import { ConflictError } from '@backstage/errors';
import type { ApplyContext } from './ApplyContext';
import type { RunToApply } from './RunToApply';

/** What a run does to the tellings of its source. */
export interface TellingChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** What the source told before. */
  readonly stored: number;
  /** Records of a dataset that a later one of the run replaced. */
  readonly duplicates: number;
  /** Datasets of which something else is told now. */
  readonly ids: readonly string[];
}

/**
 * Finds by hash what is told otherwise than before. Of two records of one
 * dataset the last counts.
 * @throws `ConflictError` where a record passed as known that is stored no more
 */
export async function compareTellings(
  { transaction }: ApplyContext,
  run: RunToApply,
): Promise<TellingChanges> {
  await transaction.raw(
    `create temp table run_told on commit drop as
       select distinct on (n.dataset_id)
              n.dataset_id, s.kind, s.hash, s.sequence
         from staged_records s
         join dataset_names n on n.key = s.subject
        where s.run_id = ?
          and s.kind in ('dataset', 'dataset-same', 'dataset-gone')
        order by n.dataset_id, s.sequence desc`,
    [run.id],
  );
  await transaction.raw('analyze run_told');
  await transaction.raw(
    `create temp table run_changes on commit drop as
       select t.dataset_id, t.sequence,
              case when o.dataset_id is null then 'added' else 'changed' end as change
         from run_told t
         left join tellings o
           on o.source_id = :source and o.dataset_id = t.dataset_id
        where t.kind = 'dataset'
          and (o.dataset_id is null or o.hash <> t.hash)
       union all
       select o.dataset_id, null, 'removed'
         from tellings o
         left join run_told t on t.dataset_id = o.dataset_id
        where o.source_id = :source
          and case when :isFull
                   then coalesce(t.kind, 'dataset-gone') = 'dataset-gone'
                   else t.kind = 'dataset-gone' end`,
    { source: run.source, isFull: run.mode === 'full' },
  );
  const { rows: unknown } = await transaction.raw(
    `select 1 from run_told t
       left join tellings o
         on o.source_id = ? and o.dataset_id = t.dataset_id
      where t.kind = 'dataset-same' and o.hash is distinct from t.hash
      limit 1`,
    [run.source],
  );
  if (unknown.length > 0) {
    throw new ConflictError(
      `What the source '${run.source}' told before changed while it was read; read it again.`,
    );
  }
  const { rows } = await transaction.raw(
    `select count(*) filter (where change = 'added') as added,
            count(*) filter (where change = 'changed') as changed,
            count(*) filter (where change = 'removed') as removed,
            (select count(*) from tellings where source_id = :source) as stored,
            (select count(*) from staged_records
              where run_id = :run and kind in ('dataset', 'dataset-same'))
            - (select count(*) from run_told where kind <> 'dataset-gone')
              as told_again,
            coalesce(array_agg(dataset_id::text), '{}') as ids
       from run_changes`,
    { source: run.source, run: run.id },
  );
  const [found] = rows;
  return {
    added: Number(found.added),
    changed: Number(found.changed),
    removed: Number(found.removed),
    stored: Number(found.stored),
    duplicates: Number(found.told_again),
    ids: found.ids,
  };
}

/** Stores what {@link compareTellings} found. */
export async function storeTellings(
  { transaction }: ApplyContext,
  run: RunToApply,
): Promise<void> {
  await transaction.raw(
    `insert into tellings (source_id, dataset_id, hash, told_at, record)
     select :source, c.dataset_id, s.hash, cast(:at as timestamptz), s.record
       from run_changes c
       join staged_records s on s.run_id = :run and s.sequence = c.sequence
     on conflict (source_id, dataset_id)
       do update set hash = excluded.hash, told_at = excluded.told_at,
                     record = excluded.record`,
    { source: run.source, run: run.id, at: run.takenAt },
  );
  await transaction.raw(
    `delete from tellings t using run_changes c
      where c.change = 'removed' and t.source_id = ?
        and t.dataset_id = c.dataset_id`,
    [run.source],
  );
}
