import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { requirePerson, type Caller } from '@suido/backend-kit';
import type { DatasetEdit } from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import type { ApplyContext } from '../apply/ApplyContext';
import { resolveAffected } from '../apply/resolveAffected';
import { spreadTiers } from '../apply/spreadTiers';
import type { DatasetRow } from '../database/datasetRow';
import { holdCatalog, moveRevision } from '../database/holdCatalog';
import type { CatalogAnnouncer } from '../ingestion/CatalogAnnouncer';
import type { PortalEdit } from '../merge/DatasetTelling';
import type { MergeConfig } from '../merge/MergeConfig';
import { PORTAL } from '../merge/Facts';
import type { SearchIndex } from '../search/SearchIndex';
import { layEdit } from './layEdit';

/** Writes what people say of datasets; it counts before all sources. */
export class EditService {
  readonly #knex: Knex;
  readonly #merge: MergeConfig;
  readonly #search: SearchIndex;
  readonly #catalog: CatalogService;
  readonly #announcer: CatalogAnnouncer;

  constructor(options: {
    knex: Knex;
    merge: MergeConfig;
    catalog: CatalogService;
    announcer: CatalogAnnouncer;
    search: SearchIndex;
  }) {
    this.#knex = options.knex;
    this.#merge = options.merge;
    this.#search = options.search;
    this.#catalog = options.catalog;
    this.#announcer = options.announcer;
  }

  /**
   * @param id - surrogate key of the dataset's row
   * @param input - `revision` is the one that the writer saw
   * @throws `ConflictError` where it moved meanwhile; `InputError` that names
   *   the field where the edit cannot be
   */
  async edit(
    id: string,
    input: { readonly edit: DatasetEdit; readonly revision: number },
    caller: Caller,
  ): Promise<DatasetRow> {
    const { userEntityRef } = requirePerson(caller, 'Edits');
    const { edit } = input;
    await this.#requireGroup(edit.owner, caller);
    const edited = await this.#knex.transaction(async transaction => {
      const context: ApplyContext = {
        transaction,
        revision: await holdCatalog(transaction),
        merge: this.#merge,
        search: this.#search,
        source: PORTAL,
        actor: userEntityRef,
      };
      const row = await loadRow(transaction, id);
      if (Number(row.revision) !== input.revision) {
        throw new ConflictError(
          `The dataset '${row.key}' changed since you opened it (revision ${row.revision}, you saw ${input.revision}); reload it and write again.`,
        );
      }
      requireTierOfColumns(edit.tier ?? undefined, row);
      await requireColumns(transaction, edit, row);
      await storeEdit(transaction, id, edit, userEntityRef);
      await resolveAffected(context, [id]);
      await spreadTiers(context, [id]);
      await this.#search.finish(transaction);
      await moveRevision(transaction, context.revision);
      return { row: await loadRow(transaction, id), ...context };
    });
    await this.#announcer.announce(PORTAL, edited.revision);
    return edited.row;
  }

  async #requireGroup(
    owner: DatasetEdit['owner'],
    { credentials }: Caller,
  ): Promise<void> {
    if (
      owner &&
      !(await this.#catalog.getEntityByRef(owner, { credentials }))
    ) {
      throw new InputError(
        `edit.owner: the catalog has no '${owner}'; choose one of its groups.`,
      );
    }
  }
}

async function loadRow(
  transaction: Knex.Transaction,
  id: string,
): Promise<DatasetRow> {
  const row: DatasetRow | undefined = await transaction('datasets')
    .where({ id })
    .first();
  if (!row) {
    throw new NotFoundError(
      'The dataset became part of another one meanwhile; reload the page.',
    );
  }
  return row;
}

function requireTierOfColumns(
  tier: PortalEdit['tier'],
  { columns_tier: ofColumns, key }: DatasetRow,
): void {
  if (tier !== undefined && ofColumns !== null && tier < ofColumns) {
    throw new InputError(
      `edit.tier: '${key}' has a column of tier ${ofColumns}, so it is at least that; write ${ofColumns} or more, or have the tier of the column changed first.`,
    );
  }
}

async function requireColumns(
  transaction: Knex.Transaction,
  { columns = {} }: DatasetEdit,
  { id, key }: DatasetRow,
): Promise<void> {
  const names = Object.keys(columns);
  if (names.length === 0) {
    return;
  }
  const { rows } = await transaction.raw(
    `select w.name
       from unnest(?::text[]) as w (name)
      where not exists (
        select 1
          from dataset_details d,
               jsonb_array_elements(d.columns) as c (value)
         where d.dataset_id = ? and c.value ->> 'name' = w.name)
      limit 1`,
    [names, id],
  );
  if (rows.length > 0) {
    throw new InputError(
      `edit.columns: '${key}' has no column '${rows[0].name}'; write the name as the list of columns shows it.`,
    );
  }
}

async function storeEdit(
  transaction: Knex.Transaction,
  id: string,
  edit: DatasetEdit,
  actor: string,
): Promise<void> {
  const stored: { edit: Omit<PortalEdit, 'at'> } | undefined =
    await transaction('dataset_edits').where('dataset_id', id).first('edit');
  const now = layEdit(stored?.edit ?? {}, edit);
  if (Object.keys(now).length === 0) {
    await transaction('dataset_edits').where('dataset_id', id).delete();
    return;
  }
  await transaction('dataset_edits')
    .insert({
      dataset_id: id,
      edit: JSON.stringify(now),
      actor,
      at: transaction.fn.now(),
    })
    .onConflict('dataset_id')
    .merge();
}
