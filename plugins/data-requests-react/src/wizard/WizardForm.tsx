import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type {
  DataRequest,
  MartSpec,
  Target,
} from '@suido/backstage-plugin-data-requests-common';
import { useState } from 'react';
import { DraftIndicator, DraftNotice } from '../draft';
import { useMartForm } from '../form';
import { MART_STEPS } from '../mart';
import { LivePanel } from '../panel';
import { dataRequestsReactTranslationRef } from '../translation';
import { StepBody } from './StepBody';
import { StepButtons } from './StepButtons';
import { useSending, type RevisedRequest } from './useSending';
import { useStepNavigation } from './useStepNavigation';
import { useWizardDraft } from './useWizardDraft';
import { WizardStepper } from './WizardStepper';
import { problemsByStep } from './problemsByStep';

interface WizardFormProps {
  readonly initialSpec: MartSpec;
  readonly initialStep: number;
  readonly draft: { readonly id: string; readonly revision: number };
  readonly targets: readonly Target[];
  readonly revises?: RevisedRequest;
  readonly onSubmitted: (request: DataRequest) => void;
  readonly onDraftIdChange?: (draftId: string) => void;
}

/** The form itself, once it knows which repositories there are. */
export function WizardForm(props: WizardFormProps) {
  const { initialSpec, initialStep, targets } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const [spec, setSpec] = useState(initialSpec);
  const navigation = useStepNavigation(initialStep);
  const { step, index, jumpTo, goTo } = navigation;
  const form = useMartForm(spec, { targets });
  const draft = useWizardDraft({
    draft: props.draft,
    content: { spec, step: index },
    onTakeTheirs: theirs => {
      setSpec(theirs.spec);
      goTo(MART_STEPS[theirs.step] ?? MART_STEPS[0]);
    },
    onDraftIdChange: props.onDraftIdChange,
  });
  const sending = useSending(draft.saver, props.onSubmitted, props.revises);
  const isLast = step === 'check';
  return (
    <Stack spacing={3} component="section" aria-label={t('wizard.label')}>
      <WizardStepper
        current={step}
        problems={problemsByStep(form.problems, navigation.visited, step)}
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
          <Stack direction="row" justifyContent="space-between" gap={2}>
            <Box>
              <Typography variant="body2" color="text.secondary">
                {t('wizard.stepOf', {
                  number: String(index + 1),
                  total: String(MART_STEPS.length),
                })}
              </Typography>
              <Typography
                variant="h5"
                component="h2"
                tabIndex={-1}
                ref={navigation.headingRef}
              >
                {t(`step.${step}`)}
              </Typography>
            </Box>
            <DraftIndicator status={draft.status} />
          </Stack>
          <StepBody
            key={step}
            step={step}
            value={spec}
            onChange={setSpec}
            form={form}
            showAllProblems={navigation.visited.has('check')}
            onJump={jumpTo}
            onSend={() => sending.send(spec)}
            isSending={sending.isSending}
            sendError={sending.error}
            isRevision={props.revises !== undefined}
          />
          <StepButtons step={step} onGo={goTo} />
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
