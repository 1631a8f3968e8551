import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface PanelSectionProps {
  readonly title: string;
  /** Level of the heading: one below the heading around it. */
  readonly level?: 'h3' | 'h4';
  readonly children: ReactNode;
}

/** One part of the panel under its heading. */
export function PanelSection({
  title,
  level = 'h4',
  children,
}: PanelSectionProps) {
  return (
    <div>
      <Typography
        variant="subtitle2"
        component={level}
        fontWeight={600}
        sx={{ mb: 0.5 }}
      >
        {title}
      </Typography>
      {children}
    </div>
  );
}
