import {
  focusField,
  LivePanel,
  stepOfField,
  useMartForm,
  type MartStepProps,
} from '@suido/backstage-plugin-data-requests-react';
import { useEffect, useMemo, useRef, type ComponentType } from 'react';
import { assembleSpec, pageValue, type MartPage } from '../spec';
import type { FieldProps } from './FieldProps';
import { StepPage } from './StepPage';
import { useSteady } from './useSteady';

interface MartStepFieldProps {
  readonly page: MartPage;
  readonly step: ComponentType<MartStepProps>;
  readonly field: FieldProps;
}

/** A step of the form as a field: its own part is the field's value. */
export function MartStepField({ page, step: Step, field }: MartStepFieldProps) {
  const { onChange } = field;
  const others = useSteady(field.formContext?.formData);
  const own = useSteady(field.formData);
  const spec = useMemo(
    () => assembleSpec({ ...others, [page]: own }),
    [others, own, page],
  );
  const form = useMartForm(spec);
  const root = useRef<HTMLDivElement>(null);

  const firstTarget = form.targets[0]?.id;
  useEffect(() => {
    if (page === 'what' && !spec.target && firstTarget) {
      onChange(pageValue(page, { ...spec, target: firstTarget }));
    }
  }, [page, spec, firstTarget, onChange]);

  return (
    <div ref={root}>
      <StepPage
        panel={
          <LivePanel
            form={form}
            canJump={path => stepOfField(path) === page}
            onJump={path => root.current && focusField(root.current, path)}
          />
        }
      >
        <Step
          value={spec}
          onChange={changed => onChange(pageValue(page, changed))}
          form={form}
        />
      </StepPage>
    </div>
  );
}
