import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsReactTranslationRef } from '../translation';
import { CheckLine } from './CheckLine';

/** @public */
export interface ChecksViewProps {
  readonly checks: readonly Check[];
  readonly onJump?: (field: string) => void;
  /** Only count what passed. */
  readonly hidePassed?: boolean;
}

/** The checks, those that block first. @public */
export function ChecksView({ checks, onJump, hidePassed }: ChecksViewProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const failed = checks.filter(check => check.status === 'failed');
  const groups = [
    {
      title: 'check.blocking',
      checks: failed.filter(check => check.severity === 'error'),
    },
    {
      title: 'check.warning',
      checks: failed.filter(check => check.severity === 'warning'),
    },
    {
      title: 'check.notRun',
      checks: checks.filter(check => check.status === 'not-run'),
    },
    {
      title: 'check.passed',
      checks: checks.filter(check => check.status === 'passed'),
    },
  ] as const;
  if (checks.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('check.noneYet')}
      </Typography>
    );
  }
  return (
    <Stack spacing={1}>
      {failed.length === 0 && (
        <Typography variant="body2">{t('panel.allPassed')}</Typography>
      )}
      {groups
        .filter(group => group.checks.length > 0)
        .map(group => (
          <Box key={group.title}>
            <Typography variant="caption" color="text.secondary" component="p">
              {t(group.title, { amount: String(group.checks.length) })}
            </Typography>
            {!(hidePassed && group.title === 'check.passed') && (
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {group.checks.map((check, index) => (
                  <CheckLine key={index} check={check} onJump={onJump} />
                ))}
              </Box>
            )}
          </Box>
        ))}
    </Stack>
  );
}
