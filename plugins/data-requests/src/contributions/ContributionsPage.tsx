import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { EmptyState } from '@suido/react-kit';
import type { AllRequests } from '../api/useAllRequests';
import { AskForMartButton } from '../frame/AskForMartButton';
import { FirstRequestLink } from '../frame/FirstRequestLink';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { contributionFigures } from './contributionFigures';
import { ContributionTable } from './ContributionTable';
import { ContributionTiles } from './ContributionTiles';
import { MonthColumns } from './MonthColumns';
import { useContributions } from './useContributions';

/** The marts that the reader brought to everybody. */
export function ContributionsPage() {
  const query = useContributions();
  return (
    <QueryStates query={query} rows={6}>
      {contributions =>
        contributions.requests.length === 0 ? (
          <NoContributions />
        ) : (
          <Contributions {...contributions} />
        )
      }
    </QueryStates>
  );
}

function Contributions({ requests, isComplete }: AllRequests) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const timeZone = useApi(configApiRef).getOptionalString('suido.timeZone');
  const figures = contributionFigures(requests, new Date(), timeZone);
  return (
    <Stack spacing={3}>
      <div>
        <Typography variant="h5" component="h2" sx={{ m: 0 }}>
          {t('contributions.title')}
        </Typography>
        <Typography color="text.secondary">
          {t('contributions.description')}
        </Typography>
      </div>
      <ContributionTiles figures={figures} isComplete={isComplete} />
      <section aria-labelledby="contributions-by-month">
        <Typography
          variant="h6"
          component="h3"
          id="contributions-by-month"
          sx={{ m: 0, mb: 1 }}
        >
          {t('contributions.byMonth')}
        </Typography>
        <MonthColumns months={figures.months} />
      </section>
      <ContributionTable requests={requests} />
    </Stack>
  );
}

function NoContributions() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <EmptyState
      title={t('contributions.empty.title')}
      description={t('contributions.empty.description')}
      action={
        <Stack spacing={1} alignItems="center">
          <AskForMartButton variant="outlined" />
          <FirstRequestLink />
        </Stack>
      }
    />
  );
}
