import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** What empty, error and denied states look alike in. */
export interface StateFrameProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'alert' | 'status';
}

/** A centred block: icon, title, words, one action. */
export function StateFrame({
  icon,
  title,
  children,
  action,
  role,
}: StateFrameProps) {
  return (
    <Stack
      role={role}
      spacing={1}
      alignItems="center"
      sx={{ py: 4, px: 2, textAlign: 'center' }}
    >
      <Box aria-hidden="true" sx={{ color: 'text.secondary', lineHeight: 0 }}>
        {icon}
      </Box>
      <Typography variant="subtitle1" component="p" fontWeight={600}>
        {title}
      </Typography>
      {children}
      {action && <Box sx={{ pt: 1 }}>{action}</Box>}
    </Stack>
  );
}
