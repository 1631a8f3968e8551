import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { searchReactTranslationRef } from '@backstage/plugin-search-react/alpha';

/** Japanese of the search field and its results. */
export const searchReactJa = createTranslationMessages({
  ref: searchReactTranslationRef,
  full: true,
  messages: {
    'searchBar.title': '検索',
    'searchBar.placeholder': '{{org}} 内を検索',
    'searchBar.clearButtonTitle': '消す',
    'searchFilter.allOptionTitle': 'すべて',
    'searchPagination.limitLabel': '1ページの件数：',
    'searchPagination.limitText': '／{{num}}',
    noResultsDescription: '見つかりませんでした',
    'searchResultGroup.linkTitle': 'すべて見る',
    'searchResultGroup.addFilterButtonTitle': '絞り込みを追加',
    'searchResultPager.previous': '前へ',
    'searchResultPager.next': '次へ',
  },
});
