import type {
  Check,
  JoinEffect,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import { enumerated, shown } from '../generator/explanation/words';

/** From this part of the rows on, their loss is hardly meant. */
const LOST_PART = 0.2;

/** Aggregations that a row which is there twice changes. */
const COUNTED_TWICE = ['sum', 'average', 'count'];

/** What a join did to the sample rows, and what follows from it. */
export function joinChecks(
  spec: MartSpec,
  effect: JoinEffect,
): readonly Check[] {
  const { join, rowsBefore, mostMatches, unmatched } = effect;
  const { source, type, on } = spec.joins[join];
  const names = {
    left: shown(on[0]?.leftSource ?? ''),
    right: shown(source),
  };
  const isLossy =
    type === 'inner' && rowsBefore > 0 && unmatched / rowsBefore > LOST_PART;
  return [
    {
      rule: 'join-fan-out',
      severity: 'warning',
      field: `joins.${join}`,
      ...(mostMatches > 1
        ? {
            status: 'failed',
            message: fanOutMessage(effect, names, countedTwice(spec, join)),
          }
        : {
            status: 'passed',
            message: {
              en: `On the sample, joining ${names.right} multiplies no rows.`,
              ja: `サンプルでは、${names.right} の結合で行は増えていません。`,
            },
          }),
    },
    ...(isLossy
      ? [
          {
            rule: 'join-unmatched',
            severity: 'warning',
            status: 'failed',
            field: `joins.${join}.type`,
            message: unmatchedMessage(effect, names),
          } as const,
        ]
      : []),
  ];
}

interface Names {
  readonly left: string;
  readonly right: string;
}

/** Measures of what was there before the join multiplied it. */
function countedTwice(
  { sources, joins, columns }: MartSpec,
  join: number,
): readonly string[] {
  const earlier = [
    sources[0]?.alias,
    ...joins.slice(0, join).map(({ source }) => source),
  ];
  return columns.flatMap(column =>
    column.role === 'measure' &&
    COUNTED_TWICE.includes(column.aggregation) &&
    earlier.includes(column.source)
      ? [column.name]
      : [],
  );
}

function fanOutMessage(
  { rowsBefore, rowsAfter, mostMatches }: JoinEffect,
  { left, right }: Names,
  measures: readonly string[],
): LocalizedText {
  const [before, after, most] = [rowsBefore, rowsAfter, mostMatches].map(
    digits,
  );
  const affected = enumerated(measures);
  const seen = {
    en: `On the sample, ${before} rows become ${after}: one row of ${left} meets up to ${most} of ${right}`,
    ja: `サンプルの ${before} 行が ${after} 行になります。${left} の 1 行に ${right} が最大 ${most} 行対応するためです`,
  };
  return measures.length > 0
    ? {
        en: `${seen.en}; ${affected.en} would be counted several times. Join on columns that identify one row, or sum ${right} up first in a mart of its own.`,
        ja: `${seen.ja}。${affected.ja} が重複して数えられます。1 行に定まる列で結合するか、先に ${right} を別のマートで集計してください。`,
      }
    : {
        en: `${seen.en}. Join on columns that identify one row, unless a row per match is meant.`,
        ja: `${seen.ja}。対応ごとに 1 行とする意図でなければ、1 行に定まる列で結合してください。`,
      };
}

function unmatchedMessage(
  { rowsBefore, unmatched }: JoinEffect,
  { left, right }: Names,
): LocalizedText {
  const [lost, all] = [unmatched, rowsBefore].map(digits);
  return {
    en: `On the sample, ${lost} of ${all} rows of ${left} have no match in ${right} and disappear. Under "Rows without a match", choose to keep them if they should stay.`,
    ja: `サンプルでは ${left} の ${all} 行のうち ${lost} 行が ${right} に対応せず、結果から消えます。残したい場合は「一致する行がない場合」で行を残す設定にしてください。`,
  };
}

function digits(count: number): string {
  return count.toLocaleString('en-US');
}
