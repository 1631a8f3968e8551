import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@suido/react-kit';
import { resolveSources } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';
import { MartStepFrame, type MartStepProps } from '../MartStepFrame';
import { ColumnList } from './ColumnList';
import { FilterList } from './FilterList';
import { GrainPicker } from './GrainPicker';

/** Third step: what a row is, its columns, and which rows count. @public */
export function RowsAndColumnsStep(props: MartStepProps) {
  const { value, onChange, form, showAllProblems } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const sources = resolveSources(value.sources, form.datasets);
  return (
    <MartStepFrame
      intro={t('rows.intro')}
      form={form}
      showAllProblems={showAllProblems}
    >
      {sources.length === 0 ? (
        <EmptyState
          title={t('rows.needData')}
          description={t('rows.needDataCure')}
        />
      ) : (
        <>
          <ColumnList value={value} onChange={onChange} sources={sources} />
          <GrainPicker value={value} onChange={onChange} />
          <FilterList value={value} onChange={onChange} sources={sources} />
        </>
      )}
    </MartStepFrame>
  );
}
