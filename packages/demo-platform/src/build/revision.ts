import { createHash } from 'crypto';
import type { DatasetTiers } from '../masking/classify';
import type { RelationContent } from '../warehouse/Warehouse';

/** Another way of building makes every dataset new. */
const FORMAT = 1;

/**
 * Hash of all that a relation is made from.
 *
 * @remarks
 * Its tiers are part of it: where other columns are masked the revision is
 * another one, so no cache keeps what is now hidden.
 */
export function revisionOf(
  name: string,
  content: RelationContent,
  upstreamRevisions: readonly string[],
  tiers: DatasetTiers,
): string {
  const made =
    content.kind === 'seed'
      ? [content.csv, content.delimiter, [...content.types]]
      : [content.sql];
  const parts = [
    FORMAT,
    name,
    content.kind,
    made,
    [...upstreamRevisions].sort(),
    [tiers.dataset, [...tiers.columns].sort()],
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
