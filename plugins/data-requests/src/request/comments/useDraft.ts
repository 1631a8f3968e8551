import { useSyncExternalStore } from 'react';
import { useRequestContext } from '../RequestContext';
import type { CommentDraft } from './CommentDraft';
import type { DraftPlace } from './DraftStore';

/** What is being written at a place, followed as it is typed. */
export function useDraft(key: string): CommentDraft | undefined {
  const { drafts } = useRequestContext();
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(key));
}

/** Where on the request something is being written. */
export function useDraftPlaces(): readonly DraftPlace[] {
  const { drafts } = useRequestContext();
  return useSyncExternalStore(drafts.subscribe, drafts.places);
}
