import { useLanguage } from './useLanguage';

const LOCALES = { en: 'en-GB', ja: 'ja-JP' } as const;

/**
 * The locale for `Intl`: dates as day month year in English, 24-hour times in
 * both languages.
 * @public
 */
export function useLocale(): 'en-GB' | 'ja-JP' {
  return LOCALES[useLanguage()];
}
