import {
  CheckAndSendStep,
  useMartForm,
} from '@suido/backstage-plugin-data-requests-react';
import { useEffect, useMemo } from 'react';
import { assembleSpec } from '../spec';
import type { FieldProps } from './FieldProps';
import { StepPage } from './StepPage';
import { useSteady } from './useSteady';

/** The last page: shows all checks and hands the whole spec to the Template. */
export function CheckField({ field }: { readonly field: FieldProps }) {
  const { onChange } = field;
  const pages = useSteady(field.formContext?.formData);
  const spec = useMemo(() => assembleSpec({ ...pages }), [pages]);
  const form = useMartForm(spec);
  const isHandedOver =
    JSON.stringify(field.formData?.spec) === JSON.stringify(spec);
  useEffect(() => {
    if (!isHandedOver) {
      onChange({ spec });
    }
  }, [isHandedOver, spec, onChange]);
  return (
    <StepPage>
      <CheckAndSendStep form={form} />
    </StepPage>
  );
}
