import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';

/** One answer with what it leads to. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly effect?: string;
  readonly disabled?: boolean;
}

interface ChoiceListProps<T extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}

/** One answer of a few, each with its effect in words. */
export function ChoiceList<T extends string>(props: ChoiceListProps<T>) {
  const { label, value, choices, onChange } = props;
  const choose = (chosen: string) => {
    const choice = choices.find(candidate => candidate.value === chosen);
    if (choice) {
      onChange(choice.value);
    }
  };
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onChange={(_, chosen) => choose(chosen)}
    >
      {choices.map(choice => (
        <FormControlLabel
          key={choice.value}
          value={choice.value}
          disabled={choice.disabled}
          control={<Radio size="small" sx={{ py: 0.5 }} />}
          // A long effect goes on below its own first line.
          sx={{ alignItems: 'flex-start' }}
          label={
            <Typography
              variant="body2"
              component="span"
              sx={{ display: 'block', py: 0.5 }}
            >
              <strong>{choice.label}</strong>
              {choice.effect && ` — ${choice.effect}`}
            </Typography>
          }
        />
      ))}
    </RadioGroup>
  );
}
