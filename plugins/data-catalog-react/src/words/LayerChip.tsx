import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@mui/material/Chip';
import type { Layer } from '@suido/vocabulary';
import { dataCatalogReactTranslationRef } from '../translation/ref';

/** @public */
export interface LayerChipProps {
  readonly layer: Layer;
}

/** How far from its source system a dataset is, as a word. @public */
export function LayerChip({ layer }: LayerChipProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const word = t(`layer.${layer}`);
  return (
    <Chip
      size="small"
      variant={layer === 'mart' ? 'filled' : 'outlined'}
      color={layer === 'mart' ? 'primary' : 'default'}
      sx={{ m: 0 }}
      label={word}
      aria-label={t('layer.label', { layer: word })}
      role="note"
    />
  );
}
