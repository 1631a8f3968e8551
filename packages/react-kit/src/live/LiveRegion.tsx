import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

// Not `display: none`, which screen readers skip.
const VISUALLY_HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** @public */
export interface LiveRegionProps {
  readonly children: ReactNode;
  /** `assertive` only for what a reader must hear at once, such as a failure. */
  readonly urgency?: 'polite' | 'assertive';
}

/**
 * Tells screen readers what changed without showing it. Keep it mounted and
 * change its text: a region that appears with its text is often not read.
 * @public
 */
export function LiveRegion({ children, urgency = 'polite' }: LiveRegionProps) {
  return (
    <Box
      sx={VISUALLY_HIDDEN}
      role={urgency === 'assertive' ? 'alert' : 'status'}
      aria-live={urgency}
    >
      {children}
    </Box>
  );
}
