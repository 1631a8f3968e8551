import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { CodeView, EmptyState } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../translation/ref';

/** The query of a view; the viewer is loaded when first shown. */
export function SqlSection({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  return dataset.viewSql === undefined ? (
    <EmptyState title={t('sql.empty')} />
  ) : (
    <CodeView
      code={dataset.viewSql}
      language="sql"
      label={t('sql.label', { name: dataset.name })}
    />
  );
}
