import Box from '@mui/material/Box';
import { AuthoredTextInput, FieldGroup, SelectInput } from '../../fields';
import { useFormTexts } from '../../translation';
import { MartStepFrame, type MartStepProps } from '../MartStepFrame';
import { ColumnDefinitions } from './ColumnDefinitions';
import { ConsumerList } from './ConsumerList';
import { DomainInput } from './DomainInput';
import { FrequencyChoice } from './FrequencyChoice';
import { PartitionChoice } from './PartitionChoice';
import { TestSentences } from './TestSentences';
import { TierChoice } from './TierChoice';
import { UnitTestSection } from './unitTest/UnitTestSection';

/** Fourth step: what it means, who looks after it, what must hold. @public */
export function MeaningStep(props: MartStepProps) {
  const { value, onChange, form } = props;
  const t = useFormTexts();
  return (
    <MartStepFrame intro={t('meaning.intro')} form={form}>
      <FieldGroup
        title={t('meaning.definition')}
        help={t('meaning.definitionHelp')}
      >
        <AuthoredTextInput
          field="definition"
          label={t('meaning.definitionLabel')}
          value={value.definition}
          onChange={definition => onChange({ ...value, definition })}
          rows={2}
        />
      </FieldGroup>
      <ColumnDefinitions value={value} onChange={onChange} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
        }}
      >
        <SelectInput
          field="owner"
          label={t('meaning.owner')}
          help={t('meaning.ownerHelp')}
          value={value.owner}
          options={(form.target?.owners ?? []).map(owner => ({
            value: owner.entityRef,
            label: owner.title,
          }))}
          emptyLabel={t('meaning.choose')}
          onChange={owner => onChange({ ...value, owner })}
          required
        />
        <DomainInput
          value={value.domain}
          domains={form.target?.domains ?? []}
          onChange={domain => onChange({ ...value, domain })}
        />
      </Box>
      <FrequencyChoice
        value={value.updateFrequency}
        onChange={updateFrequency => onChange({ ...value, updateFrequency })}
      />
      <PartitionChoice value={value} onChange={onChange} form={form} />
      <TierChoice value={value} onChange={onChange} form={form} />
      <TestSentences value={value} onChange={onChange} form={form} />
      <UnitTestSection value={value} onChange={onChange} form={form} />
      <ConsumerList
        value={value.consumers}
        onChange={consumers => onChange({ ...value, consumers })}
      />
    </MartStepFrame>
  );
}
