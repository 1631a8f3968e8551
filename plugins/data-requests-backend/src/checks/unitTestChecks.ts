import type {
  Check,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import { shown } from '../generator/explanation/words';
import type {
  ExampleRows,
  UnitTestProblem,
} from '../generator/unitTest/readUnitTest';
import { isNumeric } from '../sql/ValueType';

const OUTDATED: LocalizedText = {
  en: 'The mart has changed since its example rows were confirmed. Confirm the example rows again, or remove them.',
  ja: '例の行を確認したあとにマートが変わりました。例の行をもう一度確認するか、削除してください。',
};

/** Why example rows do not fit their mart, in words. */
export function unitTestProblemChecks(
  problems: readonly UnitTestProblem[],
): readonly Check[] {
  return problems.map(({ what, field, named }) => ({
    rule: `unit-test-${what}`,
    severity: 'error',
    status: 'failed',
    field: field === undefined ? 'unitTest' : `unitTest.${field}`,
    message: problemMessage(what, shown(named ?? '')),
  }));
}

function problemMessage(
  what: UnitTestProblem['what'],
  named: string,
): LocalizedText {
  switch (what) {
    case 'confidential':
      return {
        en: `${named} is confidential, and example rows become part of the repository, where masked values have no place either. Remove the example rows, or leave the column out of the mart.`,
        ja: `${named} は機密です。例の行はリポジトリに残るため、伏せた値でも置けません。例の行を削除するか、この列をマートから外してください。`,
      };
    case 'value':
      return {
        en: `"${named}" does not fit its column, or cannot be kept in a file as it is. Confirm the example rows again.`,
        ja: `「${named}」は列の種類に合わないか、ファイルにそのまま保存できません。例の行をもう一度確認してください。`,
      };
    case 'empty':
      return {
        en: 'The example gives no row, so it proves nothing. Confirm example rows that give at least one.',
        ja: '例の結果が 1 行もないため、確認になりません。1 行以上になる例を確認してください。',
      };
    default:
      return OUTDATED;
  }
}

/** Whether the given rows still give exactly the expected ones. */
export function unitTestCheck(
  { columns, rows }: ExampleRows,
  made: ExampleRows['rows'],
): Check {
  const [wanted, found] = [rows, made].map(each => canonical(each, columns));
  return wanted === found
    ? {
        rule: 'unit-test-outdated',
        severity: 'error',
        status: 'passed',
        field: 'unitTest',
        message: {
          en: 'The example rows still give what was confirmed.',
          ja: '例の行から、確認済みの結果が得られます。',
        },
      }
    : {
        rule: 'unit-test-outdated',
        severity: 'error',
        status: 'failed',
        field: 'unitTest',
        message: OUTDATED,
      };
}

/** The same check where nothing could be computed. */
export function unitTestNotRun(reason: LocalizedText): Check {
  return {
    rule: 'unit-test-outdated',
    severity: 'error',
    status: 'not-run',
    field: 'unitTest',
    message: {
      en: `The example rows were not checked. ${reason.en}`,
      ja: `例の行は確認していません。${reason.ja}`,
    },
  };
}

/** Rows as one text: in no order, numbers without zeros that say nothing. */
function canonical(
  rows: ExampleRows['rows'],
  columns: ExampleRows['columns'],
): string {
  return rows
    .map(row =>
      JSON.stringify(
        row.map((value, index) => canonicalCell(value, columns[index])),
      ),
    )
    .sort()
    .join('\n');
}

function canonicalCell(
  value: SampleValue,
  { type }: ExampleRows['columns'][number],
): SampleValue {
  if (value === null || typeof value === 'boolean') {
    return value;
  }
  const text = String(value);
  if (isNumeric(type)) {
    return text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  }
  return type.type === 'timestamp' ? text.replace(' ', 'T') : text;
}
