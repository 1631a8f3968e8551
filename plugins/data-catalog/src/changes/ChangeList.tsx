import Box from '@mui/material/Box';
import type { DatasetChange } from '@suido/backstage-plugin-data-catalog-common';
import { ChangeItem } from './ChangeItem';

interface ChangeListProps {
  readonly label: string;
  readonly changes: readonly DatasetChange[];
  readonly withDataset: boolean;
}

/** Changes, newest first. */
export function ChangeList({ label, changes, withDataset }: ChangeListProps) {
  return (
    <Box
      component="ol"
      aria-label={label}
      sx={{ listStyle: 'none', m: 0, p: 0 }}
    >
      {changes.map(change => (
        <ChangeItem
          key={change.sequence}
          change={change}
          withDataset={withDataset}
        />
      ))}
    </Box>
  );
}
