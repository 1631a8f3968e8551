import { ConflictError } from '@backstage/errors';
import type { LocalizedText } from '@suido/vocabulary';
import type { Knex } from 'knex';
import type { HoldBackConfig } from '../config/CatalogConfig';
import { holdCatalog, moveRevision } from '../database/holdCatalog';
import type { MergeConfig } from '../merge/MergeConfig';
import type { SearchIndex } from '../search/SearchIndex';
import type { ApplyContext } from './ApplyContext';
import { applyEdges } from './applyEdges';
import { compareAssets, storeAssets } from './applyAssets';
import { compareTellings, storeTellings } from './applyTellings';
import { applyUsage } from './applyUsage';
import { reasonToHold } from './holdBack';
import { resolveAffected } from './resolveAffected';
import { resolveNames } from './resolveNames';
import type { RunToApply } from './RunToApply';
import { spreadTiers } from './spreadTiers';

/** What a run changed, or would change. */
export interface RunChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** How applying a run ended. */
export type Applied =
  | {
      readonly state: 'applied';
      readonly changes: RunChanges;
      readonly duplicates: number;
      readonly revision: number;
    }
  | {
      readonly state: 'unchanged';
      readonly changes: RunChanges;
      readonly duplicates: number;
    }
  | {
      readonly state: 'held';
      readonly changes: RunChanges;
      readonly duplicates: number;
      readonly reason: LocalizedText;
    };

/** What applying needs. */
export interface ApplyParts {
  readonly merge: MergeConfig;
  readonly holdBack: HoldBackConfig;
  readonly search: SearchIndex;
}

/**
 * Takes what a run staged into the catalog.
 *
 * @remarks
 * All in the caller's transaction, which holds the catalog from here on, so
 * readers see the catalog before it or after it, and two runs are applied one
 * after the other. What is `held` must be rolled back: names were written on
 * the way. Every step is a statement for the whole run, but merging, which is a
 * few for some hundred datasets.
 * @throws `ConflictError` where the source told of a later time already
 */
export async function applyRun(
  transaction: Knex.Transaction,
  run: RunToApply,
  parts: ApplyParts,
): Promise<Applied> {
  const revision = await holdCatalog(transaction);
  await requireNewer(transaction, run);
  const context: ApplyContext = {
    transaction,
    revision,
    merge: parts.merge,
    search: parts.search,
    source: run.source,
  };
  const merged = await resolveNames(context, run.id);
  const tellings = await compareTellings(context, run);
  const assets = await compareAssets(context, run);
  const changes: RunChanges = {
    added: tellings.added,
    changed: tellings.changed,
    removed: tellings.removed,
  };
  const duplicates = tellings.duplicates + assets.duplicates;
  const reason = run.isReleased
    ? undefined
    : reasonToHold(
        run.source,
        [
          { what: 'datasets', ...tellings },
          { what: 'assets', ...assets },
        ],
        parts.holdBack,
      );
  if (reason) {
    return { state: 'held', changes, duplicates, reason };
  }
  await storeTellings(context, run);
  const rewired = await applyEdges(context, run);
  const isUsageMoved = await applyUsage(context, run);
  if (assets.isMoved) {
    await storeAssets(context, run);
  }
  const affected = [...new Set([...tellings.ids, ...merged])];
  if (affected.length > 0) {
    await resolveAffected(context, affected);
  }
  await spreadTiers(context, [...new Set([...affected, ...rewired])]);
  const isMoved =
    affected.length > 0 || rewired.length > 0 || isUsageMoved || assets.isMoved;
  await transaction('sources')
    .where('id', run.source)
    .update({
      etag: run.etag ?? transaction.raw('null'),
      taken_at: run.takenAt,
      last_applied_at: transaction.fn.now(),
    });
  if (!isMoved) {
    return { state: 'unchanged', changes, duplicates };
  }
  await parts.search.finish(transaction);
  await moveRevision(transaction, revision);
  return { state: 'applied', changes, duplicates, revision };
}

async function requireNewer(
  transaction: Knex.Transaction,
  run: RunToApply,
): Promise<void> {
  const source: { taken_at: Date | null } | undefined = await transaction(
    'sources',
  )
    .where('id', run.source)
    .first('taken_at');
  if (source?.taken_at && source.taken_at > new Date(run.takenAt)) {
    throw new ConflictError(
      `The snapshot shows '${run.source}' as it was at ${
        run.takenAt
      }, but what is stored is of ${source.taken_at.toISOString()}. Nothing was changed; send a newer snapshot.`,
    );
  }
}
