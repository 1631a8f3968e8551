import type {
  Aggregation,
  TimeGrain,
} from '@suido/backstage-plugin-data-requests-common';
import {
  DATE,
  exactDecimal,
  FLOATING,
  INTEGER,
  TEXT,
  type ValueType,
} from '../sql/ValueType';

const MAX_SCALE = 18;

/** Type of a source's column in the mart: what nobody declared becomes text. */
export function takenType(
  column: ValueType,
  grain: TimeGrain | undefined,
): ValueType {
  if (grain) {
    return DATE;
  }
  return column.type === 'unknown' ? TEXT : column;
}

/** Type of an aggregate, as its cast makes it. */
export function aggregateType(
  aggregation: Aggregation,
  column: ValueType | undefined,
): ValueType {
  switch (aggregation) {
    case 'count':
    case 'count-distinct':
      return INTEGER;
    case 'average':
      return FLOATING;
    case 'sum':
      return summedType(column ?? INTEGER);
    default:
      return takenType(column ?? TEXT, undefined);
  }
}

function summedType({ type, scale }: ValueType): ValueType {
  if (type === 'integer') {
    return INTEGER;
  }
  return scale === undefined ? FLOATING : exactDecimal(scale);
}

/** Type of arithmetic on two numbers; a quotient is always floating. */
export function derivedType(
  operation: 'add' | 'subtract' | 'multiply' | 'divide',
  left: ValueType,
  right: ValueType,
): ValueType {
  if (operation === 'divide') {
    return FLOATING;
  }
  if (left.type === 'integer' && right.type === 'integer') {
    return INTEGER;
  }
  const scales = [left, right].map(({ type, scale }) =>
    type === 'integer' ? 0 : scale,
  );
  const [leftScale, rightScale] = scales;
  if (leftScale === undefined || rightScale === undefined) {
    return FLOATING;
  }
  const scale =
    operation === 'multiply'
      ? leftScale + rightScale
      : Math.max(leftScale, rightScale);
  return exactDecimal(Math.min(scale, MAX_SCALE));
}
