import { useLanguage } from '@suido/react-kit';
import { useEffect } from 'react';

/** Sets `lang` of the document, by which screen readers choose their voice. */
export function DocumentLanguage() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return null;
}
