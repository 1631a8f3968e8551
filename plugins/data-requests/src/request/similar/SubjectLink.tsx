import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import type { Duplicate } from '@suido/backstage-plugin-data-requests-common';
import { Link as RouterLink } from 'react-router-dom';
import { RequestLink } from '../../frame/RequestLink';
import { catalogEntityRouteRef } from '../../routes';
import { dataRequestsTranslationRef } from '../../translation/ref';

interface SubjectLinkProps {
  /** `dataset:<key>` or `request:<id>`. */
  readonly subject: string;
  readonly duplicate: Duplicate | undefined;
}

/** The way to a dataset or a request that a mart was compared with. */
export function SubjectLink({ subject, duplicate }: SubjectLinkProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const entityPath = useRouteRef(catalogEntityRouteRef);
  const [kind, id = ''] = subject.split(':');
  if (kind === 'request') {
    return (
      <RequestLink id={id}>
        {duplicate
          ? `${duplicate.name} #${duplicate.number ?? ''}`
          : t('similar.request')}
      </RequestLink>
    );
  }
  const name = duplicate?.name ?? id;
  return entityPath ? (
    <Link
      component={RouterLink}
      to={entityPath({ namespace: 'default', kind: 'resource', name: id })}
    >
      {name}
    </Link>
  ) : (
    <span>{name}</span>
  );
}
