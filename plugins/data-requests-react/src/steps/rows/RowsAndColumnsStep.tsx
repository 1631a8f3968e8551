import { EmptyState } from '@suido/react-kit';
import { martColumnTypes, resolveSources } from '../../mart';
import { useFormTexts } from '../../translation';
import { MartStepFrame, type MartStepProps } from '../MartStepFrame';
import { ColumnList } from './ColumnList';
import { FilterList } from './FilterList';
import { GrainPicker } from './GrainPicker';

/** Third step: what a row is, its columns, and which rows count. @public */
export function RowsAndColumnsStep(props: MartStepProps) {
  const { value, onChange, form } = props;
  const t = useFormTexts();
  const sources = resolveSources(value.sources, form.datasets);
  const types = martColumnTypes(value, form.datasets);
  return (
    <MartStepFrame intro={t('rows.intro')} form={form}>
      {sources.length === 0 ? (
        <EmptyState
          title={t('rows.needData')}
          description={t('rows.needDataCure')}
        />
      ) : (
        <>
          <ColumnList
            value={value}
            onChange={onChange}
            sources={sources}
            types={types}
          />
          <GrainPicker value={value} onChange={onChange} types={types} />
          <FilterList value={value} onChange={onChange} sources={sources} />
        </>
      )}
    </MartStepFrame>
  );
}
