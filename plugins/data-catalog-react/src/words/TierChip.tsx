import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ApartmentIcon from '@mui/icons-material/Apartment';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import LockIcon from '@mui/icons-material/Lock';
import PublicIcon from '@mui/icons-material/Public';
import Chip from '@mui/material/Chip';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { MASKED_FROM_TIER, type Tier } from '@suido/vocabulary';
import type { ComponentType } from 'react';
import { dataCatalogReactTranslationRef } from '../translation/ref';

const ICONS: Readonly<Record<Tier, ComponentType<SvgIconProps>>> = {
  1: PublicIcon,
  2: ApartmentIcon,
  3: LockOutlinedIcon,
  4: LockIcon,
};

/** @public */
export interface TierChipProps {
  readonly tier: Tier;
}

/** A sensitivity tier as number and word, never as colour alone. @public */
export function TierChip({ tier }: TierChipProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const word = t(`tier.${tier}`);
  const Icon = ICONS[tier];
  return (
    <Chip
      size="small"
      variant="outlined"
      sx={{ m: 0 }}
      icon={
        <Icon
          aria-hidden="true"
          fontSize="small"
          color={tier >= MASKED_FROM_TIER ? 'warning' : 'inherit'}
        />
      }
      label={word}
      aria-label={t('tier.label', { tier: word })}
      role="note"
    />
  );
}
