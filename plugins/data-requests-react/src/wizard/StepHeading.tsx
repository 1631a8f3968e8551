import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import type { RefObject } from 'react';
import { DraftIndicator, type DraftStatus } from '../draft';
import type { MartForm } from '../form';
import { martColumnTypes, MART_STEPS, type MartStep } from '../mart';
import { GrainSentence } from '../steps/GrainSentence';
import { useFormTexts } from '../translation';

// Before the columns there is nothing to say of a row.
const STEPS_WITH_GRAIN: ReadonlySet<MartStep> = new Set([
  'rows',
  'meaning',
  'check',
]);

interface StepHeadingProps {
  readonly step: MartStep;
  readonly spec: MartSpec;
  readonly form: MartForm;
  readonly draftStatus: DraftStatus;
  readonly headingRef: RefObject<HTMLHeadingElement>;
}

/** Where in the form one is, what one row is, and whether all is saved. */
export function StepHeading(props: StepHeadingProps) {
  const { step, spec, form, draftStatus, headingRef } = props;
  const t = useFormTexts();
  return (
    <Box>
      <Stack direction="row" justifyContent="space-between" gap={2}>
        <Box>
          <Typography variant="body2" color="text.secondary">
            {t('wizard.stepOf', {
              number: String(MART_STEPS.indexOf(step) + 1),
              total: String(MART_STEPS.length),
            })}
          </Typography>
          <Typography
            variant="h5"
            component="h2"
            tabIndex={-1}
            ref={headingRef}
          >
            {t(`step.${step}`)}
          </Typography>
        </Box>
        <DraftIndicator status={draftStatus} />
      </Stack>
      {STEPS_WITH_GRAIN.has(step) && (
        <GrainSentence
          spec={spec}
          types={martColumnTypes(spec, form.datasets)}
          otherwise={
            step === 'rows'
              ? t('rows.grainNone')
              : t('rows.grainOpen', { step: t('step.rows') })
          }
        />
      )}
    </Box>
  );
}
