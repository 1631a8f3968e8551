import { useRouteRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { requestRouteRef } from '../routes';

interface RequestLinkProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** A link to a request's page. */
export function RequestLink({ id, children }: RequestLinkProps) {
  const requestPath = useRouteRef(requestRouteRef);
  if (!requestPath) {
    return <span>{children}</span>;
  }
  return (
    <Link component={RouterLink} to={requestPath({ id })} underline="hover">
      {children}
    </Link>
  );
}
