import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { suidoAppTranslationRef } from '../translation/ref';

/** Fixed English titles of Backstage's own pages and tabs → keys of our texts. */
const TITLE_KEYS = {
  Catalog: 'title.catalog',
  Columns: 'title.columns',
  Create: 'title.create',
  Settings: 'title.settings',
  Search: 'title.search',
  Notifications: 'title.notifications',
  Templates: 'title.templates',
  Tasks: 'title.tasks',
  Actions: 'title.actions',
  'Template Editor': 'title.templateEditor',
  'Templating Extensions': 'title.templatingExtensions',
  General: 'title.general',
  'Authentication Providers': 'title.authProviders',
  'Feature Flags': 'title.featureFlags',
  Overview: 'title.overview',
} as const;

/** Puts a fixed title into the reader's language; other titles stay as they are. */
export function useTitleWords(): (title: string) => string {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  return title => (isKnown(title) ? t(TITLE_KEYS[title]) : title);
}

function isKnown(title: string): title is keyof typeof TITLE_KEYS {
  return Object.hasOwn(TITLE_KEYS, title);
}
