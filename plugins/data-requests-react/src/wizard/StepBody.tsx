import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import type { DuplicateActions } from '../duplicates';
import type { MartForm } from '../form';
import type { MartStep } from '../mart';
import {
  CheckAndSendStep,
  DataStep,
  MeaningStep,
  RowsAndColumnsStep,
  WhatAndWhyStep,
} from '../steps';

interface StepBodyProps {
  readonly step: MartStep;
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly form: MartForm;
  readonly onJump: (field: string) => void;
  readonly duplicateActions: DuplicateActions;
  readonly onSend: () => void;
  readonly isSending: boolean;
  readonly sendError?: Error;
  readonly isRevision: boolean;
}

/** The component of a step. */
export function StepBody(props: StepBodyProps) {
  const { step, value, onChange, form } = props;
  const shared = { value, onChange, form };
  switch (step) {
    case 'what':
      return (
        <WhatAndWhyStep
          {...shared}
          duplicateActions={props.duplicateActions}
          isRevision={props.isRevision}
        />
      );
    case 'data':
      return <DataStep {...shared} />;
    case 'rows':
      return <RowsAndColumnsStep {...shared} />;
    case 'meaning':
      return <MeaningStep {...shared} />;
    default:
      return (
        <CheckAndSendStep
          form={form}
          onJump={props.onJump}
          onSend={props.onSend}
          isSending={props.isSending}
          sendError={props.sendError}
          isRevision={props.isRevision}
        />
      );
  }
}
