import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ReadableRequests } from '../database/narrowToReadable';
import type { PermissionGate } from './PermissionGate';

/**
 * Which requests the caller may read, for an answer in which requests are only
 * a part: whoever may read none gets the rest of it.
 */
export async function readableRequests(
  gate: Pick<PermissionGate, 'readable'>,
  credentials: BackstageCredentials,
): Promise<ReadableRequests> {
  try {
    return await gate.readable(credentials);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotAllowedError') {
      return 'none';
    }
    throw error;
  }
}
