import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';

/** What somebody is to a request. */
export const VIEWERS = ['author', 'reviewer', 'reader'] as const;

/** @see {@link VIEWERS} */
export type Viewer = (typeof VIEWERS)[number];

/**
 * What the reader is to a request: who asked for it, who may review it now, or
 * anybody else.
 * @param viewer - entity ref of the reader
 */
export function viewerOf(
  { requester, abilities }: Pick<DataRequest, 'requester' | 'abilities'>,
  viewer: string | undefined,
): Viewer {
  if (viewer === requester) {
    return 'author';
  }
  return abilities.approve || abilities.requestChanges || abilities.merge
    ? 'reviewer'
    : 'reader';
}
