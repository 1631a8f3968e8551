import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import ErrorIcon from '@mui/icons-material/Error';
import HourglassTopIcon from '@mui/icons-material/HourglassTop';
import PanToolIcon from '@mui/icons-material/PanTool';
import Chip from '@mui/material/Chip';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { SourceRunState } from '@suido/backstage-plugin-data-catalog-common';
import type { ComponentType } from 'react';
import { dataCatalogTranslationRef } from '../translation/ref';

interface StateLook {
  readonly Icon: ComponentType<SvgIconProps>;
  readonly color: SvgIconProps['color'];
}

const LOOKS: Readonly<Record<SourceRunState, StateLook>> = {
  running: { Icon: HourglassTopIcon, color: 'info' },
  applied: { Icon: CheckCircleIcon, color: 'success' },
  unchanged: { Icon: CheckCircleIcon, color: 'success' },
  held: { Icon: PanToolIcon, color: 'warning' },
  failed: { Icon: ErrorIcon, color: 'error' },
};

/** How a run of a source ended as icon and word, never as colour alone. */
export function RunStateChip({ state }: { readonly state: SourceRunState }) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { Icon, color } = LOOKS[state];
  return (
    <Chip
      size="small"
      variant="outlined"
      sx={{ m: 0 }}
      icon={<Icon color={color} aria-hidden="true" />}
      label={t(`run.state.${state}`)}
    />
  );
}
