import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { ErrorState } from '@suido/react-kit';
import type { usePages } from '../api/usePages';
import { dataCatalogTranslationRef } from '../translation/ref';

interface MorePagesProps {
  readonly pages: Pick<
    ReturnType<typeof usePages>,
    'hasMore' | 'isLoadingMore' | 'showMore' | 'error' | 'mutate'
  >;
}

/** The way to the next page of a list, and why it could not be read. */
export function MorePages({ pages }: MorePagesProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  return (
    <>
      {pages.error && <ErrorState error={pages.error} onRetry={pages.mutate} />}
      {pages.hasMore && (
        <Button onClick={pages.showMore} disabled={pages.isLoadingMore}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
