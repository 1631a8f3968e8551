import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { MART_STEPS, type MartStep } from '../mart';
import { useFormTexts } from '../translation';
import type { CountByStep } from './problemsByStep';

interface WizardStepperProps {
  readonly current: MartStep;
  /** Mistakes per step. */
  readonly problems: CountByStep;
  /** What is still to fill in per step. */
  readonly toFill: CountByStep;
  readonly onGo: (step: MartStep) => void;
}

/** The steps as buttons: every one can be gone to at any time. */
export function WizardStepper(props: WizardStepperProps) {
  const { current, problems, toFill, onGo } = props;
  const t = useFormTexts();
  return (
    <Box component="nav" aria-label={t('wizard.steps')}>
      <Box
        component="ol"
        sx={{
          listStyle: 'none',
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1,
          m: 0,
          p: 0,
        }}
      >
        {MART_STEPS.map((step, index) => (
          <Box component="li" key={step} sx={{ flex: '1 1 9rem' }}>
            <StepButton
              number={index + 1}
              title={t(`step.${step}`)}
              problems={problems[step] ?? 0}
              toFill={toFill[step] ?? 0}
              isCurrent={step === current}
              onClick={() => onGo(step)}
            />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

interface StepButtonProps {
  readonly number: number;
  readonly title: string;
  readonly problems: number;
  readonly toFill: number;
  readonly isCurrent: boolean;
  readonly onClick: () => void;
}

function StepButton(props: StepButtonProps) {
  const { number, title, problems, toFill, isCurrent, onClick } = props;
  const t = useFormTexts();
  return (
    <ButtonBase
      onClick={onClick}
      aria-current={isCurrent ? 'step' : undefined}
      sx={{
        width: '100%',
        height: '100%',
        px: 1,
        py: 0.75,
        display: 'block',
        textAlign: 'left',
        borderTop: 3,
        borderColor: isCurrent ? 'primary.main' : 'divider',
        '&:hover': { bgcolor: 'action.hover' },
        '&:focus-visible': { outline: 2, outlineColor: 'primary.main' },
      }}
    >
      <Typography
        variant="body2"
        component="span"
        fontWeight={isCurrent ? 700 : 400}
        display="block"
      >
        {number}. {title}
      </Typography>
      {/* The line has its place before there is something to say. */}
      <Box component="span" sx={{ display: 'block', minHeight: 20 }}>
        {problems > 0 && (
          <Typography
            variant="caption"
            component="span"
            color="error"
            sx={{ mr: 1 }}
          >
            {t('wizard.problems', { amount: String(problems) })}
          </Typography>
        )}
        {toFill > 0 && (
          <Typography variant="caption" component="span" color="text.secondary">
            {t('fill.inStep', { amount: String(toFill) })}
          </Typography>
        )}
      </Box>
    </ButtonBase>
  );
}
