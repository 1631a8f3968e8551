import Box from '@mui/material/Box';
import {
  AGGREGATIONS,
  TIME_GRAINS,
  type MartColumn,
} from '@suido/backstage-plugin-data-requests-common';
import { SelectInput } from '../../fields';
import { withRole, type ResolvedSource } from '../../mart';
import { useFormTexts } from '../../translation';

type SourcedColumn = Exclude<MartColumn, { role: 'derived' }>;

interface ColumnRoleProps {
  readonly field: string;
  readonly column: SourcedColumn;
  readonly columns: readonly MartColumn[];
  readonly sources: readonly ResolvedSource[];
  readonly onChange: (column: MartColumn) => void;
}

/** Whether a column groups the rows, is kept, or is summed up, and how. */
export function ColumnRole(props: ColumnRoleProps) {
  const { field, column, columns, onChange } = props;
  const t = useFormTexts();
  const { name } = column;
  const hasOtherMeasure = columns.some(
    other => other.role === 'measure' && other.name !== name,
  );
  const countsRows = column.role === 'measure' && !column.column;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
      }}
    >
      <SelectInput
        field={`${field}.role`}
        label={t('rows.roleOf', { name })}
        shortLabel={t('short.role')}
        value={column.role}
        options={[
          {
            value: 'dimension',
            label: t('rows.roleDimension'),
            disabled: countsRows,
          },
          {
            value: 'measure',
            label: t('rows.roleMeasure'),
          },
          {
            value: 'detail',
            label: t(
              hasOtherMeasure ? 'rows.detailOnlyWithout' : 'rows.roleDetail',
            ),
            disabled: hasOtherMeasure || countsRows,
          },
        ]}
        onChange={role => onChange(withRole(column, role))}
      />
      <RoleDetail {...props} />
    </Box>
  );
}

function RoleDetail({ field, column, sources, onChange }: ColumnRoleProps) {
  const t = useFormTexts();
  const { name } = column;
  if (column.role === 'measure') {
    return (
      <SelectInput
        field={`${field}.aggregation`}
        label={t('rows.aggregationOf', { name })}
        shortLabel={t('short.aggregation')}
        value={column.aggregation}
        options={
          column.column
            ? AGGREGATIONS.map(aggregation => ({
                value: aggregation,
                label: t(`aggregation.${aggregation}`),
              }))
            : [{ value: 'count', label: t('aggregation.rows') }]
        }
        onChange={aggregation => onChange({ ...column, aggregation })}
      />
    );
  }
  const type = sources
    .find(source => source.alias === column.source)
    ?.dataset?.columns.find(other => other.name === column.column)?.type;
  if (
    column.role === 'detail' ||
    (type !== 'date' && type !== 'timestamp' && !column.timeGrain)
  ) {
    return null;
  }
  const { timeGrain, ...asItIs } = column;
  return (
    <SelectInput
      field={`${field}.timeGrain`}
      label={t('rows.timeGrainOf', { name })}
      shortLabel={t('short.timeGrain')}
      value={timeGrain ?? 'none'}
      options={[
        { value: 'none', label: t('rows.timeGrainNone') },
        ...TIME_GRAINS.map(grain => ({
          value: grain,
          label: t(`timeGrain.${grain}`),
        })),
      ]}
      onChange={grain =>
        onChange(grain === 'none' ? asItIs : { ...asItIs, timeGrain: grain })
      }
    />
  );
}
