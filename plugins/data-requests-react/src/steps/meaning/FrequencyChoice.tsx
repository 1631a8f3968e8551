import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UPDATE_FREQUENCIES, type UpdateFrequency } from '@suido/vocabulary';
import { FieldGroup } from '../../fields';
import { dataRequestsReactTranslationRef } from '../../translation';
import { ChoiceList } from './ChoiceList';

interface FrequencyChoiceProps {
  readonly value: UpdateFrequency;
  readonly onChange: (value: UpdateFrequency) => void;
}

/** How often the mart is renewed, with what that means for its readers. */
export function FrequencyChoice({ value, onChange }: FrequencyChoiceProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  return (
    <FieldGroup field="updateFrequency" title={t('meaning.frequency')}>
      <ChoiceList
        label={t('meaning.frequency')}
        value={value}
        choices={UPDATE_FREQUENCIES.map(frequency => ({
          value: frequency,
          label: t(`frequency.${frequency}`),
          effect: t(`frequencyEffect.${frequency}`),
        }))}
        onChange={onChange}
      />
    </FieldGroup>
  );
}
