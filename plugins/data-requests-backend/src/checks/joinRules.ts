import type { MartJoin } from '@suido/backstage-plugin-data-requests-common';
import { shown } from '../generator/explanation/words';
import type { ValueType } from '../sql/ValueType';
import type { CheckContext, Finding, Rule } from './Rule';

/** Every dataset is joined to those before it, on columns that match. */
export const joinsRule: Rule = {
  name: 'joins',
  field: 'joins',
  blocks: 'query',
  find: context => [
    ...context.spec.joins.flatMap((join, index) =>
      findInJoin(join, index, context),
    ),
    ...findUnjoined(context),
  ],
  passed: ({ spec }) =>
    spec.joins.length > 0
      ? {
          en: 'The datasets are joined on columns that match.',
          ja: 'データセットは、対応する列で結合されています。',
        }
      : undefined,
};

function findInJoin(
  { source, on }: MartJoin,
  index: number,
  { spec, lookup }: CheckContext,
): readonly Finding[] {
  const field = `joins.${index}`;
  const name = shown(source);
  const aliases = spec.sources.map(({ alias }) => alias);
  if (!aliases.includes(source)) {
    return [
      {
        rule: 'join-source-unknown',
        field: `${field}.source`,
        message: {
          en: `"${name}" is none of the chosen datasets. Choose one of them, or remove the join.`,
          ja: `「${name}」は選んだデータセットにありません。選び直すか、結合を削除してください。`,
        },
      },
    ];
  }
  const earlier = [
    aliases[0],
    ...spec.joins.slice(0, index).map(join => join.source),
  ];
  if (earlier.includes(source)) {
    return [
      {
        rule: 'join-source-twice',
        field: `${field}.source`,
        message: {
          en: `"${name}" is already part of the rows here. Remove this join, or join another dataset.`,
          ja: `「${name}」はすでに含まれています。この結合を削除するか、別のデータセットを結合してください。`,
        },
      },
    ];
  }
  if (on.length === 0) {
    return [
      {
        rule: 'join-columns-missing',
        field: `${field}.on`,
        message: {
          en: `Say on which columns "${name}" is joined; without any, every row would meet every other.`,
          ja: `「${name}」を結合する列を指定してください。指定がないと、すべての行どうしが組み合わさります。`,
        },
      },
    ];
  }
  return on.flatMap((pair, pairIndex): Finding[] => {
    const pairField = `${field}.on.${pairIndex}`;
    if (!earlier.includes(pair.leftSource)) {
      return [
        {
          rule: 'join-order',
          field: `${pairField}.leftSource`,
          message: {
            en: `"${shown(
              pair.leftSource,
            )}" is not there yet when "${name}" is joined. Join to a dataset that comes earlier.`,
            ja: `「${name}」を結合する時点では「${shown(
              pair.leftSource,
            )}」がまだありません。先にあるデータセットと結合してください。`,
          },
        },
      ];
    }
    const sides = [
      [pair.leftSource, pair.leftColumn, 'leftColumn'],
      [source, pair.rightColumn, 'rightColumn'],
    ] as const;
    const missing = sides.flatMap(([alias, column, key]): Finding[] =>
      lookup.dataset(alias) && !lookup.sourceColumn(alias, column)
        ? [unknownColumn(alias, column, `${pairField}.${key}`)]
        : [],
    );
    if (missing.length > 0) {
      return missing;
    }
    const [left, right] = sides.map(
      ([alias, column]) => lookup.sourceColumn(alias, column)?.valueType,
    );
    return left && right && !areComparable(left, right)
      ? [
          {
            rule: 'join-types-differ',
            field: pairField,
            message: {
              en: `${shown(pair.leftColumn)} (${left.type}) and ${shown(
                pair.rightColumn,
              )} (${
                right.type
              }) hold different kinds of values and never match. Choose columns of one kind.`,
              ja: `${shown(pair.leftColumn)}（${left.type}）と ${shown(
                pair.rightColumn,
              )}（${
                right.type
              }）は値の種類が違うため一致しません。同じ種類の列を選んでください。`,
            },
          },
        ]
      : [];
  });
}

function findUnjoined({ spec }: CheckContext): readonly Finding[] {
  const joined = new Set(spec.joins.map(({ source }) => source));
  return spec.sources.flatMap(({ alias }, index): Finding[] =>
    index > 0 && !joined.has(alias)
      ? [
          {
            rule: 'source-not-joined',
            field: `sources.${index}`,
            message: {
              en: `"${shown(
                alias,
              )}" is chosen but not joined to the others. Say how they belong together, or remove it.`,
              ja: `「${shown(
                alias,
              )}」は選ばれていますが、結合されていません。結合方法を指定するか、外してください。`,
            },
          },
        ]
      : [],
  );
}

/** A column that the dataset does not have (any more). */
export function unknownColumn(
  alias: string,
  column: string,
  field: string,
): Finding {
  return {
    rule: 'column-unknown',
    field,
    message:
      column.trim() === ''
        ? {
            en: `Choose a column of "${shown(alias)}".`,
            ja: `「${shown(alias)}」の列を選んでください。`,
          }
        : {
            en: `"${shown(alias)}" has no column "${shown(
              column,
            )}". Choose one of its columns.`,
            ja: `「${shown(alias)}」に列「${shown(
              column,
            )}」はありません。列を選び直してください。`,
          },
  };
}

function areComparable(left: ValueType, right: ValueType): boolean {
  const kinds = [left, right].map(({ type }) =>
    type === 'integer' || type === 'decimal' ? 'number' : type,
  );
  return kinds[0] === kinds[1] || kinds.includes('unknown');
}
