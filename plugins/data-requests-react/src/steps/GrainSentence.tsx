import Typography from '@mui/material/Typography';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import type { MartColumnTypes } from '../mart';
import { useFormTexts } from '../translation';
import { grainWords } from '../words';

interface GrainSentenceProps {
  readonly spec: Pick<MartSpec, 'columns' | 'grain'>;
  readonly types: MartColumnTypes;
  /** What to read as long as nothing identifies a row. */
  readonly otherwise: string;
  /** Whether a screen reader reads it out as it changes. */
  readonly isLive?: boolean;
}

/** What one row stands for, with the columns behind it. */
export function GrainSentence(props: GrainSentenceProps) {
  const { spec, types, otherwise, isLive = false } = props;
  const t = useFormTexts();
  const language = useLanguage();
  const sentence = grainWords(t, spec, types, language);
  return (
    <Typography
      aria-live={isLive ? 'polite' : undefined}
      sx={{ overflowWrap: 'anywhere' }}
    >
      {sentence ?? otherwise}
      {sentence && (
        <Typography
          component="span"
          variant="body2"
          color="text.secondary"
          sx={{ ml: 1 }}
        >
          {t('rows.grainColumns', {
            columns: spec.grain.join(t('words.comma')),
          })}
        </Typography>
      )}
    </Typography>
  );
}
