import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import type { Column } from '@suido/backstage-plugin-data-catalog-common';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import { dataCatalogReactTranslationRef } from '../translation/ref';
import { ColumnCells } from './ColumnCells';
import { ColumnsHead, GRID_COLUMNS, HEAD_PX } from './ColumnsHead';
import type { Columns } from './useColumns';
import { useRowKeys } from './useRowKeys';

const ROW_PX = 44;
const ROWS_AROUND = 8;
const HEIGHT_PX = 560;

// One class for the row and all of its cells: thirty rows are drawn at once.
const Row = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  position: 'absolute',
  top: 0,
  left: 0,
  width: '100%',
  minHeight: ROW_PX,
  padding: theme.spacing(0.75, 1.5),
  display: 'grid',
  gridTemplateColumns: GRID_COLUMNS,
  gap: theme.spacing(1.5),
  alignItems: 'start',
  borderBottom: `1px solid ${theme.palette.divider}`,
  cursor: 'pointer',
  '&:hover': { backgroundColor: theme.palette.action.hover },
  '& > *': {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '&[aria-expanded="true"] > *': {
    overflowWrap: 'anywhere',
    whiteSpace: 'normal',
  },
  '& > [role="rowheader"]': { fontWeight: 600 },
  '& > [data-code]': { fontFamily: 'monospace' },
}));

interface ColumnsGridProps {
  readonly label: string;
  readonly columns: Columns;
  readonly total: number;
  readonly words: readonly string[];
  readonly onEdit?: (column: Column) => void;
}

/**
 * Rows of which only those in view are drawn, so that a dataset of 10,000
 * columns scrolls as one of ten. One tab stop; the arrow keys move the row.
 */
export function ColumnsGrid(props: ColumnsGridProps) {
  const { label, columns, total, words, onEdit } = props;
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: ROWS_AROUND,
    // The titles stand above the rows, and stay there.
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });
  const toggle = (row: number) => {
    const name = columns.columnAt(row)?.name;
    if (name !== undefined) {
      setOpen(last => {
        const next = new Set(last);
        if (!next.delete(name)) {
          next.add(name);
        }
        return next;
      });
    }
  };
  const keys = useRowKeys(total, row => virtualizer.scrollToIndex(row), toggle);
  const rows = virtualizer.getVirtualItems();
  const first = rows.at(0)?.index;
  const last = rows.at(-1)?.index;
  const { need } = columns;
  useEffect(() => {
    if (first !== undefined && last !== undefined) {
      need(first, last);
    }
  }, [need, first, last]);

  return (
    <Box
      ref={box}
      role="treegrid"
      aria-label={label}
      aria-describedby={`${id}-keys`}
      aria-rowcount={total + 1}
      aria-busy={columns.isBusy}
      aria-activedescendant={
        rows.some(({ index }) => index === keys.row)
          ? `${id}-${keys.row}`
          : undefined
      }
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
      sx={{
        height: HEIGHT_PX,
        overflow: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        '&:focus-visible [data-active]': { outline: 2, outlineOffset: -2 },
      }}
    >
      <Box id={`${id}-keys`} sx={{ display: 'none' }}>
        {t('columns.keys')}
      </Box>
      <ColumnsHead />
      <Box
        role="rowgroup"
        sx={{ position: 'relative', minWidth: 900 }}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map(({ index, start }) => {
          const column = columns.columnAt(index);
          const isOpen = column !== undefined && open.has(column.name);
          return (
            <Row
              key={index}
              id={`${id}-${index}`}
              ref={virtualizer.measureElement}
              data-index={index}
              data-active={index === keys.row ? '' : undefined}
              role="row"
              aria-level={1}
              aria-rowindex={index + 2}
              aria-expanded={isOpen}
              onClick={() => {
                keys.setRow(index);
                // Who marks a text to copy it does not open the row.
                if (!window.getSelection()?.toString()) {
                  toggle(index);
                }
              }}
              style={{ transform: `translateY(${start - HEAD_PX}px)` }}
            >
              {column ? (
                <ColumnCells
                  column={column}
                  isOpen={isOpen}
                  words={words}
                  onEdit={onEdit}
                />
              ) : (
                <Box role="gridcell" sx={{ gridColumn: '1 / -1' }}>
                  <Skeleton
                    aria-label={t('columns.loadingRow', {
                      number: String(index + 1),
                    })}
                  />
                </Box>
              )}
            </Row>
          );
        })}
      </Box>
    </Box>
  );
}
