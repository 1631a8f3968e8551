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

export const TEXT_CUT: ReadingCause = {
  code: 'text-too-long',
  outcome: 'repaired',
  text: {
    en: 'A comment was longer than 65,536 characters and was cut.',
    ja: 'コメントが 65,536 文字を超えたため、途中で切りました。',
  },
};

export const SQL_TOO_LONG: ReadingCause = {
  code: 'sql-too-long',
  outcome: 'repaired',
  text: {
    en: 'A view’s query was longer than 1,000,000 characters and is not shown.',
    ja: 'ビューのクエリが 1,000,000 文字を超えたため、表示しません。',
  },
};

export const TOO_MANY_FOREIGN_KEYS: ReadingCause = {
  code: 'too-many-foreign-keys',
  outcome: 'repaired',
  text: {
    en: 'Only the first 500 foreign keys of a table are kept.',
    ja: '外部キーは 1 テーブルにつき先頭の 500 件までです。',
  },
};
