import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { MASKED_FROM_TIER } from '@suido/vocabulary';
import { GRAIN_WORDS, shown } from '../generator/explanation/words';
import type { CheckContext, Finding, Rule } from './Rule';

type Partition = NonNullable<MartSpec['partition']>;

/** The rows are laid out by a date of the mart that anyone may know. */
export const partitionRule: Rule = {
  name: 'partition',
  field: 'partition',
  blocks: 'files',
  find: context => {
    const { partition } = context.spec;
    return partition ? findInPartition(partition, context) : [];
  },
  passed: ({ spec }) =>
    spec.partition
      ? {
          en: 'The mart can be laid out by its dates.',
          ja: '指定した日付で分けて保存できます。',
        }
      : undefined,
};

function findInPartition(
  partition: Partition,
  context: CheckContext,
): readonly Finding[] {
  const { lookup } = context;
  const field = 'partition.column';
  const name = shown(partition.column);
  if (!lookup.martColumn(partition.column)) {
    return [
      {
        rule: 'partition-column-unknown',
        field,
        message:
          name === ''
            ? {
                en: 'Choose the date of the mart by which the rows are laid out.',
                ja: 'どの日付の列で分けて保存するかを選んでください。',
              }
            : {
                en: `The mart has no column "${name}" to be laid out by. Choose one of its dates.`,
                ja: `マートに列「${name}」はありません。日付の列を選び直してください。`,
              },
      },
    ];
  }
  const type = lookup.martColumnType(partition.column)?.type;
  if (type !== undefined && type !== 'date' && type !== 'timestamp') {
    return [
      {
        rule: 'partition-type',
        field,
        message: {
          en: `"${name}" holds no dates, so the rows cannot be laid out by it. Choose a date or a time.`,
          ja: `「${name}」は日付ではないため、分けて保存できません。日付か日時の列を選んでください。`,
        },
      },
    ];
  }
  if (lookup.martColumnTier(partition.column) >= MASKED_FROM_TIER) {
    return [
      {
        rule: 'partition-confidential',
        field,
        message: {
          en: `"${name}" is confidential, and its values would become names of partitions, which many may list. Choose another date.`,
          ja: `「${name}」は機密のため、値がパーティション名として多くの人に見えてしまいます。別の日付を選んでください。`,
        },
      },
    ];
  }
  return findInGrain(partition, context);
}

/** From fine to coarse. */
const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;

function findInGrain(
  { column, grain }: Partition,
  { lookup }: CheckContext,
): readonly Finding[] {
  const found = lookup.martColumn(column);
  const cut = found?.role === 'dimension' ? found.timeGrain : undefined;
  return cut && GRAINS.indexOf(grain) < GRAINS.indexOf(cut)
    ? [
        {
          rule: 'partition-grain',
          field: 'partition.grain',
          severity: 'warning',
          message: {
            en: `"${shown(column)}" has one value per ${
              GRAIN_WORDS[cut].en
            }, so a part per ${
              GRAIN_WORDS[grain].en
            } gains nothing. Choose a coarser one.`,
            ja: `「${shown(column)}」の値は${
              GRAIN_WORDS[cut].ja
            }ごとに 1 つのため、${
              GRAIN_WORDS[grain].ja
            }ごとに分けても効果がありません。より大きな単位を選んでください。`,
          },
        },
      ]
    : [];
}
