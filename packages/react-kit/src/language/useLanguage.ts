import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { Language } from '@suido/vocabulary';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * The reader's language, followed as it changes. Every language of the app
 * other than Japanese counts as English.
 * @public
 */
export function useLanguage(): Language {
  const languageApi = useApi(appLanguageApiRef);
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = languageApi.language$().subscribe(changed);
      return () => subscription.unsubscribe();
    },
    [languageApi],
  );
  const tag = useSyncExternalStore(
    subscribe,
    () => languageApi.getLanguage().language,
  );
  return tag.split('-')[0] === 'ja' ? 'ja' : 'en';
}
