import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import { EmptyState } from '@suido/react-kit';
import { contributionFigures } from '../contributions/contributionFigures';
import { ContributionTiles } from '../contributions/ContributionTiles';
import { useContributions } from '../contributions/useContributions';
import { AskForMartButton } from '../frame/AskForMartButton';
import { FirstRequestLink } from '../frame/FirstRequestLink';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { HomeSection } from './HomeSection';

/** How many marts the reader brought; the way to the first where there is none. @public */
export function MyContributions() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const timeZone = useApi(configApiRef).getOptionalString('suido.timeZone');
  const query = useContributions();
  return (
    <HomeSection
      title={t('contributions.title')}
      description={t('contributions.description')}
      seeAll="/contributions"
    >
      <QueryStates query={query} rows={2}>
        {({ requests, isComplete }) =>
          requests.length === 0 ? (
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
          ) : (
            <ContributionTiles
              figures={contributionFigures(requests, new Date(), timeZone)}
              isComplete={isComplete}
            />
          )
        }
      </QueryStates>
    </HomeSection>
  );
}
