import CheckIcon from '@mui/icons-material/Check';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup } from '../../fields';
import { grainChoices, type MartColumnTypes } from '../../mart';
import { useFormTexts } from '../../translation';
import { GrainSentence } from '../GrainSentence';

interface GrainPickerProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly types: MartColumnTypes;
}

/** The grain as a sentence, put together from chips. */
export function GrainPicker({ value, onChange, types }: GrainPickerProps) {
  const t = useFormTexts();
  const choices = grainChoices(value.columns);
  const toggle = (name: string) =>
    onChange({
      ...value,
      grain: value.grain.includes(name)
        ? value.grain.filter(kept => kept !== name)
        : [...value.grain, name],
    });
  return (
    <FieldGroup
      field="grain"
      title={t('rows.grain')}
      help={t('rows.grainHelp')}
    >
      <GrainSentence
        spec={value}
        types={types}
        otherwise={t('rows.grainNone')}
        isLive
      />
      {choices.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {t('rows.grainNoChoice')}
        </Typography>
      ) : (
        <Stack direction="row" flexWrap="wrap" gap={1}>
          {[...new Set(choices)].map(name => {
            const isPicked = value.grain.includes(name);
            return (
              <Chip
                key={name}
                label={name}
                icon={isPicked ? <CheckIcon /> : undefined}
                color={isPicked ? 'primary' : 'default'}
                variant={isPicked ? 'filled' : 'outlined'}
                aria-pressed={isPicked}
                onClick={() => toggle(name)}
              />
            );
          })}
        </Stack>
      )}
    </FieldGroup>
  );
}
