import { createHash } from 'node:crypto';
import type { RequestSpec } from '@suido/backstage-plugin-data-requests-common';

/** SHA-256 of a spec, the same whatever the order of its keys. */
export function specHash(spec: RequestSpec): string {
  return createHash('sha256').update(canonicalJson(spec)).digest('hex');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(
          Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : each,
  );
}
