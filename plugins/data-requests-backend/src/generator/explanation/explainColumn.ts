import type { LocalizedText } from '@suido/vocabulary';
import type {
  MartExpression,
  ResolvedColumn,
  SourceColumn,
} from '../ResolvedMart';
import { explainCalculation } from './explainCalculation';
import { AGGREGATION_WORDS, GRAIN_WORDS, shown } from './words';

/** What a column holds, as one sentence. */
export function explainColumn(column: ResolvedColumn): LocalizedText {
  const { en, ja } = explainExpression(column.expression);
  return { en: `${column.name}: ${en}.`, ja: `${column.name}：${ja}です。` };
}

function explainExpression(expression: MartExpression): LocalizedText {
  switch (expression.kind) {
    case 'column': {
      const name = nameOf(expression.from);
      return { en: `${name} as it is`, ja: `${name} の値` };
    }
    case 'period': {
      const name = nameOf(expression.from);
      const grain = GRAIN_WORDS[expression.grain];
      return expression.grain === 'day'
        ? { en: `the day of ${name}`, ja: `${name} の日付` }
        : {
            en: `the first day of the ${grain.en} of ${name}`,
            ja: `${name} の属する${grain.ja}の初日`,
          };
    }
    case 'aggregate': {
      if (!expression.from) {
        return { en: 'number of rows', ja: '行数' };
      }
      const name = nameOf(expression.from);
      const words = AGGREGATION_WORDS[expression.aggregation];
      return { en: `${words.en} of ${name}`, ja: `${name} の${words.ja}` };
    }
    default:
      return explainCalculation(expression.calculation);
  }
}

function nameOf({ alias, column }: SourceColumn): string {
  return `${alias}.${shown(column.name)}`;
}
