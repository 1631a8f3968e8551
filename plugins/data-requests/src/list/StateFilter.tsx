import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsTranslationRef } from '../translation/ref';

/** The states that a mart request in a list can be in. */
export const FILTER_STATES = [
  'checking',
  'in-review',
  'changes-requested',
  'approved',
  'merged',
  'deployed',
  'conflicted',
  'failed',
  'withdrawn',
  'lapsed',
] as const satisfies readonly RequestState[];

interface StateFilterProps {
  readonly value: RequestState | undefined;
  readonly onChange: (state: RequestState | undefined) => void;
}

const EVERY = 'every';

/** Narrows a list to one state. */
export function StateFilter({ value, onChange }: StateFilterProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <TextField
      select
      size="small"
      label={t('list.state')}
      value={value ?? EVERY}
      onChange={event =>
        onChange(FILTER_STATES.find(state => state === event.target.value))
      }
      sx={{ minWidth: 200, alignSelf: 'flex-start' }}
    >
      <MenuItem value={EVERY}>{t('list.everyState')}</MenuItem>
      {FILTER_STATES.map(state => (
        <MenuItem key={state} value={state}>
          {t(`state.${state}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
