import {
  BreadcrumbEntry,
  useTranslationRef,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { RiBookOpenLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { dataCatalogTranslationRef } from '../translation/ref';
import { useRootPath } from './useRootPath';
import { useStablePageLayout } from './useStablePageLayout';

interface CatalogFrameProps {
  readonly tabs?: PageLayoutProps['tabs'];
  /** Where in the catalog the reader is. */
  readonly crumb?: { readonly label: string; readonly href: string };
  readonly children: ReactNode;
}

/**
 * The frame that the app gives its pages, with a title in the reader's
 * language: the title of a page extension has only one.
 */
export function CatalogFrame({ tabs, crumb, children }: CatalogFrameProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const Layout = useStablePageLayout();
  const root = useRootPath();
  const content = (
    <Box component="main" sx={{ px: { xs: 2, md: 3 }, pb: 4, minWidth: 0 }}>
      {children}
    </Box>
  );
  return (
    <Layout
      title={t('title')}
      titleLink={root}
      icon={<RiBookOpenLine />}
      tabs={tabs}
    >
      {crumb ? (
        <BreadcrumbEntry entry={crumb}>{content}</BreadcrumbEntry>
      ) : (
        content
      )}
    </Layout>
  );
}
