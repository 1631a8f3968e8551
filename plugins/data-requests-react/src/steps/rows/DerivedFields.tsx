import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import type {
  MartColumn,
  MartOperand,
} from '@suido/backstage-plugin-data-requests-common';
import { SelectInput } from '../../fields';
import { dataRequestsReactTranslationRef } from '../../translation';
import { NumberInput } from './NumberInput';

type DerivedColumn = Extract<MartColumn, { role: 'derived' }>;

const OPERATIONS = ['add', 'subtract', 'multiply', 'divide'] as const;

// No column can have this name, so it can stand for "a number" in the list.
const NUMBER_CHOICE = '#';

interface DerivedFieldsProps {
  readonly field: string;
  readonly column: DerivedColumn;
  readonly columns: readonly MartColumn[];
  readonly onChange: (column: MartColumn) => void;
}

/** A calculation: one side, an operation, the other side. */
export function DerivedFields(props: DerivedFieldsProps) {
  const { field, column, columns, onChange } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { name } = column;
  const others = columns
    .map(other => other.name)
    .filter(other => other !== name);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: '1fr', sm: '2fr minmax(7rem, 1fr) 2fr' },
      }}
    >
      <Operand
        field={`${field}.left`}
        label={t('rows.leftOf', { name })}
        owner={name}
        operand={column.left}
        names={others}
        onChange={left => onChange({ ...column, left })}
      />
      <SelectInput
        field={`${field}.operation`}
        label={t('rows.operationOf', { name })}
        value={column.operation}
        options={OPERATIONS.map(operation => ({
          value: operation,
          label: t(`operation.${operation}`),
        }))}
        onChange={operation => onChange({ ...column, operation })}
      />
      <Operand
        field={`${field}.right`}
        label={t('rows.rightOf', { name })}
        owner={name}
        operand={column.right}
        names={others}
        onChange={right => onChange({ ...column, right })}
      />
    </Box>
  );
}

interface OperandProps {
  readonly field: string;
  readonly label: string;
  /** Name of the column that is calculated. */
  readonly owner: string;
  readonly operand: MartOperand;
  readonly names: readonly string[];
  readonly onChange: (operand: MartOperand) => void;
}

function Operand(props: OperandProps) {
  const { field, label, owner, operand, names, onChange } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  return (
    <Box>
      <SelectInput
        field={field}
        label={label}
        value={operand.kind === 'column' ? operand.name : NUMBER_CHOICE}
        options={[
          ...names.map(name => ({ value: name, label: name })),
          { value: NUMBER_CHOICE, label: t('rows.aNumber') },
        ]}
        onChange={chosen =>
          onChange(
            chosen === NUMBER_CHOICE
              ? { kind: 'number', value: 1 }
              : { kind: 'column', name: chosen },
          )
        }
      />
      {operand.kind === 'number' && (
        <Box sx={{ mt: 1 }}>
          <NumberInput
            field={`${field}.value`}
            label={t('rows.numberOf', { name: owner })}
            value={operand.value}
            onChange={value => onChange({ kind: 'number', value })}
          />
        </Box>
      )}
    </Box>
  );
}
