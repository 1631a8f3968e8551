import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { searchTranslationRef } from '@backstage/plugin-search/alpha';

/** Japanese of the search page. */
export const searchJa = createTranslationMessages({
  ref: searchTranslationRef,
  full: true,
  messages: {
    'searchModal.viewFullResults': 'すべての結果を見る',
    'searchType.allResults': 'すべての結果',
    'searchType.tabs.allTitle': 'すべて',
    'searchType.accordion.allTitle': 'すべて',
    'searchType.accordion.collapse': '折りたたむ',
    'searchType.accordion.numberOfResults': '{{number}} 件',
    'sidebarSearchModal.title': '検索',
  },
});
