import type { ApplyContext } from './ApplyContext';
import type { RunToApply } from './RunToApply';

/** Assets that are indexed at once. */
const CHUNK_ASSETS = 500;

/** What a run does to the saved queries and dashboards of its source. */
export interface AssetChanges {
  readonly removed: number;
  /** What the source told before. */
  readonly stored: number;
  readonly duplicates: number;
  readonly isMoved: boolean;
}

/** Finds by hash what is told otherwise than before. */
export async function compareAssets(
  { transaction }: ApplyContext,
  run: RunToApply,
): Promise<AssetChanges> {
  await transaction.raw(
    `create temp table run_assets on commit drop as
       select distinct on (subject)
              subject::jsonb ->> 0 as kind, subject::jsonb ->> 1 as asset_id,
              kind as told, hash, sequence
         from staged_records
        where run_id = ? and kind in ('asset', 'asset-same', 'asset-gone')
        order by subject, sequence desc`,
    [run.id],
  );
  await transaction.raw(
    `create temp table run_asset_changes on commit drop as
       select r.sequence, o.id
         from run_assets r
         left join assets o
           on o.source_id = :source and o.kind = r.kind
          and o.asset_id = r.asset_id
        where r.told = 'asset' and (o.id is null or o.hash <> r.hash)
       union all
       select null, o.id
         from assets o
         left join run_assets r
           on r.kind = o.kind and r.asset_id = o.asset_id
        where o.source_id = :source
          and case when :isFull
                   then coalesce(r.told, 'asset-gone') = 'asset-gone'
                   else r.told = 'asset-gone' end`,
    { source: run.source, isFull: run.mode === 'full' },
  );
  const { rows } = await transaction.raw(
    `select count(*) as moved,
            count(*) filter (where sequence is null) as removed,
            (select count(*) from assets where source_id = :source) as stored,
            (select count(*) from staged_records
              where run_id = :run and kind in ('asset', 'asset-same'))
            - (select count(*) from run_assets where told <> 'asset-gone')
              as told_again
       from run_asset_changes`,
    { source: run.source, run: run.id },
  );
  const [found] = rows;
  return {
    removed: Number(found.removed),
    stored: Number(found.stored),
    duplicates: Number(found.told_again),
    isMoved: Number(found.moved) > 0,
  };
}

/** Stores what {@link compareAssets} found, and makes it found. */
export async function storeAssets(
  context: ApplyContext,
  run: RunToApply,
): Promise<void> {
  const { transaction, revision } = context;
  const { rows: told } = await transaction.raw(
    `with told as (
       insert into assets (source_id, kind, asset_id, hash, record, revision)
       select :source, r.kind, r.asset_id, s.hash, s.record -> 'record', cast(:revision as bigint)
         from run_asset_changes c
         join run_assets r on r.sequence = c.sequence
         join staged_records s on s.run_id = :run and s.sequence = c.sequence
       on conflict (source_id, kind, asset_id)
         do update set hash = excluded.hash, record = excluded.record,
                       revision = excluded.revision
       returning id
     )
     select id::text as id from told order by id`,
    { source: run.source, run: run.id, revision },
  );
  const ids: string[] = told.map(({ id }: { id: string }) => id);
  await transaction.raw(
    'delete from asset_reads where asset = any (?::bigint[])',
    [ids],
  );
  await transaction.raw(
    `insert into asset_reads (asset, dataset_id)
     select distinct a.id, n.dataset_id
       from run_asset_changes c
       join run_assets r on r.sequence = c.sequence
       join staged_records s on s.run_id = :run and s.sequence = c.sequence
       join assets a on a.source_id = :source and a.kind = r.kind
        and a.asset_id = r.asset_id
       cross join jsonb_array_elements_text(s.record -> 'reads') as k (key)
       join dataset_names n on n.key = k.key`,
    { source: run.source, run: run.id },
  );
  const { rows: gone } = await transaction.raw(
    `select id::text as id from run_asset_changes where sequence is null`,
  );
  const goneIds: string[] = gone.map(({ id }: { id: string }) => id);
  if (goneIds.length > 0) {
    await context.search.removeAssets(transaction, goneIds);
    await transaction('assets')
      .whereRaw('id = any (?::bigint[])', [goneIds])
      .delete();
  }
  await indexAssets(context, ids);
}

async function indexAssets(
  { transaction, search }: ApplyContext,
  ids: readonly string[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK_ASSETS) {
    const assets = await transaction('assets')
      .whereRaw('id = any (?::bigint[])', [
        ids.slice(start, start + CHUNK_ASSETS),
      ])
      .orderBy('id')
      .select('id as rowId', 'source_id as source', 'record');
    await search.replaceAssets(transaction, assets);
  }
}
