import { datasetJa } from './datasetJa';
import type { en } from './en';
import { findJa } from './findJa';
import { sourceJa } from './sourceJa';

/** Every text of the pages in Japanese. */
export const ja: Record<keyof typeof en, string> = {
  ...findJa,
  ...datasetJa,
  ...sourceJa,
  title: 'データカタログ',
  more: 'さらに表示',
  cancel: 'キャンセル',
  separator: '、',
  colon: '：',

  'tab.find': '探す',
  'tab.changes': '変更履歴',
  'tab.sources': '取り込み元',

  'entity.unknown': 'このデータセットはまだデータカタログにありません',
  'entity.unknownHelp':
    '取り込み元からまだ情報が届いていないか、表示する権限がありません。',
};
