import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { addSource, removeSource } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';
import { MartStepFrame, type MartStepProps } from '../MartStepFrame';
import { ChosenSources } from './ChosenSources';
import { DatasetPicker } from './DatasetPicker';
import { JoinEditor } from './JoinEditor';

/** Second step: the datasets, and how they belong together. @public */
export function DataStep(props: MartStepProps) {
  const { value, onChange, form } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  return (
    <MartStepFrame intro={t('data.intro')} form={form}>
      {value.sources.length > 0 && (
        <ChosenSources
          value={value}
          onChange={onChange}
          datasets={form.datasets}
        />
      )}
      {value.joins.length > 0 && (
        <JoinEditor value={value} onChange={onChange} form={form} />
      )}
      <DatasetPicker
        datasets={form.datasets}
        chosen={value.sources.map(source => source.dataset)}
        onAdd={dataset => onChange(addSource(value, dataset, form.datasets))}
        onRemove={dataset => {
          const source = value.sources.find(
            candidate => candidate.dataset === dataset.key,
          );
          if (source) {
            onChange(removeSource(value, source.alias));
          }
        }}
      />
    </MartStepFrame>
  );
}
