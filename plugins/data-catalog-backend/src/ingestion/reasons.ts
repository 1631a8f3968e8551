import type { ReportedReason } from './ReportBuilder';

/** Why a record is not kept, or not as it came. */
export const REASONS = {
  notJson: {
    code: 'not-json',
    text: {
      en: 'The line is not JSON.',
      ja: '行が JSON ではありません。',
    },
  },
  invalid: {
    code: 'invalid',
    text: {
      en: 'The record does not have the form of a record; the pointer says where.',
      ja: 'レコードの形式が正しくありません。場所はポインターが示します。',
    },
  },
  unstorable: {
    code: 'unstorable-characters',
    text: {
      en: 'U+0000 or half of a surrogate pair in a text was replaced by U+FFFD.',
      ja: 'テキスト中の U+0000 または不完全なサロゲートを U+FFFD に置き換えました。',
    },
  },
  masked: {
    code: 'masked',
    text: {
      en: 'Something like a secret or an e-mail address in a text was masked.',
      ja: 'テキスト中の秘密情報またはメールアドレスらしき部分を伏せました。',
    },
  },
  duplicate: {
    code: 'duplicate',
    text: {
      en: 'The same thing is told more than once; the last record counts.',
      ja: '同じものが複数回送られています。最後のレコードを採用しました。',
    },
  },
  tooLong: {
    code: 'too-long',
    text: {
      en: 'The line is longer than a record may be.',
      ja: '行がレコードの上限より長くなっています。',
    },
  },
} as const satisfies Record<string, ReportedReason>;
