import type { LocalizedText } from '@suido/vocabulary';
import type {
  Operand,
  ResolvedCalculation,
} from '../calculation/ResolvedCalculation';
import { enumerated, OPERATOR_WORDS, shown } from './words';

type Of<K extends ResolvedCalculation['kind']> = Extract<
  ResolvedCalculation,
  { readonly kind: K }
>;

const UNIT_WORDS: Readonly<Record<Of<'time-between'>['unit'], LocalizedText>> =
  {
    day: { en: 'days', ja: '日数' },
    week: { en: 'weeks (from Monday)', ja: '週数（月曜始まり）' },
    month: { en: 'months', ja: '月数' },
    year: { en: 'years', ja: '年数' },
  };

const PART_WORDS: Readonly<Record<Of<'time-part'>['part'], LocalizedText>> = {
  year: { en: 'the year', ja: '年' },
  quarter: { en: 'the quarter (1 to 4)', ja: '四半期（1〜4）' },
  month: { en: 'the month (1 to 12)', ja: '月（1〜12）' },
  'day-of-month': { en: 'the day of the month', ja: '日（1〜31）' },
  'day-of-week': {
    en: 'the day of the week (Monday 1 to Sunday 7)',
    ja: '曜日（月曜 1〜日曜 7）',
  },
  hour: { en: 'the hour (0 to 23)', ja: '時（0〜23）' },
};

/** What a calculation comes to, as the predicate of a sentence. */
export function explainCalculation(
  calculation: ResolvedCalculation,
): LocalizedText {
  switch (calculation.kind) {
    case 'arithmetic':
      return explainArithmetic(calculation);
    case 'round':
      return explainRounding(calculation);
    case 'first-present': {
      const names = listOf(calculation.operands);
      return {
        en: `the first of ${names.en} that is not empty`,
        ja: `${names.ja} のうち最初の空でない値`,
      };
    }
    case 'join-text': {
      const names = listOf(calculation.parts);
      return {
        en: `${names.en}, one after the other; empty ones are left out`,
        ja: `${names.ja} を順につなげた文字（空のものは省く）`,
      };
    }
    case 'choose':
      return explainChoice(calculation);
    case 'time-between': {
      const unit = UNIT_WORDS[calculation.unit];
      const [from, to] = [
        operandText(calculation.from),
        operandText(calculation.to),
      ];
      return {
        en: `${unit.en} from ${from.en} to ${to.en}, as the calendar counts them`,
        ja: `${from.ja} から ${to.ja} までの暦の上での${unit.ja}`,
      };
    }
    default: {
      const part = PART_WORDS[calculation.part];
      const of = operandText(calculation.of);
      return { en: `${part.en} of ${of.en}`, ja: `${of.ja} の${part.ja}` };
    }
  }
}

function explainArithmetic({
  operation,
  left,
  right,
}: Of<'arithmetic'>): LocalizedText {
  const sign = { add: '+', subtract: '−', multiply: '×', divide: '÷' }[
    operation
  ];
  const formula = `${operandText(left).en} ${sign} ${operandText(right).en}`;
  return operation === 'divide'
    ? {
        en: `${formula}, empty where the divisor is zero`,
        ja: `${formula}（割る数が 0 のときは空）`,
      }
    : { en: formula, ja: formula };
}

function explainRounding({ of, digits }: Of<'round'>): LocalizedText {
  const name = operandText(of).en;
  if (digits > 0) {
    return {
      en: `${name}, rounded to ${digits} ${
        digits === 1 ? 'digit' : 'digits'
      } after the point`,
      ja: `${name} を小数点以下 ${digits} 桁に四捨五入した値`,
    };
  }
  const step = '1'.padEnd(1 - digits, '0');
  return digits === 0
    ? {
        en: `${name}, rounded to a whole number`,
        ja: `${name} を整数に四捨五入した値`,
      }
    : {
        en: `${name}, rounded to a multiple of ${step}`,
        ja: `${name} を ${step} 単位に四捨五入した値`,
      };
}

function explainChoice({ choices, otherwise }: Of<'choose'>): LocalizedText {
  const lines = choices.map(({ column, operator, value, result }) => {
    const words = OPERATOR_WORDS[operator];
    const { en, ja } = operandText(result);
    const typed = value && shown(value.text);
    return {
      en: `${en} where ${column.name} ${words.en}${
        typed === undefined ? '' : ` “${typed}”`
      }`,
      ja: `${column.name} ${words.ja}${
        typed === undefined ? '' : `（「${typed}」）`
      }なら ${ja}`,
    };
  });
  const last = otherwise ? operandText(otherwise) : { en: 'empty', ja: '空' };
  return {
    en: `${lines.map(({ en }) => en).join(', else ')}, otherwise ${last.en}`,
    ja: `${lines.map(({ ja }) => ja).join('、')}、どれでもなければ ${last.ja}`,
  };
}

/** Columns by their names; texts of a person in quotes. */
function operandText(operand: Operand): LocalizedText {
  if (operand.kind === 'column') {
    return { en: operand.name, ja: operand.name };
  }
  const { text, type } = operand.literal;
  const value = shown(text);
  return type.type === 'text'
    ? { en: `“${value}”`, ja: `「${value}」` }
    : { en: value, ja: value };
}

function listOf(operands: readonly Operand[]): LocalizedText {
  const texts = operands.map(operandText);
  return {
    en: enumerated(texts.map(({ en }) => en)).en,
    ja: enumerated(texts.map(({ ja }) => ja)).ja,
  };
}
