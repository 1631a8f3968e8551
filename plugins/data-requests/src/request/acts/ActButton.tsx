import Button, { type ButtonProps } from '@mui/material/Button';
import { forwardRef } from 'react';

interface ActButtonProps extends ButtonProps {
  readonly isBusy: boolean;
}

/**
 * Rests while an act is on its way. A button that is switched off would lose
 * the focus meanwhile.
 */
export const ActButton = forwardRef<HTMLButtonElement, ActButtonProps>(
  function RestingButton({ isBusy, onClick, ...others }, ref) {
    return (
      <Button
        ref={ref}
        aria-disabled={isBusy || undefined}
        onClick={isBusy ? undefined : onClick}
        sx={isBusy ? { opacity: 0.6, cursor: 'not-allowed' } : undefined}
        {...others}
      />
    );
  },
);
