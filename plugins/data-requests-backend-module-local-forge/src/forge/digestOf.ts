import { createHash } from 'node:crypto';
import type { WrittenFiles } from '../database/ProposalStore';

/** Names the files of a change by what is in them. */
export function digestOf(written: WrittenFiles): string {
  const entries = Object.entries(written).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return createHash('sha256')
    .update(JSON.stringify(entries))
    .digest('hex')
    .slice(0, 40);
}
