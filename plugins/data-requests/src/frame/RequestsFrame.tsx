import {
  BreadcrumbEntry,
  useRouteRef,
  useTranslationRef,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { RiInboxArchiveLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { rootRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';
import { useStablePageLayout } from './useStablePageLayout';

interface RequestsFrameProps {
  readonly tabs?: PageLayoutProps['tabs'];
  readonly action?: JSX.Element;
  /** Where in the plugin the reader is, below the list. */
  readonly crumb?: { readonly label: string; readonly href: string };
  readonly children: ReactNode;
}

/**
 * The frame that the app gives its pages, with a title in the reader's
 * language: the title of a page extension has only one.
 */
export function RequestsFrame({
  tabs,
  action,
  crumb,
  children,
}: RequestsFrameProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const Layout = useStablePageLayout();
  const root = useRouteRef(rootRouteRef)?.() ?? '/data-requests';
  const content = (
    <Box component="main" sx={{ px: { xs: 2, md: 3 }, pb: 4, minWidth: 0 }}>
      {children}
    </Box>
  );
  return (
    <Layout
      title={t('title')}
      titleLink={root}
      icon={<RiInboxArchiveLine />}
      tabs={tabs}
      headerActions={action && [action]}
    >
      {crumb ? (
        <BreadcrumbEntry entry={crumb}>{content}</BreadcrumbEntry>
      ) : (
        content
      )}
    </Layout>
  );
}
