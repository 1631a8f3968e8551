import type { MartOperand } from '@suido/backstage-plugin-data-requests-common';
import {
  DATE,
  isNumeric,
  TEXT,
  TIMESTAMP,
  type ValueType,
} from '../../sql/ValueType';
import { numberText } from '../numberText';
import { readFilterValue } from '../readFilterValue';
import { sharedType } from './calculationTypes';
import type { CalculationProblem } from './readCalculation';
import { typeOfOperand, type Operand } from './ResolvedCalculation';

/** Type of a column of the mart, `undefined` where it has none (yet). */
export type ColumnTypes = (name: string) => ValueType | undefined;

/** An operand, or what is wrong with it. */
export interface OperandReading {
  readonly operand?: Operand;
  readonly problems: readonly CalculationProblem[];
}

interface NamedOperand {
  readonly field: string;
  readonly operand: MartOperand;
}

/** An operand of arithmetic. */
export function numberOperand(
  operand: MartOperand,
  field: string,
  types: ColumnTypes,
): OperandReading {
  if (operand.kind === 'text') {
    return wrong({
      what: 'operand-type',
      field,
      type: 'text',
      wanted: 'number',
    });
  }
  const read = typed(operand, field, types);
  return read.operand && !isNumeric(typeOfOperand(read.operand))
    ? wrong({
        what: 'operand-type',
        field,
        type: typeOfOperand(read.operand).type,
        wanted: 'number',
      })
    : read;
}

/** A date or time; a text is read as one. */
export function timeOperand(
  operand: MartOperand,
  field: string,
  types: ColumnTypes,
  wanted: 'date' | 'time',
): OperandReading {
  if (operand.kind === 'text') {
    const { value } = operand;
    const literal =
      (wanted === 'date' ? readFilterValue(value, DATE) : undefined) ??
      readFilterValue(value, TIMESTAMP);
    const type = wanted === 'date' ? 'date' : 'timestamp';
    return literal
      ? found({ kind: 'literal', literal })
      : wrong({ what: 'value-invalid', field, value, type });
  }
  const read = typed(operand, field, types);
  const type = read.operand && typeOfOperand(read.operand).type;
  return type === undefined ||
    type === 'timestamp' ||
    (type === 'date' && wanted === 'date')
    ? read
    : wrong({ what: 'operand-type', field, type, wanted });
}

/**
 * A part of a joined text. Numbers with a fraction, times and truth values are
 * refused: each warehouse writes them in its own way.
 */
export function partOperand(
  operand: MartOperand,
  field: string,
  types: ColumnTypes,
): OperandReading {
  if (operand.kind === 'text') {
    return textOperand(operand.value, field);
  }
  if (operand.kind === 'number') {
    return textOperand(numberText(operand.value).text, field);
  }
  const read = typed(operand, field, types);
  const type = read.operand && typeOfOperand(read.operand).type;
  return type === undefined || ['text', 'integer', 'date'].includes(type)
    ? read
    : wrong({ what: 'operand-type', field, type, wanted: 'text' });
}

/** Operands of which one becomes the result: all must be of one kind. */
export function readAlike(
  operands: readonly NamedOperand[],
  listField: string,
  types: ColumnTypes,
):
  | { readonly type: ValueType; readonly operands: readonly Operand[] }
  | { readonly type?: undefined; readonly problems: CalculationProblem[] } {
  if (operands.length === 0) {
    return { problems: [{ what: 'operands-missing', field: listField }] };
  }
  const readings = operands.map(({ operand, field }) =>
    operand.kind === 'text' ? undefined : typed(operand, field, types),
  );
  const [first] = readings.flatMap(reading => reading?.operand ?? []);
  const kind = first ? typeOfOperand(first) : TEXT;
  const alike = operands.map(({ operand, field }, index): OperandReading => {
    const reading = readings[index];
    if (reading) {
      return reading.operand ? sameKind(reading.operand, field, kind) : reading;
    }
    return operand.kind === 'text'
      ? literalOfKind(operand.value, field, kind)
      : { problems: [] };
  });
  const problems = alike.flatMap(reading => reading.problems);
  if (problems.length > 0) {
    return { problems };
  }
  const read = alike.flatMap(({ operand }) => operand ?? []);
  return { type: sharedType(read), operands: read };
}

function sameKind(
  operand: Operand,
  field: string,
  kind: ValueType,
): OperandReading {
  const type = typeOfOperand(operand);
  const isSame =
    type.type === kind.type || (isNumeric(type) && isNumeric(kind));
  return isSame
    ? found(operand)
    : wrong({ what: 'types-mixed', field, type: type.type, other: kind.type });
}

/** A text beside dates or truth values is read as one of them. */
function literalOfKind(
  value: string,
  field: string,
  kind: ValueType,
): OperandReading {
  if (kind.type === 'text') {
    return textOperand(value, field);
  }
  if (isNumeric(kind)) {
    return wrong({
      what: 'types-mixed',
      field,
      type: 'text',
      other: kind.type,
    });
  }
  const literal = readFilterValue(value, kind);
  return literal
    ? found({ kind: 'literal', literal })
    : wrong({ what: 'value-invalid', field, value, type: kind.type });
}

function textOperand(value: string, field: string): OperandReading {
  const literal = readFilterValue(value, TEXT);
  return literal
    ? found({ kind: 'literal', literal })
    : wrong({ what: 'value-invalid', field, value, type: 'text' });
}

function typed(
  operand: Exclude<MartOperand, { kind: 'text' }>,
  field: string,
  types: ColumnTypes,
): OperandReading {
  if (operand.kind === 'number') {
    return found({ kind: 'literal', literal: numberText(operand.value) });
  }
  const type = types(operand.name);
  return type
    ? found({ kind: 'column', name: operand.name, type })
    : wrong({ what: 'unknown', field });
}

function found(operand: Operand): OperandReading {
  return { operand, problems: [] };
}

function wrong(problem: CalculationProblem): OperandReading {
  return { problems: [problem] };
}
