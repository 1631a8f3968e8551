import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useLocale, useNumberFormat } from '@suido/react-kit';
import { useMemo } from 'react';
import type { MonthCount } from './contributionFigures';

const HEIGHT_PX = 96;

/** One column for each month; the numbers are written above them. */
export function MonthColumns({
  months,
}: {
  readonly months: readonly MonthCount[];
}) {
  const number = useNumberFormat();
  const locale = useLocale();
  const name = useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, {
      year: '2-digit',
      month: 'short',
      timeZone: 'UTC',
    });
    return (month: string) => format.format(new Date(`${month}-01T00:00:00Z`));
  }, [locale]);
  const most = Math.max(...months.map(({ count }) => count), 1);
  return (
    <Box
      component="ol"
      tabIndex={0}
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        gridAutoFlow: 'column',
        gridAutoColumns: 'minmax(44px, 1fr)',
        gap: 1,
        overflowX: 'auto',
        maxWidth: 900,
      }}
    >
      {months.map(({ month, count }) => (
        <Box
          key={month}
          component="li"
          sx={{ display: 'grid', justifyItems: 'center', gap: 0.5 }}
        >
          <Box
            sx={{
              height: HEIGHT_PX,
              display: 'flex',
              flexDirection: 'column',
              justifyContent: 'flex-end',
              alignItems: 'center',
              width: '100%',
            }}
          >
            <Typography variant="body2" component="span">
              {number(count)}
            </Typography>
            <Box
              aria-hidden="true"
              sx={{
                width: '70%',
                height: `${(count / most) * 70}%`,
                minHeight: 2,
                bgcolor: count > 0 ? 'primary.main' : 'divider',
                borderRadius: '4px 4px 0 0',
              }}
            />
          </Box>
          <Typography
            variant="caption"
            component="span"
            color="text.secondary"
            sx={{ whiteSpace: 'nowrap' }}
          >
            {name(month)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
