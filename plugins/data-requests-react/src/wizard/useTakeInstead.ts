import { useApi } from '@backstage/frontend-plugin-api';
import type { Duplicate } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsApiRef } from '../api';
import type { DraftContent, DraftSaver } from '../draft';

/**
 * Ends the draft because something that exists serves as well. The server
 * records it, so the draft must be there first; afterwards nothing saves it
 * back to life.
 */
export function useTakeInstead(
  saver: DraftSaver,
  content: DraftContent,
  onUsedInstead: (duplicate: Duplicate) => void,
): (duplicate: Duplicate) => Promise<void> {
  const api = useApi(dataRequestsApiRef);
  return async duplicate => {
    await saver.ensureStored(content);
    await saver.pause();
    try {
      await api.useInstead({
        params: { id: saver.draftId },
        body: { subject: duplicate.subject },
      });
    } catch (error) {
      saver.resume();
      throw error;
    }
    onUsedInstead(duplicate);
  };
}
