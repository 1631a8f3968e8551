import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { useState, type ComponentType } from 'react';
import { useMartForm } from '../form';
import { LivePanel } from '../panel';
import type { MartStepProps } from '../steps';

interface StepHarnessProps {
  readonly step: ComponentType<MartStepProps>;
  readonly spec: MartSpec;
  /** Told every spec that the step makes. */
  readonly onSpec?: (spec: MartSpec) => void;
}

/** A step alone over a spec of its own, with the panel beside it. */
export function StepHarness({ step: Step, spec, onSpec }: StepHarnessProps) {
  const [value, setValue] = useState(spec);
  const form = useMartForm(value);
  return (
    <>
      <Step
        value={value}
        onChange={changed => {
          setValue(changed);
          onSpec?.(changed);
        }}
        form={form}
      />
      <LivePanel form={form} />
    </>
  );
}
