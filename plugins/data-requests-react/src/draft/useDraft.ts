import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { dataRequestsApiRef } from '../api';
import { DraftSaver, type DraftStatus } from './DraftSaver';

/** The saver of one form, for as long as the form is shown. */
export function useDraft(draft: { id: string; revision: number }): {
  readonly saver: DraftSaver;
  readonly status: DraftStatus;
} {
  const api = useApi(dataRequestsApiRef);
  const [saver] = useState(() => new DraftSaver(api, draft));
  const subscribe = useCallback(
    (listener: () => void) => saver.subscribe(listener),
    [saver],
  );
  const status = useSyncExternalStore(subscribe, () => saver.status);
  // Going elsewhere inside the portal saves what the pause had not yet.
  useEffect(() => () => void saver.flush(), [saver]);
  return { saver, status };
}
