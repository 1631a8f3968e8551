import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import Switch from '@mui/material/Switch';
import type { MartConsumer } from '@suido/backstage-plugin-data-requests-common';
import { useId } from 'react';
import { SelectInput, TextInput } from '../../fields';
import { useFormTexts } from '../../translation';

const KINDS = [
  'dashboard',
  'notebook',
  'analysis',
  'ml',
  'application',
] as const satisfies readonly MartConsumer['kind'][];

interface ConsumerRowProps {
  /** Position in the list, from 1. */
  readonly number: number;
  readonly consumer: MartConsumer;
  readonly onChange: (consumer: MartConsumer) => void;
  readonly onRemove: () => void;
}

/** One reader: what it is, where, and whether the repository declares it. */
export function ConsumerRow(props: ConsumerRowProps) {
  const { consumer, onChange, onRemove } = props;
  const number = String(props.number);
  const t = useFormTexts();
  const id = useId();
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
      <Box sx={{ gridColumn: '1 / -1' }} data-field={`${field}.exposure`}>
        <FormControlLabel
          control={
            <Switch
              size="small"
              checked={consumer.exposure}
              onChange={(_, exposure) => onChange({ ...consumer, exposure })}
              inputProps={{ 'aria-describedby': id }}
            />
          }
          label={t('meaning.consumerExposure', { number })}
          sx={{ ml: -0.5 }}
          slotProps={{ typography: { variant: 'body2' } }}
        />
        <FormHelperText id={id} sx={{ mt: 0 }}>
          {t('meaning.consumerExposureHelp')}
        </FormHelperText>
      </Box>
    </Box>
  );
}
