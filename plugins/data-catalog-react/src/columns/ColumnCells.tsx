import { useTranslationRef } from '@backstage/frontend-plugin-api';
import EditIcon from '@mui/icons-material/Edit';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import type { Column } from '@suido/backstage-plugin-data-catalog-common';
import { useLanguage } from '@suido/react-kit';
import { readAuthoredText } from '@suido/vocabulary';
import { memo } from 'react';
import { Definition } from '../definition/Definition';
import { withoutMarkdown } from '../definition/withoutMarkdown';
import { Highlighted } from '../highlight/Highlighted';
import { dataCatalogReactTranslationRef } from '../translation/ref';
import { TierChip } from '../words/TierChip';

export interface ColumnCellsProps {
  readonly column: Column;
  readonly isOpen: boolean;
  readonly words: readonly string[];
  readonly onEdit?: (column: Column) => void;
}

/**
 * A column's cells: one line while it is closed, all of it once it is open.
 * Kept as they are while others are scrolled into view.
 */
export const ColumnCells = memo(Cells);

function Cells({ column, isOpen, words, onEdit }: ColumnCellsProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const definition = readAuthoredText(column.definition, useLanguage());
  return (
    <>
      <div role="rowheader">
        <Highlighted text={column.name} words={words} />
      </div>
      <div role="gridcell" data-code>
        {column.type}
      </div>
      <div role="gridcell">
        {isOpen ? (
          <OpenDefinition column={column} />
        ) : (
          definition && (
            <Highlighted text={withoutMarkdown(definition)} words={words} />
          )
        )}
      </div>
      <div role="gridcell">
        {column.tier && <TierChip tier={column.tier} />}
      </div>
      <div role="gridcell">
        {isOpen ? <Tags names={column.tags} /> : column.tags.join(' ')}
      </div>
      <div role="gridcell">
        {isOpen ? <Tags names={column.tests} /> : column.tests.join(' ')}
      </div>
      <div role="gridcell">
        {onEdit && (
          <IconButton
            size="small"
            aria-label={t('columns.edit', { name: column.name })}
            onClick={event => {
              event.stopPropagation();
              onEdit(column);
            }}
          >
            <EditIcon fontSize="small" />
          </IconButton>
        )}
      </div>
    </>
  );
}

function OpenDefinition({ column }: { readonly column: Column }) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const { definition, definedBy, isNullable } = column;
  return (
    <>
      <Definition definition={definition} />
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {definedBy && (
          <div>{t('columns.definedBy', { source: definedBy })}</div>
        )}
        {isNullable !== undefined && (
          <div>{t(isNullable ? 'columns.nullable' : 'columns.required')}</div>
        )}
      </Box>
    </>
  );
}

function Tags({ names }: { readonly names: readonly string[] }) {
  return (
    <Stack direction="row" flexWrap="wrap" gap={0.5}>
      {names.map(name => (
        <Chip key={name} size="small" sx={{ m: 0 }} label={name} />
      ))}
    </Stack>
  );
}
