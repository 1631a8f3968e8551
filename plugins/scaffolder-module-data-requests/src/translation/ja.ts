/** Japanese texts of the Template's fields. */
export default {
  'check.noPlugin':
    'このポータルには data-requests プラグインがありません。運用担当にお知らせください。',
  'check.notRun':
    'チェックを実行できませんでした：{{reason}} まだ何も送信されていません。もう一度お試しください。',
};
