import {
  useTranslationRef,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { dataCatalogTranslationRef } from '../translation/ref';
import { useRootPath } from './useRootPath';

/** The tabs of the catalog, each a page of its own. */
export function useCatalogTabs(): NonNullable<PageLayoutProps['tabs']> {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const root = useRootPath();
  return [
    { id: 'find', label: t('tab.find'), href: root },
    { id: 'changes', label: t('tab.changes'), href: `${root}/changes` },
    { id: 'sources', label: t('tab.sources'), href: `${root}/sources` },
  ];
}
