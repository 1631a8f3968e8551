import type { Knex } from 'knex';

/**
 * Takes the catalog for this transaction: whoever applies something waits here
 * for the one before, so revisions are handed out in the order of commits and
 * nobody merges on top of what is being merged.
 * @returns the revision that this transaction may make
 */
export async function holdCatalog(
  transaction: Knex.Transaction,
): Promise<number> {
  const { revision } = await transaction('catalog_state')
    .forUpdate()
    .first('revision');
  return Number(revision) + 1;
}

/** Moves the catalog to the revision that was handed out. */
export async function moveRevision(
  transaction: Knex.Transaction,
  revision: number,
): Promise<void> {
  await transaction('catalog_state').update({ revision });
}
