import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { MartConsumer } from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup, SelectInput, TextInput } from '../../fields';
import { dataRequestsReactTranslationRef } from '../../translation';

const KINDS = [
  'dashboard',
  'notebook',
  'analysis',
  'ml',
  'application',
] as const satisfies readonly MartConsumer['kind'][];

const MOST_CONSUMERS = 20;

interface ConsumerListProps {
  readonly value: readonly MartConsumer[];
  readonly onChange: (value: MartConsumer[]) => void;
}

/** Who will read the mart. */
export function ConsumerList({ value, onChange }: ConsumerListProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
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
          onClick={() => onChange([...value, { kind: 'dashboard', name: '' }])}
        >
          {t('meaning.addConsumer')}
        </Button>
      )}
    </FieldGroup>
  );
}

interface ConsumerRowProps {
  readonly number: number;
  readonly consumer: MartConsumer;
  readonly onChange: (consumer: MartConsumer) => void;
  readonly onRemove: () => void;
}

function ConsumerRow(props: ConsumerRowProps) {
  const { consumer, onChange, onRemove } = props;
  const number = String(props.number);
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const field = `consumers.${props.number - 1}`;
  const { url, ...withoutUrl } = consumer;
  return (
    <Box
      data-field={field}
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: {
          xs: '1fr',
          md: 'minmax(0, 1fr) minmax(0, 2fr) minmax(0, 2fr) auto',
        },
      }}
    >
      <SelectInput
        field={`${field}.kind`}
        label={t('meaning.consumerKind', { number })}
        value={consumer.kind}
        options={KINDS.map(kind => ({
          value: kind,
          label: t(`consumerKind.${kind}`),
        }))}
        onChange={kind => onChange({ ...consumer, kind })}
      />
      <TextInput
        field={`${field}.name`}
        label={t('meaning.consumerName', { number })}
        value={consumer.name}
        onChange={name => onChange({ ...consumer, name })}
        maxLength={200}
      />
      <TextInput
        field={`${field}.url`}
        label={t('meaning.consumerUrl', { number })}
        value={url ?? ''}
        onChange={text =>
          onChange(text === '' ? withoutUrl : { ...consumer, url: text })
        }
        type="url"
        maxLength={2_000}
      />
      <IconButton
        size="small"
        onClick={onRemove}
        aria-label={t('meaning.removeConsumer', { number })}
      >
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
