import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { RequestSummary } from '@suido/backstage-plugin-data-requests-common';
import { useNumberFormat } from '@suido/react-kit';
import type { ReactNode } from 'react';
import useSWR from 'swr';
import { retryUnlessAnswered } from '../api/retryUnlessAnswered';
import { useDataRequests } from '../api/useDataRequests';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { HomeSection } from './HomeSection';
import { requestFigures, spanInUnits } from './requestFigures';

const PAGE_SIZE = 100;
const PAGES_AT_MOST = 5;

interface CountedRequests {
  readonly requests: RequestSummary[];
  /** False where there are older ones that were not read. */
  readonly isComplete: boolean;
}

/** How many requests there are and how long they take, as far as the reader may see. @public */
export function RequestFiguresSection() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const query = useCountedRequests();
  return (
    <HomeSection title={t('home.figures.title')} seeAll="/all">
      <QueryStates query={query} rows={2}>
        {counted => <Figures {...counted} />}
      </QueryStates>
    </HomeSection>
  );
}

function Figures({ requests, isComplete }: CountedRequests) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const number = useNumberFormat();
  const timeZone = useApi(configApiRef).getOptionalString('suido.timeZone');
  const figures = requestFigures(requests, new Date(), timeZone);
  const count = (value: number) =>
    isComplete
      ? number(value)
      : t('home.figures.monthAtLeast', { value: number(value) });
  const span =
    figures.medianDoneMs === undefined
      ? undefined
      : spanInUnits(figures.medianDoneMs);
  return (
    <Stack direction="row" spacing={4} flexWrap="wrap" useFlexGap>
      <Figure value={count(figures.sentThisMonth)}>
        {t('home.figures.month')}
      </Figure>
      <Figure value={count(figures.open)}>{t('home.figures.open')}</Figure>
      {span ? (
        <Figure value={t(`home.figures.${span.unit}`, { count: span.count })}>
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

function useCountedRequests() {
  const client = useDataRequests();
  return useSWR<CountedRequests, Error>(
    ['data-requests', 'figures'],
    async () => {
      const requests: RequestSummary[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < PAGES_AT_MOST; page++) {
        const answer = await client.listRequests({
          query: { view: 'all', limit: PAGE_SIZE, cursor },
        });
        requests.push(...answer.items);
        cursor = answer.nextCursor;
        if (!cursor) {
          break;
        }
      }
      return { requests, isComplete: cursor === undefined };
    },
    { shouldRetryOnError: retryUnlessAnswered },
  );
}
