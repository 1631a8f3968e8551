import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { MART_STEPS, type MartStep } from '../mart';
import { dataRequestsReactTranslationRef } from '../translation';

interface StepButtonsProps {
  readonly step: MartStep;
  readonly onGo: (step: MartStep) => void;
}

/** Back and on, named after where they lead. */
export function StepButtons({ step, onGo }: StepButtonsProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const index = MART_STEPS.indexOf(step);
  const previous = MART_STEPS[index - 1];
  const next = MART_STEPS[index + 1];
  return (
    <Stack direction="row" spacing={1}>
      {previous && (
        <Button onClick={() => onGo(previous)}>{t('wizard.back')}</Button>
      )}
      {next && (
        <Button variant="contained" onClick={() => onGo(next)}>
          {t('wizard.nextStep', { step: t(`step.${next}`) })}
        </Button>
      )}
    </Stack>
  );
}
