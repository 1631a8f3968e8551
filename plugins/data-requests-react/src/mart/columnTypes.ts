import type {
  Aggregation,
  ColumnType,
  InputDataset,
  MartCalculation,
  MartColumn,
  MartOperand,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { resolveSources } from './joins';

/** Types of the columns of a mart by name; those that cannot be told are absent. @public */
export type MartColumnTypes = ReadonlyMap<string, ColumnType>;

/**
 * What the columns of the mart hold.
 *
 * @remarks
 * It mirrors what the server decides, so that a form can offer what fits at
 * once; the server's check has the last word. Where a name is given twice, the
 * first one counts; a cycle has no type.
 * @public
 */
export function martColumnTypes(
  spec: Pick<MartSpec, 'columns' | 'sources'>,
  datasets: readonly InputDataset[],
): MartColumnTypes {
  const sourceTypes = new Map(
    resolveSources(spec.sources, datasets).flatMap(({ alias, dataset }) =>
      (dataset?.columns ?? []).map(
        column => [`${alias}.${column.name}`, column.type] as const,
      ),
    ),
  );
  const types = new Map<string, ColumnType>();
  const pending = new Map<string, MartColumn>();
  for (const column of spec.columns) {
    if (!pending.has(column.name)) {
      pending.set(column.name, column);
    }
  }
  // Every round finds at least one type more, or nothing more can be found.
  for (let found = true; found; ) {
    found = false;
    for (const [name, column] of pending) {
      const type =
        column.role === 'derived'
          ? calculationType(column.calculation, types)
          : sourcedType(column, sourceTypes);
      if (type) {
        types.set(name, type);
        pending.delete(name);
        found = true;
      }
    }
  }
  return types;
}

/** What a calculation gives; `undefined` as long as an operand is open. @public */
export function calculationType(
  calculation: MartCalculation,
  types: MartColumnTypes,
): ColumnType | undefined {
  switch (calculation.kind) {
    case 'arithmetic': {
      const left = operandType(calculation.left, types);
      const right = operandType(calculation.right, types);
      if (!isNumber(left) || !isNumber(right)) {
        return undefined;
      }
      return calculation.operation !== 'divide' &&
        left === 'integer' &&
        right === 'integer'
        ? 'integer'
        : 'decimal';
    }
    case 'round': {
      const of = operandType(calculation.of, types);
      if (!isNumber(of)) {
        return undefined;
      }
      return calculation.digits > 0 ? of : 'integer';
    }
    case 'first-present':
      return commonType(calculation.operands, types);
    case 'join-text':
      return calculation.parts.length > 0 ? 'text' : undefined;
    case 'choose':
      return commonType(
        [
          ...calculation.choices.map(choice => choice.result),
          ...(calculation.otherwise ? [calculation.otherwise] : []),
        ],
        types,
      );
    default:
      return 'integer';
  }
}

/** What an operand holds, where that is known. @public */
export function operandType(
  operand: MartOperand,
  types: MartColumnTypes,
): ColumnType | undefined {
  switch (operand.kind) {
    case 'column':
      return types.get(operand.name);
    case 'number':
      return Number.isInteger(operand.value) ? 'integer' : 'decimal';
    default:
      return 'text';
  }
}

/** Whether one can calculate with it. @public */
export function isNumber(type: ColumnType | undefined): boolean {
  return type === 'integer' || type === 'decimal';
}

/** Whether it is a point in time. @public */
export function isTime(type: ColumnType | undefined): boolean {
  return type === 'date' || type === 'timestamp';
}

/**
 * The one type of all values. Whole and broken numbers go together; a text that
 * was typed beside dates or truth values is read as one of them.
 */
function commonType(
  operands: readonly MartOperand[],
  types: MartColumnTypes,
): ColumnType | undefined {
  const typed = operands.filter(operand => operand.kind !== 'text');
  if (typed.length === 0) {
    return operands.length > 0 ? 'text' : undefined;
  }
  const found = typed.map(operand => operandType(operand, types));
  const [first] = found;
  if (found.every(isNumber)) {
    return typed.length < operands.length
      ? undefined
      : found.find(type => type === 'decimal') ?? first;
  }
  return found.every(type => type === first) ? first : undefined;
}

function sourcedType(
  column: Exclude<MartColumn, { role: 'derived' }>,
  sourceTypes: ReadonlyMap<string, ColumnType>,
): ColumnType | undefined {
  const source =
    column.column === undefined
      ? undefined
      : sourceTypes.get(`${column.source}.${column.column}`);
  // What nobody declared is taken as text.
  const taken = source === 'unknown' ? 'text' : source;
  if (column.role === 'measure') {
    return aggregateType(column.aggregation, taken);
  }
  return column.role === 'dimension' && column.timeGrain ? 'date' : taken;
}

function aggregateType(
  aggregation: Aggregation,
  of: ColumnType | undefined,
): ColumnType | undefined {
  switch (aggregation) {
    case 'count':
    case 'count-distinct':
      return 'integer';
    case 'average':
      return 'decimal';
    case 'sum':
      return of === 'integer' ? 'integer' : 'decimal';
    default:
      return of;
  }
}
