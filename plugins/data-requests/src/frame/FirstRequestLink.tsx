import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { firstRequestRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';

/** The way to the page that says how a first request goes. @public */
export function FirstRequestLink() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const path = useRouteRef(firstRequestRouteRef);
  return path ? (
    <Link component={RouterLink} to={path()} variant="body2">
      {t('guide.link')}
    </Link>
  ) : null;
}
