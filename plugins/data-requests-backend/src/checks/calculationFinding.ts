import type { LocalizedText } from '@suido/vocabulary';
import { shown } from '../generator/explanation/words';
import type { CalculationProblem } from '../generator/calculation/readCalculation';
import type { Finding } from './Rule';
import { TYPE_WORDS, VALUE_FORMS } from './valueForms';

const WANTED: Readonly<
  Record<
    Extract<CalculationProblem, { what: 'operand-type' }>['wanted'],
    (type: LocalizedText) => LocalizedText
  >
> = {
  number: type => ({
    en: `These are ${type.en}; one can only calculate with numbers. Choose a number.`,
    ja: `${type.ja}は計算に使えません。数値を選んでください。`,
  }),
  date: type => ({
    en: `These are ${type.en}, not dates. Choose a date or a time.`,
    ja: `${type.ja}は日付ではありません。日付か日時の列を選んでください。`,
  }),
  time: type => ({
    en: `These are ${type.en}, which have no hour. Choose a time.`,
    ja: `${type.ja}には時刻がありません。日時の列を選んでください。`,
  }),
  text: type => ({
    en: `These are ${type.en}, which every warehouse writes in its own way. Choose a text, a whole number or a date; round numbers to whole ones first.`,
    ja: `${type.ja}は、データウェアハウスによって書き方が異なるため、つなげられません。文字・整数・日付を選ぶか、先に整数へ四捨五入してください。`,
  }),
};

/**
 * What is wrong with a calculation, in words.
 *
 * @param field - of the calculation
 * @returns `undefined` where the cause is another column, which says so itself
 */
export function calculationFinding(
  problem: CalculationProblem,
  column: string,
  field: string,
): Finding | undefined {
  const message = messageOf(problem, shown(column));
  return (
    message && {
      rule: `derived-${problem.what}`,
      field: `${field}.${problem.field}`,
      message,
    }
  );
}

function messageOf(
  problem: CalculationProblem,
  name: string,
): LocalizedText | undefined {
  switch (problem.what) {
    case 'operand-type':
      return WANTED[problem.wanted](TYPE_WORDS[problem.type]);
    case 'types-mixed': {
      const [type, other] = [
        TYPE_WORDS[problem.type],
        TYPE_WORDS[problem.other],
      ];
      return {
        en: `One column holds one kind of values; these are ${type.en} beside ${other.en}. Choose values of one kind.`,
        ja: `1 つの列に入る値は 1 種類です。${other.ja}と${type.ja}が混ざっています。種類をそろえてください。`,
      };
    }
    case 'value-invalid':
      return {
        en: `"${shown(problem.value)}" is not ${VALUE_FORMS[problem.type].en}.`,
        ja: `「${shown(problem.value)}」ではなく、${
          VALUE_FORMS[problem.type].ja
        }を入力してください。`,
      };
    case 'value-missing':
      return {
        en: 'Give the value to compare with. For "no value at all" there is the condition "is empty".',
        ja: '比べる値を入力してください。値がないことを調べるには「空」の条件を使います。',
      };
    case 'operator':
      return {
        en: `This comparison does not fit ${
          TYPE_WORDS[problem.type].en
        }. Choose another one.`,
        ja: `${
          TYPE_WORDS[problem.type].ja
        }には、この比較は使えません。別の条件を選んでください。`,
      };
    case 'operands-missing':
      return {
        en: `"${name}" is made of nothing yet. Add what it is calculated from.`,
        ja: `「${name}」の計算のもとがまだありません。1 つ以上追加してください。`,
      };
    case 'division-by-zero':
      return {
        en: `"${name}" divides by zero and would always be empty. Choose another divisor.`,
        ja: `「${name}」は 0 で割るため、常に空になります。割る数を変えてください。`,
      };
    default:
      return undefined;
  }
}
