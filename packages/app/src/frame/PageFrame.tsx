import {
  BreadcrumbEntry,
  useBreadcrumbEntries,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useResolvedPath } from 'react-router-dom';
import { TabLinks } from './TabLinks';
import { useTitleWords } from './useTitleWords';

/**
 * Backstage's page frame with titles and tabs in the reader's language: the
 * titles of its own pages are fixed English texts.
 */
export function PageFrame({
  title,
  icon,
  noHeader,
  titleLink,
  headerActions,
  tabs,
  children,
}: PageLayoutProps) {
  const words = useTitleWords();
  const path = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { items: breadcrumbs } = useBreadcrumbEntries();
  if (noHeader) {
    return <>{children}</>;
  }
  const content = (
    <>
      <PluginHeader
        title={title && words(title)}
        icon={icon}
        titleLink={titleLink}
        breadcrumbs={breadcrumbs.map(entry => ({
          ...entry,
          label: words(entry.label),
        }))}
        customActions={headerActions}
      />
      {tabs && tabs.length > 0 && (
        <TabLinks
          label={title ? words(title) : ''}
          tabs={tabs.map(tab => ({
            id: tab.id,
            label: words(tab.label),
            href: tab.href.startsWith('/') ? tab.href : `${path}/${tab.href}`,
          }))}
        />
      )}
      {children}
    </>
  );
  return title ? (
    <BreadcrumbEntry entry={{ label: title, href: titleLink ?? (path || '/') }}>
      {content}
    </BreadcrumbEntry>
  ) : (
    content
  );
}
