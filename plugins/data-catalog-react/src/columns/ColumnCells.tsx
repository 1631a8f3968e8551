import { useTranslationRef } from '@backstage/frontend-plugin-api';
import EditIcon from '@mui/icons-material/Edit';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import type { Column } from '@suido/backstage-plugin-data-catalog-common';
import { useLanguage } from '@suido/react-kit';
import { readAuthoredText } from '@suido/vocabulary';
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

const OPEN_CELL = { minWidth: 0, overflowWrap: 'anywhere' } as const;

const CLOSED_CELL = {
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;

/** A column's cells: one line while it is closed, all of it once it is open. */
export function ColumnCells({
  column,
  isOpen,
  words,
  onEdit,
}: ColumnCellsProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const definition = readAuthoredText(column.definition, useLanguage());
  const cell = isOpen ? OPEN_CELL : CLOSED_CELL;
  return (
    <>
      <Box role="rowheader" sx={{ ...cell, fontWeight: 600 }}>
        <Highlighted text={column.name} words={words} />
      </Box>
      <Box role="gridcell" sx={{ ...cell, fontFamily: 'monospace' }}>
        {column.type}
      </Box>
      <Box role="gridcell" sx={cell}>
        {isOpen ? (
          <OpenDefinition column={column} />
        ) : (
          definition && (
            <Highlighted text={withoutMarkdown(definition)} words={words} />
          )
        )}
      </Box>
      <Box role="gridcell" sx={cell}>
        {column.tier && <TierChip tier={column.tier} />}
      </Box>
      <Box role="gridcell" sx={cell}>
        {isOpen ? <Tags names={column.tags} /> : column.tags.join(' ')}
      </Box>
      <Box role="gridcell" sx={cell}>
        {isOpen ? <Tags names={column.tests} /> : column.tests.join(' ')}
      </Box>
      <Box role="gridcell">
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
      </Box>
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
