import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { DiffMode } from './DiffMode';

interface DiffModeSwitchProps {
  readonly mode: DiffMode;
  readonly onMode: (mode: DiffMode) => void;
}

/** Differences side by side or in one column. */
export function DiffModeSwitch({ mode, onMode }: DiffModeSwitchProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={mode}
      onChange={(_, next: DiffMode | null) => next && onMode(next)}
      aria-label={t('files.mode')}
    >
      <ToggleButton value="unified">{t('files.unified')}</ToggleButton>
      <ToggleButton value="split">{t('files.split')}</ToggleButton>
    </ToggleButtonGroup>
  );
}
