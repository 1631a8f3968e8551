import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { currentTab } from './currentTab';

/** A tab of a page, each a page of its own. */
export interface TabLink {
  readonly id: string;
  readonly label: string;
  /** Absolute path. */
  readonly href: string;
}

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly TabLink[];
}

/**
 * Tabs that lead to pages are links in a navigation: as ARIA tabs, which
 * Backstage UI makes of them, they would point at panels that do not exist.
 */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const { pathname } = useLocation();
  const current = currentTab(tabs, pathname);
  return (
    <Box
      component="nav"
      aria-label={label}
      sx={{
        display: 'flex',
        gap: 1,
        overflowX: 'auto',
        mx: { xs: 2, md: 3 },
        mt: -2,
        mb: 3,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {tabs.map(tab => (
        <Link
          key={tab.id}
          component={RouterLink}
          to={tab.href}
          underline="none"
          aria-current={tab === current ? 'page' : undefined}
          sx={{
            px: 1.5,
            py: 1,
            whiteSpace: 'nowrap',
            color: 'text.primary',
            borderBottom: '3px solid transparent',
            '&[aria-current]': {
              color: 'primary.main',
              borderColor: 'primary.main',
              fontWeight: 600,
            },
            '&:hover': { bgcolor: 'action.hover' },
          }}
        >
          {tab.label}
        </Link>
      ))}
    </Box>
  );
}
