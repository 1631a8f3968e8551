import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import PublicIcon from '@mui/icons-material/Public';
import Chip from '@mui/material/Chip';
import { MASKED_FROM_TIER, type Tier } from '@suido/vocabulary';
import { dataCatalogReactTranslationRef } from '../translation/ref';

/** @public */
export interface TierChipProps {
  readonly tier: Tier;
}

/** A sensitivity tier as number and word, never as colour alone. @public */
export function TierChip({ tier }: TierChipProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const word = t(`tier.${tier}`);
  const isMasked = tier >= MASKED_FROM_TIER;
  return (
    <Chip
      size="small"
      variant="outlined"
      sx={{ m: 0 }}
      color={isMasked ? 'warning' : 'default'}
      icon={
        isMasked ? (
          <LockOutlinedIcon aria-hidden="true" />
        ) : (
          <PublicIcon aria-hidden="true" />
        )
      }
      label={word}
      aria-label={t('tier.label', { tier: word })}
      role="note"
    />
  );
}
