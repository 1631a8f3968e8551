import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  sourceManagePermission,
  type CatalogSource,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  QueryStates,
  useDataCatalog,
} from '@suido/backstage-plugin-data-catalog-react';
import { EmptyState, ErrorState, useNumberFormat } from '@suido/react-kit';
import { useParams } from 'react-router-dom';
import { usePages } from '../api/usePages';
import { CatalogFrame } from '../frame/CatalogFrame';
import { useRootPath } from '../frame/useRootPath';
import { MorePages } from '../pages/MorePages';
import { dataCatalogTranslationRef } from '../translation/ref';
import { RunItem } from './RunItem';
import { useSourceActs } from './useSourceActs';
import { refreshIntervalOf, useSources } from './useSources';

/** One source: what was read from it, kept, repaired and refused, and why. */
export function SourcePage() {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { source: id = '' } = useParams();
  const root = useRootPath();
  const sources = useSources();
  const found = sources.data?.find(source => source.id === id);
  return (
    <CatalogFrame
      crumb={{
        label: found?.title ?? id,
        href: `${root}/sources/${encodeURIComponent(id)}`,
      }}
    >
      <QueryStates query={sources}>
        {() =>
          found ? (
            <SourceView source={found} onChanged={() => sources.mutate()} />
          ) : (
            <EmptyState
              title={t('source.unknown', { id })}
              description={t('source.unknownHelp')}
            />
          )
        }
      </QueryStates>
    </CatalogFrame>
  );
}

interface SourceViewProps {
  readonly source: CatalogSource;
  readonly onChanged: () => void;
}

function SourceView({ source, onChanged }: SourceViewProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const format = useNumberFormat();
  const client = useDataCatalog();
  const { allowed } = usePermission({ permission: sourceManagePermission });
  const runs = usePages(
    ['runs', source.id],
    cursor =>
      client.listSourceRuns({
        params: { source: source.id },
        query: { cursor },
      }),
    {
      refreshInterval: items =>
        refreshIntervalOf(items.map(({ state }) => state)),
    },
  );
  const acts = useSourceActs(source.id, () => {
    onChanged();
    runs.mutate();
  });
  return (
    <Stack spacing={2}>
      <Stack direction="row" flexWrap="wrap" alignItems="center" gap={2}>
        <Box sx={{ flexGrow: 1 }}>
          <Typography variant="h5" component="h2">
            {source.title}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {t('source.facts', {
              kind: source.kind,
              datasets: format(source.datasets),
            })}
          </Typography>
        </Box>
        {allowed && (
          <Button
            variant="outlined"
            disabled={acts.isBusy}
            onClick={acts.readAgain}
          >
            {t('source.readAgain')}
          </Button>
        )}
      </Stack>
      <Typography variant="body2" role="status">
        {acts.done && t(`source.done.${acts.done}`)}
      </Typography>
      {acts.error && <ErrorState error={acts.error} />}
      <QueryStates query={runs} rows={4}>
        {items =>
          items.length > 0 ? (
            <>
              <Stack
                component="ol"
                spacing={2}
                aria-label={t('source.runs')}
                sx={{ listStyle: 'none', m: 0, p: 0 }}
              >
                {items.map(run => (
                  <RunItem
                    key={run.id}
                    run={run}
                    isBusy={acts.isBusy}
                    onRelease={allowed ? () => acts.release(run.id) : undefined}
                  />
                ))}
              </Stack>
              <MorePages pages={runs} />
            </>
          ) : (
            <EmptyState
              title={t('source.noRuns')}
              description={t('source.noRunsHelp')}
            />
          )
        }
      </QueryStates>
    </Stack>
  );
}
