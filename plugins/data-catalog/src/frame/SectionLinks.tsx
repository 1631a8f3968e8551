import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';

/** A part of a page with an address of its own. */
export interface SectionLink {
  readonly id: string;
  readonly label: string;
  readonly href: string;
}

interface SectionLinksProps {
  readonly label: string;
  readonly sections: readonly SectionLink[];
  readonly current: string;
}

/** The parts of a page as links, so that each can be opened, shared and gone back to. */
export function SectionLinks({ label, sections, current }: SectionLinksProps) {
  return (
    <Box
      component="nav"
      aria-label={label}
      sx={{
        display: 'flex',
        gap: 1,
        overflowX: 'auto',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {sections.map(({ id, label: text, href }) => (
        <Link
          key={id}
          component={RouterLink}
          to={href}
          underline="none"
          aria-current={id === current ? 'page' : undefined}
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
          {text}
        </Link>
      ))}
    </Box>
  );
}
