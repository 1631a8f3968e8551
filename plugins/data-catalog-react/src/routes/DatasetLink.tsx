import { useRouteRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { datasetRouteRef } from './routes';

/** @public */
export interface DatasetLinkProps {
  readonly datasetKey: string;
  readonly children: ReactNode;
  /** What the page is opened with, such as `/columns?q=amount`. */
  readonly suffix?: string;
}

/** A link to a dataset's page; its text alone where there are no pages. @public */
export function DatasetLink(props: DatasetLinkProps) {
  const { datasetKey, children, suffix = '' } = props;
  const path = useRouteRef(datasetRouteRef);
  if (!path) {
    return <span>{children}</span>;
  }
  return (
    <Link
      component={RouterLink}
      to={`${path({ key: datasetKey })}${suffix}`}
      underline="always"
      sx={{ overflowWrap: 'anywhere' }}
    >
      {children}
    </Link>
  );
}
