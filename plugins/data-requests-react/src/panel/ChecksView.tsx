import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsReactTranslationRef } from '../translation';
import type { JudgedChecks } from '../form';
import { CheckLine } from './CheckLine';
import { ToFillView } from './ToFillView';

const NONE: readonly never[] = [];

/** @public */
export interface ChecksViewProps {
  readonly checks: readonly Check[];
  readonly onJump?: (field: string) => void;
  /** Whether the field of a check is on this page; of every one where absent. */
  readonly canJump?: (field: string) => boolean;
  /** Only count what passed. */
  readonly hidePassed?: boolean;
  /** What of the failed ones to show; all of them where absent. */
  readonly judged?: JudgedChecks;
}

/** The checks: what is still to fill in, then those that block. @public */
export function ChecksView(props: ChecksViewProps) {
  const { checks, onJump, canJump, hidePassed, judged } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const failed =
    judged?.shown ?? checks.filter(check => check.status === 'failed');
  const toFill = judged?.toFill ?? NONE;
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
      {failed.length === 0 && toFill.length === 0 && (
        <Typography variant="body2">{t('panel.allPassed')}</Typography>
      )}
      {toFill.length > 0 && (
        <ToFillView checks={toFill} onJump={onJump} canJump={canJump} />
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
                  <CheckLine
                    key={index}
                    check={check}
                    onJump={onJump}
                    canJump={canJump}
                  />
                ))}
              </Box>
            )}
          </Box>
        ))}
    </Stack>
  );
}
