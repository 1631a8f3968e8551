import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { useNumberFormat } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { dataCatalogTranslationRef } from '../../translation/ref';
import { useFieldWords } from '../../words/useFieldWords';
import { EDITED_FIELDS, type EditTarget } from '../edit/EditTarget';
import { sectionPath } from '../sections';

const PERCENT = { style: 'percent', maximumFractionDigits: 0 } as const;

interface CompletenessProps {
  readonly dataset: Dataset;
  readonly path: string;
  readonly onEdit?: (target: EditTarget) => void;
}

/** How much of what a reader needs is written, and what is best filled in next. */
export function Completeness({ dataset, path, onEdit }: CompletenessProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const percent = useNumberFormat(PERCENT);
  const fieldWords = useFieldWords();
  const { completeness, missing } = dataset;
  const [next, ...later] = missing;
  const focus = EDITED_FIELDS.find(field => field === next);
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('completeness.title')}
      sx={{ p: 2 }}
    >
      <Typography variant="subtitle1" component="h3">
        {t('completeness.title')}
        {t('colon')}
        {percent(completeness)}
      </Typography>
      <LinearProgress
        aria-hidden="true"
        variant="determinate"
        value={completeness * 100}
        sx={{ my: 1 }}
      />
      {next === undefined ? (
        <Typography variant="body2">{t('completeness.whole')}</Typography>
      ) : (
        <>
          <Typography variant="body2">
            {t('completeness.next', { field: fieldWords(next) })}
          </Typography>
          {onEdit && focus && (
            <Button
              size="small"
              variant="contained"
              sx={{ my: 1 }}
              onClick={() => onEdit({ kind: 'dataset', focus })}
            >
              {t('completeness.fill', { field: fieldWords(focus) })}
            </Button>
          )}
          {next === 'columns' && (
            <Button
              size="small"
              component={RouterLink}
              to={sectionPath(path, 'columns')}
            >
              {t('completeness.columns')}
            </Button>
          )}
          {later.length > 0 && (
            <Box sx={{ mt: 1 }}>
              <Typography variant="caption" color="text.secondary">
                {t('completeness.later')}
              </Typography>
              <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
                {later.map(field => (
                  <li key={field}>{fieldWords(field)}</li>
                ))}
              </Box>
            </Box>
          )}
        </>
      )}
    </Paper>
  );
}
