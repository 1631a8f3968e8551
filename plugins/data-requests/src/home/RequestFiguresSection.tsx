import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useNumberFormat } from '@suido/react-kit';
import type { ReactNode } from 'react';
import { useAllRequests, type AllRequests } from '../api/useAllRequests';
import { QueryStates } from '../states/QueryStates';
import { useSpanWords } from '../time/useSpanWords';
import { dataRequestsTranslationRef } from '../translation/ref';
import { HomeSection } from './HomeSection';
import { requestFigures } from './requestFigures';

/** How many requests there are and how long they take, as far as the reader may see. @public */
export function RequestFiguresSection() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const query = useAllRequests('all');
  return (
    <HomeSection title={t('home.figures.title')} seeAll="/all">
      <QueryStates query={query} rows={2}>
        {counted => <Figures {...counted} />}
      </QueryStates>
    </HomeSection>
  );
}

function Figures({ requests, isComplete }: AllRequests) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const number = useNumberFormat();
  const span = useSpanWords();
  const timeZone = useApi(configApiRef).getOptionalString('suido.timeZone');
  const figures = requestFigures(requests, new Date(), timeZone);
  const count = (value: number) =>
    isComplete
      ? number(value)
      : t('home.figures.monthAtLeast', { value: number(value) });
  return (
    <Stack direction="row" spacing={4} flexWrap="wrap" useFlexGap>
      <Figure value={count(figures.sentThisMonth)}>
        {t('home.figures.month')}
      </Figure>
      <Figure value={count(figures.open)}>{t('home.figures.open')}</Figure>
      {figures.medianDoneMs !== undefined ? (
        <Figure value={span(figures.medianDoneMs)}>
          {t('home.figures.median')}
          <Typography variant="caption" component="div">
            {t('home.figures.medianBasis', { count: figures.doneCount })}
          </Typography>
        </Figure>
      ) : (
        <Figure value="–">{t('home.figures.noMedian')}</Figure>
      )}
    </Stack>
  );
}

function Figure({
  value,
  children,
}: {
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <Typography variant="h4" component="p" sx={{ m: 0 }}>
        {value}
      </Typography>
      <Typography variant="body2" color="text.secondary" component="div">
        {children}
      </Typography>
    </div>
  );
}
