import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { LiveRegion } from '../live';
import { reactKitTranslationRef } from '../translation';

/** @public */
export interface LoadingStateProps {
  /** How many rows the content will roughly have, so that nothing jumps. */
  readonly rows?: number;
  /** Height of a row in pixels. */
  readonly rowHeightPx?: number;
  /** What is being loaded, for screen readers. */
  readonly label?: string;
}

/** Placeholders in the size of what is coming. @public */
export function LoadingState({
  rows = 4,
  rowHeightPx = 40,
  label,
}: LoadingStateProps) {
  const { t } = useTranslationRef(reactKitTranslationRef);
  return (
    <Stack spacing={1} aria-busy="true">
      <LiveRegion>{label ?? t('loading')}</LiveRegion>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton
          key={index}
          variant="rounded"
          height={rowHeightPx}
          aria-hidden="true"
        />
      ))}
    </Stack>
  );
}
