import { useEntity } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import {
  ColumnsTable,
  useDataset,
} from '@suido/backstage-plugin-data-catalog-react';
import { useState } from 'react';
import { DatasetStates } from './DatasetStates';

/** The columns of a dataset on its entity's page. */
export function DatasetEntityColumns() {
  const { entity } = useEntity();
  const query = useDataset(entity.metadata.name);
  const [filter, setFilter] = useState('');
  return (
    <Box sx={{ p: 2 }}>
      <DatasetStates query={query} rows={8}>
        {dataset => (
          <ColumnsTable
            datasetKey={dataset.key}
            name={dataset.name}
            revision={dataset.revision}
            filter={filter}
            onFilter={setFilter}
          />
        )}
      </DatasetStates>
    </Box>
  );
}
