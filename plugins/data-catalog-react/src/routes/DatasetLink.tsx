import { useRouteRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import type { ReactNode, Ref } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { datasetRouteRef } from './routes';

/** @public */
export interface DatasetLinkProps {
  readonly datasetKey: string;
  readonly children: ReactNode;
  /** What the page is opened with, such as `/columns?q=amount`. */
  readonly suffix?: string;
  readonly linkRef?: Ref<HTMLAnchorElement>;
}

/** A link to a dataset's page; its text alone where there are no pages. @public */
export function DatasetLink(props: DatasetLinkProps) {
  const { datasetKey, children, suffix = '', linkRef } = props;
  const path = useRouteRef(datasetRouteRef);
  if (!path) {
    return <span>{children}</span>;
  }
  return (
    <Link
      ref={linkRef}
      component={RouterLink}
      to={`${path({ key: datasetKey })}${suffix}`}
      underline="hover"
      sx={{ overflowWrap: 'anywhere' }}
    >
      {children}
    </Link>
  );
}
