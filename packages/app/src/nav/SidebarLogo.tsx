import { useSidebarOpenState } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { Logo } from '../frame/Logo';

interface SidebarLogoProps {
  readonly label: string;
}

/** The portal's sign, which leads home. */
export function SidebarLogo({ label }: SidebarLogoProps) {
  const { isOpen } = useSidebarOpenState();
  return (
    <Box
      component={RouterLink}
      to="/"
      aria-label={label}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        height: 72,
        width: isOpen ? 224 : 72,
        pl: '20px',
        color: 'common.white',
        textDecoration: 'none',
      }}
    >
      <Logo width={32} height={32} />
      {isOpen && (
        <Typography component="span" variant="h6" sx={{ m: 0 }}>
          Suido
        </Typography>
      )}
    </Box>
  );
}
