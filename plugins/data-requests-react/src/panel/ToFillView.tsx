import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { MART_STEPS, stepOfField } from '../mart';
import { useFormTexts } from '../translation';

interface ToFillViewProps {
  readonly checks: readonly Check[];
  readonly onJump?: (field: string) => void;
  /** Whether a field is on this page; every one where absent. */
  readonly canJump?: (field: string) => boolean;
}

/** How much nobody has filled in yet, step by step: a count, no reproach. */
export function ToFillView({ checks, onJump, canJump }: ToFillViewProps) {
  const t = useFormTexts();
  const steps = MART_STEPS.map(step => ({
    step,
    fields: checks.flatMap(({ field }) =>
      field !== undefined && stepOfField(field) === step ? [field] : [],
    ),
  })).filter(({ fields }) => fields.length > 0);
  return (
    <Box>
      <Typography variant="caption" color="text.secondary" component="p">
        {t('fill.title', { amount: String(checks.length) })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map(({ step, fields }) => {
          const words = {
            step: t(`step.${step}`),
            amount: String(fields.length),
          };
          return (
            <Typography key={step} component="li" variant="body2">
              {onJump && (canJump?.(fields[0]) ?? true) ? (
                <Link
                  component="button"
                  type="button"
                  variant="body2"
                  underline="hover"
                  textAlign="left"
                  aria-label={t('fill.stepNamed', words)}
                  onClick={() => onJump(fields[0])}
                >
                  {t('fill.step', words)}
                </Link>
              ) : (
                t('fill.step', words)
              )}
            </Typography>
          );
        })}
      </Box>
    </Box>
  );
}
