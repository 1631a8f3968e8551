import type {
  Check,
  JoinEffect,
  MartSpec,
  MartTest,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import { enumerated, shown } from '../generator/explanation/words';
import type { PreviewResult } from '../preview/PreviewRunner';
import { GRAIN_STATEMENT, testStatement } from '../sql/previewPlan';
import { joinChecks } from './joinChecks';

/** Why a check on sample rows did not run. */
const MASKED: LocalizedText = {
  en: 'Not checked on sample rows: the values are masked there.',
  ja: 'サンプルでは値が伏せられているため、確認していません。',
};
const STOPPED: LocalizedText = {
  en: 'Not checked on sample rows: the computation did not finish.',
  ja: 'サンプルでの計算が終わらなかったため、確認していません。',
};

interface SampleEvidence {
  readonly results: ReadonlyMap<string, PreviewResult>;
  /** In the order of the joins; those that were not measured are left out. */
  readonly joins: readonly JoinEffect[];
  /** Columns of the mart made of masked values. */
  readonly maskedColumns: ReadonlySet<string>;
}

/** Whether grain, joins and promises hold on the sample rows. */
export function sampleChecks(
  spec: MartSpec,
  evidence: SampleEvidence,
): readonly Check[] {
  return [
    ...allJoinChecks(spec, evidence.joins, STOPPED),
    ...(spec.grain.length > 0 ? [grainCheck(spec, evidence)] : []),
    ...spec.tests.map((test, index) => testCheck(test, index, evidence)),
  ];
}

/**
 * The same checks where there are no sample rows.
 * @param joins - what was measured of them all the same
 */
export function sampleChecksNotRun(
  spec: MartSpec,
  reason: LocalizedText,
  joins: readonly JoinEffect[],
): readonly Check[] {
  return [
    ...allJoinChecks(spec, joins, reason),
    ...(spec.grain.length > 0
      ? [notRun('sample-grain', 'grain', 'error', reason)]
      : []),
    ...spec.tests.map((_, index) =>
      notRun('sample-test', `tests.${index}`, 'warning', reason),
    ),
  ];
}

function allJoinChecks(
  spec: MartSpec,
  effects: readonly JoinEffect[],
  reason: LocalizedText,
): readonly Check[] {
  return spec.joins.flatMap((_, index) => {
    const effect = effects.find(({ join }) => join === index);
    return effect
      ? joinChecks(spec, effect)
      : [notRun('join-fan-out', `joins.${index}`, 'warning', reason)];
  });
}

function notRun(
  rule: string,
  field: string,
  severity: Check['severity'],
  message: LocalizedText,
): Check {
  return { rule, severity, status: 'not-run', field, message };
}

function grainCheck(
  { grain }: MartSpec,
  { results, maskedColumns }: SampleEvidence,
): Check {
  const base = {
    rule: 'sample-grain',
    severity: 'error',
    field: 'grain',
  } as const;
  if (grain.some(name => maskedColumns.has(name))) {
    return { ...base, status: 'not-run', message: MASKED };
  }
  const result = results.get(GRAIN_STATEMENT);
  if (result?.status !== 'ok') {
    return { ...base, status: 'not-run', message: STOPPED };
  }
  const names = enumerated(grain);
  const [example] = result.rows;
  if (!example) {
    return {
      ...base,
      status: 'passed',
      message: {
        en: `On the sample, each ${names.en} appears once.`,
        ja: `サンプルでは、${names.ja} に重複はありません。`,
      },
    };
  }
  const [violations, ...rest] = example;
  const key = grain
    .map((name, index) => `${shown(name)} = ${valueText(rest[index])}`)
    .join(', ');
  const rows = rest.at(-1);
  return {
    ...base,
    status: 'failed',
    message: {
      en: `${names.en} does not identify one row: on the sample ${violations} of them stand for several rows, for example ${key} (${rows} rows). Add a column to it, or sum up what differs.`,
      ja: `${names.ja} では行が 1 つに定まりません。サンプルで ${violations} 件が重複しています（例：${key} は ${rows} 行）。列を追加するか、違いのある値を集計してください。`,
    },
  };
}

function testCheck(
  test: MartTest,
  index: number,
  { results, maskedColumns }: SampleEvidence,
): Check {
  const base = {
    rule: 'sample-test',
    severity: 'warning',
    field: `tests.${index}`,
  } as const;
  if (maskedColumns.has(test.column)) {
    return { ...base, status: 'not-run', message: MASKED };
  }
  const result = results.get(testStatement(index));
  if (result?.status !== 'ok') {
    return { ...base, status: 'not-run', message: STOPPED };
  }
  const column = shown(test.column);
  const violations = Number(result.rows[0]?.[0] ?? 0);
  if (violations === 0) {
    return {
      ...base,
      status: 'passed',
      message: {
        en: `On the sample, the promise about ${column} holds.`,
        ja: `サンプルでは、${column} についての約束が守られています。`,
      },
    };
  }
  const examples = result.rows.map(row => valueText(row[1]));
  return {
    ...base,
    status: 'failed',
    message: violationMessage(test.kind, column, violations, examples),
  };
}

function violationMessage(
  kind: MartTest['kind'],
  column: string,
  count: number,
  examples: readonly string[],
): LocalizedText {
  const en = examples.join(', ');
  const ja = examples.join('、');
  switch (kind) {
    case 'not-null':
      return {
        en: `On the sample, ${column} is empty in ${count} rows. Filter them out, or drop the promise.`,
        ja: `サンプルの ${count} 行で ${column} が空です。絞り込みで除くか、約束を外してください。`,
      };
    case 'unique':
      return {
        en: `On the sample, ${count} values of ${column} appear more than once, such as ${en}. Look at the joins, or drop the promise.`,
        ja: `サンプルで ${column} の ${count} 個の値が重複しています（例：${ja}）。結合を見直すか、約束を外してください。`,
      };
    case 'not-negative':
      return {
        en: `On the sample, ${column} is below zero in ${count} rows, such as ${en}. Filter them out, or drop the promise.`,
        ja: `サンプルの ${count} 行で ${column} が負です（例：${ja}）。絞り込みで除くか、約束を外してください。`,
      };
    default:
      return {
        en: `On the sample, ${column} has ${count} other values, such as ${en}. Add them to the list, or filter them out.`,
        ja: `サンプルの ${column} に、ほかの値が ${count} 個あります（例：${ja}）。一覧に加えるか、絞り込みで除いてください。`,
      };
  }
}

function valueText(value: SampleValue | undefined): string {
  return value === null || value === undefined
    ? '∅'
    : shown(String(value)) || '""';
}
