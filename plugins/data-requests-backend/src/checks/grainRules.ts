import { enumerated, shown } from '../generator/explanation/words';
import type { CheckContext, Finding, Rule } from './Rule';

/** It is told what one row is. */
export const grainRule: Rule = {
  name: 'grain',
  field: 'grain',
  blocks: 'nothing',
  find: ({ spec }) =>
    spec.grain.length === 0
      ? [
          {
            rule: 'grain-missing',
            field: 'grain',
            message: {
              en: 'Say what one row is: choose the columns that together identify it.',
              ja: '1 行が何を表すかを、行を特定する列の組み合わせで指定してください。',
            },
          },
        ]
      : [],
  passed: ({ spec }) => {
    const names = enumerated(spec.grain);
    return {
      en: `One row is one ${names.en}; every build checks it.`,
      ja: `1 行は ${names.ja} で特定され、更新のたびに確認されます。`,
    };
  },
};

/** The columns that identify a row exist and are not totals. */
export const grainColumnsRule: Rule = {
  name: 'grain-columns',
  field: 'grain',
  blocks: 'files',
  find: context =>
    context.spec.grain.flatMap((name, index) =>
      findInGrain(name, index, context),
    ),
  passed: () => undefined,
};

function findInGrain(
  name: string,
  index: number,
  { spec, lookup }: CheckContext,
): readonly Finding[] {
  const field = `grain.${index}`;
  const column = lookup.martColumn(name);
  if (!column) {
    return [
      {
        rule: 'grain-column-unknown',
        field,
        message: {
          en: `The mart has no column "${shown(
            name,
          )}" to identify a row by. Choose one of its columns.`,
          ja: `行を特定する列「${shown(
            name,
          )}」はマートにありません。列を選び直してください。`,
        },
      },
    ];
  }
  if (column.role === 'measure' || column.role === 'derived') {
    return [
      {
        rule: 'grain-column-measure',
        field,
        message: {
          en: `"${shown(
            name,
          )}" is a result, so it identifies no row. Choose a dimension.`,
          ja: `「${shown(
            name,
          )}」は計算結果のため、行の特定には使えません。分析軸の列を選んでください。`,
        },
      },
    ];
  }
  return spec.grain.indexOf(name) < index
    ? [
        {
          rule: 'grain-column-twice',
          field,
          message: {
            en: `"${shown(name)}" is named twice. Remove one.`,
            ja: `「${shown(
              name,
            )}」が 2 回指定されています。1 つ外してください。`,
          },
        },
      ]
    : [];
}
