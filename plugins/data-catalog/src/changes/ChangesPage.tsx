import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import {
  QueryStates,
  useDataCatalog,
} from '@suido/backstage-plugin-data-catalog-react';
import { EmptyState } from '@suido/react-kit';
import { useSearchParams } from 'react-router-dom';
import { usePages } from '../api/usePages';
import { CatalogFrame } from '../frame/CatalogFrame';
import { useCatalogTabs } from '../frame/useCatalogTabs';
import { MorePages } from '../pages/MorePages';
import { dayOf, daysBefore, isDay, startOfDay } from '../time/days';
import { dataCatalogTranslationRef } from '../translation/ref';
import { ChangeList } from './ChangeList';

const SINCE_PARAM = 'since';
const SPANS_DAYS = [1, 7, 30] as const;
const DEFAULT_SPAN_DAYS = 7;

/** What changed in the whole catalog since a day; the day is in the address. */
export function ChangesPage() {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const tabs = useCatalogTabs();
  const client = useDataCatalog();
  const timeZone = useApi(configApiRef).getOptionalString('suido.timeZone');
  const [params, setParams] = useSearchParams();
  const today = dayOf(new Date(), timeZone);
  const asked = params.get(SINCE_PARAM) ?? '';
  const day = isDay(asked) ? asked : daysBefore(today, DEFAULT_SPAN_DAYS);
  const choose = (next: string) => {
    if (isDay(next)) {
      setParams({ [SINCE_PARAM]: next });
    }
  };
  const changes = usePages(['changes', day], cursor =>
    client.listChanges({
      query: { since: startOfDay(day, timeZone).toISOString(), cursor },
    }),
  );
  return (
    <CatalogFrame tabs={tabs}>
      <Stack spacing={2}>
        <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
          <TextField
            type="date"
            size="small"
            label={t('changes.since')}
            value={day}
            onChange={event => choose(event.target.value)}
            inputProps={{ max: today }}
            InputLabelProps={{ shrink: true }}
          />
          {SPANS_DAYS.map(span => (
            <Button
              key={span}
              size="small"
              aria-pressed={day === daysBefore(today, span)}
              variant={
                day === daysBefore(today, span) ? 'contained' : 'outlined'
              }
              onClick={() => choose(daysBefore(today, span))}
            >
              {t('changes.days', { count: span })}
            </Button>
          ))}
        </Stack>
        <QueryStates query={changes} rows={8}>
          {items =>
            items.length > 0 ? (
              <>
                <ChangeList
                  label={t('changes.caption')}
                  changes={items}
                  withDataset
                />
                <MorePages pages={changes} />
              </>
            ) : (
              <EmptyState
                title={t('changes.empty.title')}
                description={t('changes.empty.description')}
              />
            )
          }
        </QueryStates>
      </Stack>
    </CatalogFrame>
  );
}
