import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type {
  MartColumn,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup } from '../../fields';
import {
  addColumn,
  renameColumn,
  uniqueName,
  withColumns,
  type MartColumnTypes,
  type ResolvedSource,
} from '../../mart';
import { useFormTexts } from '../../translation';
import { AddCalculation } from './calculation/AddCalculation';
import { ColumnCard } from './ColumnCard';
import { ColumnPicker } from './ColumnPicker';
import { newDerivedColumn, newRowCount } from './newColumns';
import { useFocusOfMoved } from './useFocusOfMoved';

interface ColumnListProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly sources: readonly ResolvedSource[];
  readonly types: MartColumnTypes;
}

/** The columns of the mart, in their order, and the ways to add one. */
export function ColumnList(props: ColumnListProps) {
  const { value, onChange, sources, types } = props;
  const t = useFormTexts();
  const { columns } = value;
  const setColumns = (next: readonly MartColumn[]) =>
    onChange(withColumns(value, next));
  const add = (column: MartColumn) =>
    setColumns([
      ...columns,
      {
        ...column,
        name: uniqueName(
          column.name,
          columns.map(existing => existing.name),
        ),
      },
    ]);
  const { list, follow } = useFocusOfMoved<HTMLDivElement>();
  const swap = (from: number, to: number) => {
    setColumns(columns.with(from, columns[to]).with(to, columns[from]));
    follow(from, to);
  };
  return (
    <FieldGroup
      field="columns"
      title={t('rows.columns')}
      help={t('rows.columnsHelp')}
    >
      <ColumnPicker
        sources={sources}
        onPick={(alias, column) => onChange(addColumn(value, alias, column))}
      />
      <Stack direction="row" flexWrap="wrap" gap={1}>
        <Button
          size="small"
          variant="outlined"
          onClick={() => add(newRowCount(sources[0].alias))}
        >
          {t('rows.addCount')}
        </Button>
        <AddCalculation
          columns={columns}
          types={types}
          onAdd={(name, calculation) =>
            add(newDerivedColumn(name, calculation))
          }
        />
      </Stack>
      {columns.length > 0 && (
        <Stack ref={list} spacing={1.5}>
          {columns.map((column, index) => (
            <ColumnCard
              key={index}
              column={column}
              index={index}
              columns={columns}
              types={types}
              sources={sources}
              onRename={name => onChange(renameColumn(value, index, name))}
              onChange={changed => setColumns(columns.with(index, changed))}
              onRemove={() => setColumns(columns.toSpliced(index, 1))}
              onMoveUp={index > 0 ? () => swap(index, index - 1) : undefined}
              onMoveDown={
                index < columns.length - 1
                  ? () => swap(index, index + 1)
                  : undefined
              }
            />
          ))}
        </Stack>
      )}
    </FieldGroup>
  );
}
