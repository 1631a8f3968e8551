import type { Tier } from '@suido/vocabulary';
import { inheritTiers, type TierNode } from '../merge/inheritTiers';
import { resolveTier } from '../merge/resolveTier';
import type { ApplyContext } from './ApplyContext';
import { resolveAffected } from './resolveAffected';
import { writeChanges, type DatasetFoundChange } from './writeChanges';

interface NodeRow {
  readonly id: string;
  readonly own_tier: Tier | null;
  readonly columns_tier: Tier | null;
  readonly inherited_tier: Tier | null;
  readonly tier: Tier;
  readonly is_told: boolean;
  /** Came with this revision: what it inherits is no change of it. */
  readonly is_new: boolean;
  readonly inputs: string[] | null;
}

/**
 * Hands tiers on to the datasets that are made from these, as far as nobody
 * says theirs.
 * @param ids - whose tier or whose inputs may have changed
 */
export async function spreadTiers(
  context: ApplyContext,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  const rows = await loadDownstream(context, ids);
  if (rows.every(row => row.inputs === null && row.inherited_tier === null)) {
    return;
  }
  const inherited = inheritTiers(
    rows.map(toNode),
    await loadKnownTiers(context, rows),
  );
  const moved = rows.flatMap(row => {
    const now = inherited.get(row.id);
    return now === (row.inherited_tier ?? undefined)
      ? []
      : [
          {
            row,
            inherited: now,
            tier: resolveTier({ ...toParts(row), inherited: now }).tier,
          },
        ];
  });
  if (moved.length === 0) {
    return;
  }
  const { transaction, revision } = context;
  await transaction.raw(
    `update datasets d
        set inherited_tier = m.inherited, tier = m.tier,
            revision = ?, changed_at = now()
       from jsonb_to_recordset(?)
            as m (id bigint, inherited smallint, tier smallint)
      where d.id = m.id`,
    [
      revision,
      JSON.stringify(
        moved.map(each => ({
          id: each.row.id,
          inherited: each.inherited,
          tier: each.tier,
        })),
      ),
    ],
  );
  const changed = moved.filter(
    ({ row, tier }) => row.is_told && tier !== row.tier,
  );
  await writeChanges(
    context,
    changed.flatMap(({ row, tier }): DatasetFoundChange[] =>
      row.is_new
        ? []
        : [
            {
              datasetId: row.id,
              type: 'tier',
              before: row.tier,
              after: tier,
            },
          ],
    ),
  );
  await resolveAffected(
    context,
    changed.map(({ row }) => row.id),
    { isWritten: false },
  );
}

function toParts(row: NodeRow) {
  return {
    own: row.own_tier ?? undefined,
    columns: row.columns_tier ?? undefined,
  };
}

function toNode(row: NodeRow): TierNode {
  return { id: row.id, ...toParts(row), inputs: row.inputs ?? [] };
}

async function loadDownstream(
  { transaction, revision }: ApplyContext,
  ids: readonly string[],
): Promise<NodeRow[]> {
  const { rows } = await transaction.raw(
    `with recursive downstream (id) as (
       select unnest(?::bigint[])
       union
       select e.to_id
         from downstream n
         join edges e on e.from_id = n.id
         join datasets d on d.id = e.to_id
        where d.own_tier is null
     )
     select d.id::text as id, d.own_tier, d.columns_tier, d.inherited_tier,
            d.tier, cardinality(d.sources) > 0 as is_told,
            exists (
              select 1 from dataset_changes c
               where c.dataset_id = d.id and c.revision = ?
                 and c.type in ('dataset-added', 'dataset-returned')
            ) as is_new,
            i.inputs
       from downstream n
       join datasets d on d.id = n.id
       left join lateral (
         select array_agg(distinct e.from_id::text) as inputs
           from edges e
          where e.to_id = d.id and e.from_id <> d.id
       ) i on true
      order by d.id`,
    [[...ids], revision],
  );
  return rows;
}

async function loadKnownTiers(
  { transaction }: ApplyContext,
  rows: readonly NodeRow[],
): Promise<Map<string, Tier>> {
  const nodes = new Set(rows.map(({ id }) => id));
  const inputs = new Set(rows.flatMap(row => row.inputs ?? []));
  const known: { id: string; tier: Tier }[] = await transaction('datasets')
    .whereRaw('id = any (?::bigint[])', [
      [...inputs].filter(id => !nodes.has(id)),
    ])
    .select('id', 'tier');
  return new Map(known.map(({ id, tier }) => [id, tier]));
}
