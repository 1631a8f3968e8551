import { useTranslationRef } from '@backstage/frontend-plugin-api';
import BlockIcon from '@mui/icons-material/Block';
import BuildIcon from '@mui/icons-material/Build';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReadingReport } from '@suido/backstage-plugin-data-catalog-common';
import { useLanguage, useNumberFormat } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../translation/ref';

const TOTALS = ['read', 'kept', 'repaired', 'refused'] as const;

/** What became of the records of one reading, and why. */
export function ReportView({ report }: { readonly report: ReadingReport }) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const language = useLanguage();
  const format = useNumberFormat();
  return (
    <Stack spacing={1}>
      <Stack
        direction="row"
        flexWrap="wrap"
        columnGap={3}
        component="dl"
        sx={{ m: 0 }}
      >
        {TOTALS.map(total => (
          <Box key={total}>
            <Typography component="dt" variant="caption" color="text.secondary">
              {t(`report.${total}`)}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0 }}>
              {format(report.totals[total])}
            </Typography>
          </Box>
        ))}
      </Stack>
      {report.reasons.length > 0 && (
        <Box
          component="ul"
          aria-label={t('report.reasons')}
          sx={{ m: 0, pl: 2 }}
        >
          {report.reasons.map(({ code, outcome, text, count, examples }) => (
            <Box component="li" key={`${outcome}:${code}`} sx={{ mb: 1 }}>
              <Typography variant="body2" component="div">
                <Chip
                  size="small"
                  sx={{ m: 0, mr: 1 }}
                  variant="outlined"
                  icon={
                    outcome === 'refused' ? (
                      <BlockIcon
                        aria-hidden="true"
                        fontSize="small"
                        color="warning"
                      />
                    ) : (
                      <BuildIcon aria-hidden="true" fontSize="small" />
                    )
                  }
                  label={t(`report.outcome.${outcome}`, {
                    number: format(count),
                  })}
                />
                {text[language]}
              </Typography>
              {examples.length > 0 && (
                <Box component="details" sx={{ typography: 'caption' }}>
                  <Box component="summary" sx={{ cursor: 'pointer' }}>
                    {t('report.examples')}
                  </Box>
                  {examples.map(example => (
                    <Box key={example} sx={{ overflowWrap: 'anywhere' }}>
                      <code>{example}</code>
                    </Box>
                  ))}
                </Box>
              )}
            </Box>
          ))}
        </Box>
      )}
    </Stack>
  );
}
