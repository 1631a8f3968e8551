import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutline';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutline';
import HelpOutlineIcon from '@mui/icons-material/HelpOutline';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { dataRequestsReactTranslationRef } from '../translation';

interface CheckLineProps {
  readonly check: Check;
  readonly onJump?: (field: string) => void;
  /** Whether the field of a check is on this page; of every one where absent. */
  readonly canJump?: (field: string) => boolean;
}

/** One check: its state as icon and word, and the way to its field. */
export function CheckLine({ check, onJump, canJump }: CheckLineProps) {
  const language = useLanguage();
  const { field } = check;
  const message = check.message[language];
  const isWay =
    check.status !== 'passed' &&
    field !== undefined &&
    (canJump?.(field) ?? true);
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', py: 0.25 }}
    >
      <StatusIcon check={check} />
      {isWay && onJump ? (
        <Link
          component="button"
          type="button"
          variant="body2"
          color="inherit"
          textAlign="left"
          onClick={() => onJump(field)}
        >
          {message}
        </Link>
      ) : (
        <Typography variant="body2">{message}</Typography>
      )}
    </Box>
  );
}

function StatusIcon({ check }: { readonly check: Check }) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const sx = { mt: '1px' };
  if (check.status === 'passed') {
    return (
      <CheckCircleOutlineIcon
        color="success"
        fontSize="small"
        titleAccess={t('check.statusPassed')}
        sx={sx}
      />
    );
  }
  if (check.status === 'not-run') {
    return (
      <HelpOutlineIcon
        color="disabled"
        fontSize="small"
        titleAccess={t('check.statusNotRun')}
        sx={sx}
      />
    );
  }
  return check.severity === 'error' ? (
    <ErrorOutlineIcon
      color="error"
      fontSize="small"
      titleAccess={t('check.statusError')}
      sx={sx}
    />
  ) : (
    <WarningAmberIcon
      color="warning"
      fontSize="small"
      titleAccess={t('check.statusWarning')}
      sx={sx}
    />
  );
}
