import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The value as people read it. */
  readonly text: string;
}

interface BarListProps {
  /** What the bars count. */
  readonly label: string;
  readonly bars: readonly Bar[];
}

/** A few numbers to compare at a glance, each also written out. */
export function BarList({ label, bars }: BarListProps) {
  const most = Math.max(...bars.map(bar => bar.value), 1);
  return (
    <Box role="group" aria-label={label}>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          columnGap: 1.5,
          rowGap: 0.5,
          gridTemplateColumns: 'max-content minmax(80px, 320px) max-content',
          alignItems: 'center',
        }}
      >
        {bars.map(bar => (
          <Box key={bar.label} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2">
              {bar.label}
            </Typography>
            <Box
              component="dd"
              aria-hidden="true"
              sx={{
                m: 0,
                height: 14,
                bgcolor: 'action.hover',
                borderRadius: 1,
              }}
            >
              <Box
                sx={{
                  height: '100%',
                  width: `${(bar.value / most) * 100}%`,
                  bgcolor: 'primary.main',
                  borderRadius: 1,
                }}
              />
            </Box>
            <Typography
              component="dd"
              variant="body2"
              sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
            >
              {bar.text}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
