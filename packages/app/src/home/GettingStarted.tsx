import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';
import useSWR from 'swr';
import { suidoAppTranslationRef } from '../translation/ref';

const STEPS = ['step1', 'step2', 'step3', 'step4'] as const;

/** How it goes, as long as nobody has asked for anything. */
export function GettingStarted() {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  const client = useApi(dataRequestsApiRef);
  const { data } = useSWR(['suido', 'any-request'], async () => {
    const { items } = await client.listRequests({ query: { limit: 1 } });
    return items.length > 0;
  });
  if (data !== false) {
    return null;
  }
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby="home-start"
      sx={{ p: 2 }}
    >
      <Typography variant="h6" component="h2" id="home-start" sx={{ m: 0 }}>
        {t('home.start.title')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {t('home.start.description')}
      </Typography>
      <Box
        component="ol"
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
          pl: 3,
          mb: 0,
        }}
      >
        {STEPS.map(step => (
          <li key={step}>
            <Typography variant="subtitle1" component="h3" sx={{ m: 0 }}>
              {t(`home.start.${step}.title`)}
            </Typography>
            <Typography variant="body2">
              {t(`home.start.${step}.text`)}
            </Typography>
          </li>
        ))}
      </Box>
    </Paper>
  );
}
