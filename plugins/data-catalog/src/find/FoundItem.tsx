import type { Found } from '@suido/backstage-plugin-data-catalog-common';
import { DatasetSummaryCard } from '@suido/backstage-plugin-data-catalog-react';
import { AssetResult } from './AssetResult';
import { ColumnResult } from './ColumnResult';
import { MatchingColumns } from './MatchingColumns';

interface FoundItemProps {
  readonly found: Found;
  readonly words: readonly string[];
}

/** One thing found. */
export function FoundItem({ found, words }: FoundItemProps) {
  switch (found.kind) {
    case 'dataset':
      return (
        <DatasetSummaryCard dataset={found.dataset} words={words}>
          <MatchingColumns
            datasetKey={found.dataset.key}
            columns={found.columns}
            words={words}
          />
        </DatasetSummaryCard>
      );
    case 'column':
      return <ColumnResult column={found} words={words} />;
    default:
      return <AssetResult asset={found} words={words} />;
  }
}

/** What tells a result from the others. */
export function keyOfFound(found: Found): string {
  switch (found.kind) {
    case 'dataset':
      return `dataset:${found.dataset.key}`;
    case 'column':
      return `column:${found.dataset.key}:${found.name}`;
    default:
      return `${found.kind}:${found.source}:${found.id}`;
  }
}
