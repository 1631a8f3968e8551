import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { ColumnsTable } from '@suido/backstage-plugin-data-catalog-react';
import { useSearchParams } from 'react-router-dom';
import type { EditTarget } from './edit/EditTarget';

const FILTER_PARAM = 'q';

interface ColumnsSectionProps {
  readonly dataset: Dataset;
  readonly onEdit?: (target: EditTarget) => void;
}

/** The columns of a dataset; what they are filtered by is in the address. */
export function ColumnsSection({ dataset, onEdit }: ColumnsSectionProps) {
  const [params, setParams] = useSearchParams();
  return (
    <ColumnsTable
      datasetKey={dataset.key}
      name={dataset.name}
      revision={dataset.revision}
      filter={params.get(FILTER_PARAM)?.slice(0, 200) ?? ''}
      onFilter={filter =>
        setParams(filter ? { [FILTER_PARAM]: filter } : {}, { replace: true })
      }
      onEdit={onEdit && (column => onEdit({ kind: 'column', column }))}
    />
  );
}
