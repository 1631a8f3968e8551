import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { LiveRegion } from '@suido/react-kit';
import type { MartForm } from '../form';
import { dataRequestsReactTranslationRef } from '../translation';
import { PreviewError } from './PreviewError';
import { PreviewSections } from './PreviewSections';

/** @public */
export interface LivePanelProps {
  /** From `useMartForm`. */
  readonly form: MartForm;
  /** Called with the path of the field that mends a check. */
  readonly onJump?: (field: string) => void;
  /** Whether the field of a check is on this page; of every one where absent. */
  readonly canJump?: (field: string) => boolean;
}

/**
 * What the form leads to, beside it: rows first, SQL last.
 *
 * @remarks
 * The last result stays while a newer one is computed, so nothing jumps under
 * the reader's eyes.
 * @public
 */
export function LivePanel({ form, onJump, canJump }: LivePanelProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { preview, isRefreshing, error, retry } = form.preview;
  return (
    <Paper
      variant="outlined"
      component="aside"
      aria-label={t('panel.title')}
      aria-busy={isRefreshing}
      sx={{ overflow: 'hidden' }}
    >
      <Box sx={{ height: 3 }}>
        {isRefreshing && !error && (
          <LinearProgress
            sx={{ height: 3 }}
            aria-label={t('panel.refreshing')}
          />
        )}
      </Box>
      <Stack spacing={2} sx={{ p: 2 }}>
        <Typography variant="h6" component="h3">
          {t('panel.title')}
        </Typography>
        <LiveRegion>
          {isRefreshing || !preview ? '' : <Summary form={form} />}
        </LiveRegion>
        {error && <PreviewError error={error} onRetry={retry} />}
        {preview ? (
          <PreviewSections
            preview={preview}
            judged={form.judged}
            duplicates={form.duplicates.items}
            onJump={onJump}
            canJump={canJump}
          />
        ) : (
          !error && (
            <Typography variant="body2" color="text.secondary">
              {t('panel.waiting')}
            </Typography>
          )
        )}
      </Stack>
    </Paper>
  );
}

function Summary({ form }: { readonly form: MartForm }) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const sample = form.preview.preview?.sample;
  return (
    <>
      {t('panel.updated', {
        problems: String(form.judged.shown.length),
        rows: String(sample?.status === 'available' ? sample.rows.length : 0),
      })}{' '}
      {t('fill.inStep', { amount: String(form.judged.toFill.length) })}
    </>
  );
}
