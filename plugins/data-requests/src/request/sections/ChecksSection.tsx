import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import ErrorIcon from '@mui/icons-material/Error';
import RemoveCircleOutlineIcon from '@mui/icons-material/RemoveCircleOutline';
import WarningIcon from '@mui/icons-material/Warning';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { EmptyState, useLanguage } from '@suido/react-kit';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { outcomeOf, OUTCOMES } from './checkOutcome';

const LOOKS = {
  passed: { Icon: CheckCircleIcon, color: 'success' },
  warning: { Icon: WarningIcon, color: 'warning' },
  failed: { Icon: ErrorIcon, color: 'error' },
  notRun: { Icon: RemoveCircleOutlineIcon, color: 'inherit' },
} as const;

/** What the checks found, the worst first. */
export function ChecksSection({
  checks,
}: {
  readonly checks: readonly Check[];
}) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  if (checks.length === 0) {
    return <EmptyState title={t('checks.empty')} />;
  }
  const sorted = [...checks].sort(
    (a, b) => OUTCOMES.indexOf(outcomeOf(a)) - OUTCOMES.indexOf(outcomeOf(b)),
  );
  return (
    <List disablePadding>
      {sorted.map((check, index) => {
        const outcome = outcomeOf(check);
        const { Icon, color } = LOOKS[outcome];
        return (
          <ListItem
            key={`${check.rule}-${check.field ?? ''}-${index}`}
            disableGutters
          >
            <ListItemIcon sx={{ minWidth: 40 }}>
              <Icon color={color} titleAccess={t(`checks.${outcome}`)} />
            </ListItemIcon>
            <ListItemText
              primary={check.message[language]}
              secondary={
                check.field && t('checks.field', { field: check.field })
              }
            />
          </ListItem>
        );
      })}
    </List>
  );
}
