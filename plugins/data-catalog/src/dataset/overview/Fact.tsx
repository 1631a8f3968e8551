import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { dataCatalogReactTranslationRef } from '@suido/backstage-plugin-data-catalog-react';
import type { ReactNode } from 'react';

interface FactProps {
  readonly label: string;
  readonly wide?: boolean;
  /** Absent where nobody has said. */
  readonly children: ReactNode;
}

/** One fact of a list of facts. */
export function Fact({ label, wide, children }: FactProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  return (
    <Box sx={wide ? { gridColumn: '1 / -1' } : undefined}>
      <Typography component="dt" variant="caption" color="text.secondary">
        {label}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, overflowWrap: 'anywhere' }}
      >
        {children ?? t('unknown')}
      </Typography>
    </Box>
  );
}
