import type { Text } from '../ArtifactError';

/**
 * What a reason means for the record it is about.
 *
 * - `refused`: the record is not brought in
 * - `repaired`: the record is brought in, something in it was put right
 * - `left-out`: the record is understood, but not a matter of the catalog
 * - `note`: about the file, or about records that are not counted
 */
export type ReasonOutcome = 'refused' | 'repaired' | 'left-out' | 'note';

interface Reason {
  readonly outcome: ReasonOutcome;
  readonly text: Text;
}

/** Every reason there is: a closed list, so that each has a text. */
export const REASONS = {
  'record-not-json': {
    outcome: 'refused',
    text: {
      en: 'The record is not JSON',
      ja: 'レコードが JSON ではありません',
    },
  },
  'git-conflict': {
    outcome: 'refused',
    text: {
      en: 'The record has git conflict markers',
      ja: 'レコードに git のコンフリクトマーカーが残っています',
    },
  },
  'record-too-large': {
    outcome: 'refused',
    text: {
      en: 'The record is larger than the configured limit',
      ja: 'レコードが設定された上限より大きいです',
    },
  },
  'record-too-deep': {
    outcome: 'refused',
    text: {
      en: 'The record is nested deeper than the configured limit',
      ja: 'レコードの入れ子が設定された上限より深いです',
    },
  },
  'not-an-object': {
    outcome: 'refused',
    text: {
      en: 'The record is not an object',
      ja: 'レコードがオブジェクトではありません',
    },
  },
  'missing-field': {
    outcome: 'refused',
    text: {
      en: 'A field is missing without which the record cannot be identified',
      ja: 'レコードの識別に必要な項目がありません',
    },
  },
  'unknown-resource-type': {
    outcome: 'refused',
    text: {
      en: 'The resource type is not known to this version of the portal',
      ja: 'このバージョンのポータルが知らないリソース種別です',
    },
  },
  'duplicate-record': {
    outcome: 'refused',
    text: {
      en: 'A record with the same id came earlier in the file; that one is kept',
      ja: '同じ ID のレコードがファイル内で先に出現しています。先のものを採用します',
    },
  },
  'null-for-list': {
    outcome: 'repaired',
    text: {
      en: 'Null where a list or an object belongs; read as empty',
      ja: 'リストまたはオブジェクトの箇所が null です。空として読み取りました',
    },
  },
  'wrong-type': {
    outcome: 'repaired',
    text: {
      en: 'A value of another type than the field has; read as far as possible',
      ja: '項目の型と異なる値です。可能な範囲で読み取りました',
    },
  },
  'not-a-number': {
    outcome: 'repaired',
    text: {
      en: 'NaN or Infinity, which JSON does not have; read as null',
      ja: 'JSON にない NaN または Infinity です。null として読み取りました',
    },
  },
  'duplicate-key': {
    outcome: 'repaired',
    text: {
      en: 'The same key twice in one object; the last one is kept',
      ja: '1 つのオブジェクトに同じキーが 2 回あります。後のものを採用しました',
    },
  },
  'control-character': {
    outcome: 'repaired',
    text: {
      en: 'Control characters or a trailing comma that JSON does not allow',
      ja: 'JSON で許されない制御文字または末尾のコンマがあります',
    },
  },
  'invalid-utf8': {
    outcome: 'repaired',
    text: {
      en: 'Bytes that are not UTF-8; replaced by U+FFFD',
      ja: 'UTF-8 ではないバイトがあります。U+FFFD に置き換えました',
    },
  },
  'unstorable-character': {
    outcome: 'repaired',
    text: {
      en: 'NUL or half a surrogate pair, which no database stores; replaced by U+FFFD',
      ja: 'データベースに保存できない NUL または不完全なサロゲートペアです。U+FFFD に置き換えました',
    },
  },
  'impossible-time': {
    outcome: 'repaired',
    text: {
      en: 'A time that cannot be (such as the year 1, or no time at all); left out',
      ja: 'ありえない時刻です (西暦 1 年や時刻でない値など)。値を除きました',
    },
  },
  'unsafe-address': {
    outcome: 'repaired',
    text: {
      en: 'An address that is not http or https (such as javascript:); left out',
      ja: 'http・https 以外のアドレスです (javascript: など)。値を除きました',
    },
  },
  'id-from-key': {
    outcome: 'repaired',
    text: {
      en: 'The record does not say its id; taken from the key it stands under',
      ja: 'レコードに ID がありません。キーから補いました',
    },
  },
  'belongs-to-pipeline-health': {
    outcome: 'left-out',
    text: {
      en: 'Read by pipeline health, not by the catalog',
      ja: 'カタログではなくパイプラインヘルスが読み取ります',
    },
  },
  'also-in-manifest': {
    outcome: 'left-out',
    text: {
      en: 'The manifest of the same project says the same',
      ja: '同じプロジェクトのマニフェストに同じ内容があります',
    },
  },
  'disabled-record': {
    outcome: 'note',
    text: {
      en: 'Disabled in the dbt project; not counted',
      ja: 'dbt プロジェクトで無効化されています (件数に含みません)',
    },
  },
  'catalog-error': {
    outcome: 'note',
    text: {
      en: 'dbt could not read everything from the warehouse when it wrote this catalog',
      ja: 'このカタログの作成時、dbt がウェアハウスの一部を読み取れませんでした',
    },
  },
  'byte-order-mark': {
    outcome: 'note',
    text: {
      en: 'The file begins with a byte order mark',
      ja: 'ファイルが BOM で始まります',
    },
  },
  'not-utf8': {
    outcome: 'note',
    text: {
      en: 'The file is UTF-16 and was converted',
      ja: 'UTF-16 のファイルです。変換して読み取りました',
    },
  },
  'nanosecond-time': {
    outcome: 'note',
    text: {
      en: 'Times with more than microseconds; cut to milliseconds',
      ja: 'マイクロ秒より細かい時刻です。ミリ秒に切り詰めました',
    },
  },
  'version-missing': {
    outcome: 'note',
    text: {
      en: 'The file does not say its version; read by its shape',
      ja: 'バージョンの記載がありません。構造に基づいて読み取りました',
    },
  },
  'version-unknown': {
    outcome: 'note',
    text: {
      en: 'A version newer than those known; read by its shape',
      ja: '既知のものより新しいバージョンです。構造に基づいて読み取りました',
    },
  },
  'version-mismatch': {
    outcome: 'note',
    text: {
      en: 'The version stamp does not fit what the file holds; read by its shape',
      ja: 'バージョンの記載が内容と一致しません。構造に基づいて読み取りました',
    },
  },
  'duplicate-section': {
    outcome: 'note',
    text: {
      en: 'The same section twice in the file; both are read',
      ja: '同じセクションが 2 回あります。両方を読み取りました',
    },
  },
  'conflict-between-records': {
    outcome: 'note',
    text: {
      en: 'Git conflict markers between records; both sides are read',
      ja: 'レコードの間に git のコンフリクトマーカーがあります。両側を読み取りました',
    },
  },
  'head-repaired': {
    outcome: 'note',
    text: {
      en: 'Something outside of the records (such as the metadata) was put right',
      ja: 'レコード以外の部分 (メタデータなど) を補正しました',
    },
  },
  'broken-section': {
    outcome: 'note',
    text: {
      en: 'A section is not the list or object it should be; left out',
      ja: 'セクションが本来のリストまたはオブジェクトではありません。除きました',
    },
  },
} as const satisfies Record<string, Reason>;

/** One of {@link REASONS}. */
export type ReasonCode = keyof typeof REASONS;

/** The codes with one outcome. */
export type ReasonCodeOf<Outcome extends ReasonOutcome> = {
  [Code in ReasonCode]: (typeof REASONS)[Code]['outcome'] extends Outcome
    ? Code
    : never;
}[ReasonCode];
