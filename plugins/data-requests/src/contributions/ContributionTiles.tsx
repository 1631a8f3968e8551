import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { RelativeTime, useNumberFormat } from '@suido/react-kit';
import type { ReactNode } from 'react';
import { dataRequestsTranslationRef } from '../translation/ref';
import type { ContributionFigures } from './contributionFigures';

interface ContributionTilesProps {
  readonly figures: ContributionFigures;
  /** False where there are older ones that were not counted. */
  readonly isComplete: boolean;
}

/** How many marts, how many lately, and since when. */
export function ContributionTiles({
  figures: { total, thisMonth, since },
  isComplete,
}: ContributionTilesProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const number = useNumberFormat();
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
      }}
    >
      <Tile label={t('contributions.total', { count: total })}>
        {isComplete
          ? number(total)
          : t('home.figures.monthAtLeast', { value: number(total) })}
      </Tile>
      <Tile label={t('contributions.thisMonth')}>{number(thisMonth)}</Tile>
      <Tile label={t('contributions.since')}>
        {since ? <RelativeTime value={since} /> : '–'}
      </Tile>
    </Box>
  );
}

function Tile({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <Paper
      variant="outlined"
      sx={{ p: 2, display: 'flex', flexDirection: 'column-reverse' }}
    >
      <Typography component="dt" variant="body2" color="text.secondary">
        {label}
      </Typography>
      <Typography component="dd" variant="h4" sx={{ m: 0 }}>
        {children}
      </Typography>
    </Paper>
  );
}
