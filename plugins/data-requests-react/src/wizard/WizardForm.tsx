import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type {
  DataRequest,
  Duplicate,
  MartSpec,
  Target,
} from '@suido/backstage-plugin-data-requests-common';
import { useEffect, useState } from 'react';
import { DraftNotice } from '../draft';
import type { DuplicateActions } from '../duplicates';
import { useMartForm } from '../form';
import { MART_STEPS, type MartStep } from '../mart';
import { LivePanel } from '../panel';
import { useFormTexts } from '../translation';
import { problemsByStep, toFillByStep } from './problemsByStep';
import { StepBody } from './StepBody';
import { StepButtons } from './StepButtons';
import { StepHeading } from './StepHeading';
import { useSending, type RevisedRequest } from './useSending';
import { useStepNavigation } from './useStepNavigation';
import { useTakeInstead } from './useTakeInstead';
import { useWizardDraft } from './useWizardDraft';
import { WizardStepper } from './WizardStepper';

interface WizardFormProps extends Pick<DuplicateActions, 'hrefOf'> {
  readonly initialSpec: MartSpec;
  readonly initialStep: number;
  readonly initialField?: string;
  readonly draft: { readonly id: string; readonly revision: number };
  readonly targets: readonly Target[];
  readonly revises?: RevisedRequest;
  readonly onSubmitted: (request: DataRequest) => void;
  readonly onUsedInstead?: (duplicate: Duplicate) => void;
  readonly onDraftIdChange?: (draftId: string) => void;
}

/** The form itself, once it knows which repositories there are. */
export function WizardForm(props: WizardFormProps) {
  const { initialSpec, initialStep, targets, revises, onUsedInstead } = props;
  const t = useFormTexts();
  const [spec, setSpec] = useState(initialSpec);
  const navigation = useStepNavigation({
    index: initialStep,
    field: props.initialField,
  });
  const { step, index, jumpTo, goTo } = navigation;
  const form = useMartForm(spec, { targets, revises: revises?.id });
  const { insistOn } = form.been;
  const content = { spec, step: index };
  const draft = useWizardDraft({
    draft: props.draft,
    content,
    onTakeTheirs: theirs => {
      setSpec(theirs.spec);
      goTo(MART_STEPS[theirs.step] ?? MART_STEPS[0]);
    },
    onDraftIdChange: props.onDraftIdChange,
  });
  const sending = useSending(spec, draft.saver, props.onSubmitted, revises);
  const takeInstead = useTakeInstead(draft.saver, content, duplicate =>
    onUsedInstead?.(duplicate),
  );
  const isLast = step === 'check';
  // Whoever is about to send wants to know all that stands in the way.
  useEffect(() => {
    if (isLast) {
      insistOn(MART_STEPS);
    }
  }, [isLast, insistOn]);
  const goOn = (next: MartStep) => {
    if (MART_STEPS.indexOf(next) > index) {
      insistOn([step]);
    }
    goTo(next);
  };
  return (
    <Stack spacing={3} component="section" aria-label={t('wizard.label')}>
      <WizardStepper
        current={step}
        problems={problemsByStep(form.judged, step)}
        toFill={toFillByStep(form.judged)}
        onGo={goTo}
      />
      <DraftNotice {...draft.notice} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          alignItems: 'start',
          gridTemplateColumns: isLast
            ? 'minmax(0, 1fr)'
            : {
                xs: 'minmax(0, 1fr)',
                lg: 'minmax(0, 1fr) minmax(22rem, 40%)',
              },
        }}
      >
        <Stack spacing={2} ref={navigation.formRef}>
          <StepHeading
            step={step}
            spec={spec}
            form={form}
            draftStatus={draft.status}
            headingRef={navigation.headingRef}
          />
          <StepBody
            key={step}
            step={step}
            value={spec}
            onChange={setSpec}
            form={form}
            duplicateActions={{
              hrefOf: props.hrefOf,
              // A request that was sent is withdrawn, not ended as a draft.
              takeInstead: onUsedInstead && !revises ? takeInstead : undefined,
            }}
            onJump={jumpTo}
            onSend={sending.send}
            isSending={sending.isSending}
            sendError={sending.error}
            isRevision={revises !== undefined}
          />
          <StepButtons step={step} onGo={goOn} />
        </Stack>
        {!isLast && (
          <Box
            sx={{
              position: { lg: 'sticky' },
              top: 16,
              maxHeight: { lg: 'calc(100vh - 32px)' },
              overflow: { lg: 'auto' },
            }}
          >
            <LivePanel form={form} onJump={jumpTo} />
          </Box>
        )}
      </Box>
    </Stack>
  );
}
