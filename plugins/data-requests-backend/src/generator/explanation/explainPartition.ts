import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import type { TargetConfig } from '../../targets/TargetConfig';
import { GRAIN_WORDS, shown } from './words';

const ONE = { day: '1 日', month: '1 か月', year: '1 年' } as const;

/** What the layout of the rows is good for. */
export function explainPartition(
  { partition }: Pick<MartSpec, 'partition'>,
  dialect: TargetConfig['dialect'],
): readonly LocalizedText[] {
  if (!partition) {
    return [];
  }
  const column = shown(partition.column);
  const grain = GRAIN_WORDS[partition.grain];
  const one = ONE[partition.grain];
  switch (dialect) {
    case 'bigquery':
      return [
        {
          en: `The warehouse keeps each ${grain.en} of ${column} apart, so a query for one ${grain.en} reads only that ${grain.en}.`,
          ja: `${column} の${grain.ja}ごとに分けて保存するため、${one}分だけを調べるときはその${grain.ja}だけを読みます。`,
        },
      ];
    case 'snowflake':
      return [
        {
          en: `The warehouse keeps the rows of one ${grain.en} of ${column} together, so a query for one ${grain.en} reads little else.`,
          ja: `${column} の${grain.ja}ごとにまとめて保存するため、${one}分だけを調べるときはほぼその${grain.ja}だけを読みます。`,
        },
      ];
    default:
      return [
        {
          en: `The wish to keep each ${grain.en} of ${column} apart is recorded only: dbt makes no partitions in this warehouse.`,
          ja: `${column} の${grain.ja}ごとに分ける希望は記録だけします。このデータウェアハウスでは dbt がパーティションを作らないためです。`,
        },
      ];
  }
}
