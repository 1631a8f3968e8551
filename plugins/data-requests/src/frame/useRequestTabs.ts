import {
  useRouteRef,
  useTranslationRef,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';

/** The tabs over the lists of requests, each a page of its own. */
export function useRequestTabs(): NonNullable<PageLayoutProps['tabs']> {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const root = useRouteRef(rootRouteRef)?.() ?? '/data-requests';
  return [
    { id: 'mine', label: t('tab.mine'), href: root },
    { id: 'to-review', label: t('tab.toReview'), href: `${root}/to-review` },
    { id: 'all', label: t('tab.all'), href: `${root}/all` },
    {
      id: 'contributions',
      label: t('tab.contributions'),
      href: `${root}/contributions`,
    },
    {
      id: 'first-request',
      label: t('tab.firstRequest'),
      href: `${root}/first-request`,
    },
  ];
}
