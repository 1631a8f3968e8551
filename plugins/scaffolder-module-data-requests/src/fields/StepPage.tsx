import Box from '@mui/material/Box';
import type { KeyboardEvent, ReactNode } from 'react';

interface StepPageProps {
  readonly children: ReactNode;
  /** What stands beside the fields; below them where there is no room. */
  readonly panel?: ReactNode;
}

/** The layout of one page of the Template. */
export function StepPage({ children, panel }: StepPageProps) {
  // In the stock form Enter in any text goes to the next page, and with an
  // input method the Enter that only takes a conversion would too.
  const keepOnPage = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
    }
  };
  return (
    <Box
      onKeyDown={keepOnPage}
      sx={{
        display: 'grid',
        gap: 3,
        alignItems: 'start',
        gridTemplateColumns: panel
          ? {
              xs: 'minmax(0, 1fr)',
              lg: 'minmax(0, 1fr) minmax(20rem, 40%)',
            }
          : 'minmax(0, 1fr)',
      }}
    >
      <Box>{children}</Box>
      {panel}
    </Box>
  );
}
