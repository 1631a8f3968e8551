import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { EmptyState } from '@suido/react-kit';
import { useSearchParams } from 'react-router-dom';
import { useRequestList, type RequestView } from '../api/useRequestList';
import { AskForMartButton } from '../frame/AskForMartButton';
import { FirstRequestLink } from '../frame/FirstRequestLink';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { DraftList } from './DraftList';
import { RequestTable } from './RequestTable';
import { FILTER_STATES, StateFilter } from './StateFilter';

const TEXT_KEYS = {
  mine: 'mine',
  'to-review': 'toReview',
  all: 'all',
} as const;
const STATE_PARAM = 'state';

interface RequestListPageProps {
  readonly view: RequestView;
}

/** Mine, to review, or all; the state filter lives in the address. */
export function RequestListPage({ view }: RequestListPageProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const [params, setParams] = useSearchParams();
  const state = FILTER_STATES.find(known => known === params.get(STATE_PARAM));
  const list = useRequestList(view, state);
  return (
    <Stack spacing={2}>
      {view === 'mine' && <DraftList />}
      <StateFilter
        value={state}
        onChange={next => setParams(next ? { [STATE_PARAM]: next } : {})}
      />
      <QueryStates query={list} rows={6}>
        {requests =>
          requests.length === 0 ? (
            <EmptyList
              view={view}
              filtered={state !== undefined}
              onShowAll={() => setParams({})}
            />
          ) : (
            <>
              <RequestTable requests={requests} />
              {list.hasMore && (
                <Button
                  onClick={list.showMore}
                  disabled={list.isLoadingMore}
                  sx={{ alignSelf: 'center' }}
                >
                  {t('list.more')}
                </Button>
              )}
            </>
          )
        }
      </QueryStates>
    </Stack>
  );
}

interface EmptyListProps {
  readonly view: RequestView;
  readonly filtered: boolean;
  readonly onShowAll: () => void;
}

function EmptyList({ view, filtered, onShowAll }: EmptyListProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const key = filtered ? 'filtered' : TEXT_KEYS[view];
  return (
    <EmptyState
      title={t(`list.empty.${key}.title`)}
      description={t(`list.empty.${key}.description`)}
      action={
        filtered ? (
          <Button onClick={onShowAll}>{t('list.empty.showAll')}</Button>
        ) : (
          <Stack spacing={1} alignItems="center">
            <AskForMartButton variant="outlined" />
            <FirstRequestLink />
          </Stack>
        )
      }
    />
  );
}
