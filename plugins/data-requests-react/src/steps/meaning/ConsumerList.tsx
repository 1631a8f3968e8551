import Button from '@mui/material/Button';
import type { MartConsumer } from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup } from '../../fields';
import { useFormTexts } from '../../translation';
import { ConsumerRow } from './ConsumerRow';

const MOST_CONSUMERS = 20;

interface ConsumerListProps {
  readonly value: readonly MartConsumer[];
  readonly onChange: (value: MartConsumer[]) => void;
}

/** Who will read the mart. */
export function ConsumerList({ value, onChange }: ConsumerListProps) {
  const t = useFormTexts();
  return (
    <FieldGroup
      field="consumers"
      title={t('meaning.consumers')}
      help={t('meaning.consumersHelp')}
    >
      {value.map((consumer, index) => (
        <ConsumerRow
          key={index}
          number={index + 1}
          consumer={consumer}
          onChange={changed => onChange(value.with(index, changed))}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
      {value.length < MOST_CONSUMERS && (
        <Button
          size="small"
          variant="outlined"
          sx={{ alignSelf: 'flex-start' }}
          onClick={() =>
            onChange([
              ...value,
              { kind: 'dashboard', name: '', exposure: false },
            ])
          }
        >
          {t('meaning.addConsumer')}
        </Button>
      )}
    </FieldGroup>
  );
}
