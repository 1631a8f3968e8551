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
