import type { ReadingCause } from '@suido/backstage-plugin-data-catalog-node';

export const NO_PERMISSION: ReadingCause = {
  code: 'no-permission',
  outcome: 'left-out',
  text: {
    en: 'The connection’s user may not look into this schema; grant usage on it to have it here.',
    ja: '接続ユーザーにこのスキーマの権限がありません。表示するには usage を付与してください。',
  },
};

export const PARTITION: ReadingCause = {
  code: 'partition',
  outcome: 'left-out',
  text: {
    en: 'Partitions are told by their table, not as datasets of their own.',
    ja: 'パーティションは個別のデータセットとせず、親テーブルにまとめています。',
  },
};

export const OF_EXTENSION: ReadingCause = {
  code: 'of-extension',
  outcome: 'left-out',
  text: {
    en: 'Tables and views that an extension brought are nobody’s data.',
    ja: '拡張機能が作成したテーブルとビューは対象外です。',
  },
};
