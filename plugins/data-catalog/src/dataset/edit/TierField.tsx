import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@mui/material/TextField';
import { dataCatalogReactTranslationRef } from '@suido/backstage-plugin-data-catalog-react';
import { TIERS } from '@suido/vocabulary';
import { useId } from 'react';
import { dataCatalogTranslationRef } from '../../translation/ref';
import type { useEdit } from './useEdit';

interface TierFieldProps {
  readonly edit: ReturnType<typeof useEdit>;
}

/** The tier that a dataset has of its own; the server keeps it at that of its columns or above. */
export function TierField({ edit }: TierFieldProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { t: word } = useTranslationRef(dataCatalogReactTranslationRef);
  const id = useId();
  const meanwhile = edit.writtenMeanwhile('tier');
  return (
    <TextField
      id={id}
      select
      label={t('field.tier')}
      value={edit.values.tier}
      onChange={event => edit.write('tier', event.target.value)}
      size="small"
      fullWidth
      helperText={
        meanwhile === undefined
          ? t('edit.tierHelp')
          : t('edit.meanwhile', { text: meanwhile || t('edit.nothing') })
      }
      inputProps={{ 'data-field': 'tier' }}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      <option value="">{t('edit.tierByRule')}</option>
      {TIERS.map(tier => (
        <option key={tier} value={String(tier)}>
          {word(`tier.${tier}`)}
        </option>
      ))}
    </TextField>
  );
}
