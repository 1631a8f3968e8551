import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';

interface HomeSectionProps {
  readonly title: string;
  readonly description?: string;
  /** Path below the list of requests that shows all of it. */
  readonly seeAll?: string;
  readonly children: ReactNode;
}

/** One block of the home page. */
export function HomeSection({
  title,
  description,
  seeAll,
  children,
}: HomeSectionProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const root = useRouteRef(rootRouteRef);
  const titleId = useId();
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={titleId}
      sx={{ p: 2 }}
    >
      <Stack direction="row" justifyContent="space-between" spacing={2}>
        <Typography
          variant="h6"
          component="h2"
          id={titleId}
          sx={{ m: 0, flexGrow: 1 }}
        >
          {title}
        </Typography>
        {root && seeAll !== undefined && (
          <Link
            component={RouterLink}
            to={`${root()}${seeAll}`}
            aria-label={`${t('home.seeAll')}: ${title}`}
          >
            {t('home.seeAll')}
          </Link>
        )}
      </Stack>
      {description && (
        <Typography variant="body2" color="text.secondary">
          {description}
        </Typography>
      )}
      <Box sx={{ mt: 1 }}>{children}</Box>
    </Paper>
  );
}
