import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { ErrorState, LoadingState, useKeptFocus } from '@suido/react-kit';
import { useRef, type ReactNode } from 'react';
import { FieldChecks } from '../fields';
import type { MartForm } from '../form';

/** @public */
export interface MartStepProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  /** From `useMartForm(value)`. */
  readonly form: MartForm;
}

interface MartStepFrameProps {
  readonly intro: string;
  readonly form: MartForm;
  readonly children: ReactNode;
}

/** What every step has: its sentence, its states, the checks of its fields. */
export function MartStepFrame(props: MartStepFrameProps) {
  const { intro, form, children } = props;
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const body = () => {
    if (form.error) {
      return <ErrorState error={form.error} onRetry={form.reload} />;
    }
    if (form.isLoading) {
      return <LoadingState rows={4} rowHeightPx={56} />;
    }
    return children;
  };
  return (
    <FieldChecks problems={form.problems} been={form.been}>
      <Stack spacing={3} ref={root}>
        <Typography color="text.secondary">{intro}</Typography>
        {body()}
      </Stack>
    </FieldChecks>
  );
}
