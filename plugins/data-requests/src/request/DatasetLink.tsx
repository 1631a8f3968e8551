import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { Link as RouterLink } from 'react-router-dom';
import { catalogEntityRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';
import { useCatalogPresence } from './useCatalogPresence';

/** The way from a request to the dataset that it made, once that is there. */
export function DatasetLink({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const entityPath = useRouteRef(catalogEntityRouteRef);
  const presence = useCatalogPresence(request);
  switch (presence) {
    case 'present':
      return entityPath ? (
        <Link
          component={RouterLink}
          to={entityPath({
            namespace: 'default',
            kind: 'resource',
            name: request.datasetKey,
          })}
        >
          {t('request.dataset.open')}
        </Link>
      ) : (
        <code>{request.datasetKey}</code>
      );
    case 'pending':
      return <span role="status">{t('request.dataset.pending')}</span>;
    case 'unreachable':
      return <>{t('request.dataset.unreachable')}</>;
    default:
      return <>{t('request.dataset.later')}</>;
  }
}
