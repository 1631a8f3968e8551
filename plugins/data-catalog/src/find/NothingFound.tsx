import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { EmptyState } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { newMartRouteRef, sourcesRouteRef } from '../routes';
import { dataCatalogTranslationRef } from '../translation/ref';
import {
  listNarrowings,
  type Finding,
  type Narrowings,
} from './findingAddress';

interface NothingFoundProps {
  readonly finding: Finding;
  readonly onNarrowings: (narrowings: Narrowings) => void;
}

/** Nothing found, and the next step: look wider, or ask for what is missing. */
export function NothingFound({ finding, onNarrowings }: NothingFoundProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const newMart = useRouteRef(newMartRouteRef);
  const sources = useRouteRef(sourcesRouteRef);
  const words = finding.words.trim();
  const isNarrowed = listNarrowings(finding.narrowings).length > 0;
  if (!words && !isNarrowed) {
    return (
      <EmptyState
        title={t('empty.catalog.title')}
        description={t('empty.catalog.description')}
        action={
          sources && (
            <Button component={RouterLink} to={sources()}>
              {t('empty.catalog.sources')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <EmptyState
      title={
        words ? t('empty.words.title', { words }) : t('empty.narrowed.title')
      }
      description={t(
        isNarrowed ? 'empty.narrowed.description' : 'empty.words.description',
      )}
      action={
        <Stack direction="row" flexWrap="wrap" justifyContent="center" gap={1}>
          {isNarrowed && (
            <Button variant="outlined" onClick={() => onNarrowings({})}>
              {t('find.clear')}
            </Button>
          )}
          {newMart && words && (
            <Button
              component={RouterLink}
              variant="contained"
              to={`${newMart()}?${new URLSearchParams({ question: words })}`}
            >
              {t('empty.ask')}
            </Button>
          )}
        </Stack>
      }
    />
  );
}
