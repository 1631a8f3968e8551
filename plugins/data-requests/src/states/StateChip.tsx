import { useTranslationRef } from '@backstage/frontend-plugin-api';
import BlockIcon from '@mui/icons-material/Block';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import CallMergeIcon from '@mui/icons-material/CallMerge';
import EditNoteIcon from '@mui/icons-material/EditNote';
import ErrorIcon from '@mui/icons-material/Error';
import HourglassTopIcon from '@mui/icons-material/HourglassTop';
import RateReviewIcon from '@mui/icons-material/RateReview';
import ReplayIcon from '@mui/icons-material/Replay';
import StorageIcon from '@mui/icons-material/Storage';
import WarningIcon from '@mui/icons-material/Warning';
import Chip, { type ChipProps } from '@mui/material/Chip';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import type { ComponentType } from 'react';
import { dataRequestsTranslationRef } from '../translation/ref';

interface StateLook {
  readonly Icon: ComponentType<SvgIconProps>;
  readonly color: SvgIconProps['color'];
}

const LOOKS: Readonly<Record<RequestState, StateLook>> = {
  draft: { Icon: EditNoteIcon, color: 'inherit' },
  checking: { Icon: HourglassTopIcon, color: 'info' },
  'in-review': { Icon: RateReviewIcon, color: 'info' },
  'changes-requested': { Icon: ReplayIcon, color: 'warning' },
  approved: { Icon: CheckCircleIcon, color: 'success' },
  merged: { Icon: CallMergeIcon, color: 'success' },
  deployed: { Icon: StorageIcon, color: 'success' },
  granted: { Icon: CheckCircleIcon, color: 'success' },
  expired: { Icon: BlockIcon, color: 'inherit' },
  revoked: { Icon: BlockIcon, color: 'inherit' },
  withdrawn: { Icon: BlockIcon, color: 'inherit' },
  lapsed: { Icon: BlockIcon, color: 'inherit' },
  conflicted: { Icon: WarningIcon, color: 'warning' },
  failed: { Icon: ErrorIcon, color: 'error' },
};

interface StateChipProps {
  readonly state: RequestState;
  readonly size?: ChipProps['size'];
}

/** A request's state as icon and word, never as colour alone. */
export function StateChip({ state, size = 'small' }: StateChipProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { Icon, color } = LOOKS[state];
  return (
    <Chip
      size={size}
      variant="outlined"
      sx={{ m: 0 }}
      icon={<Icon color={color} aria-hidden="true" />}
      label={t(`state.${state}`)}
    />
  );
}
