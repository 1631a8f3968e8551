/** A sentence in the languages of the portal. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}

/**
 * Why a file as a whole cannot be understood: a closed list. `{name}` stands
 * for a value of the failure.
 */
export const FAILURES = {
  missing: {
    en: 'There is no such file or folder',
    ja: 'ファイルまたはフォルダがありません',
  },
  unreadable: {
    en: 'It cannot be opened for reading ({detail})',
    ja: '読み取り用に開けません ({detail})',
  },
  empty: {
    en: 'It is empty: the program that writes it did not finish, or writes elsewhere',
    ja: '空です。書き出すプログラムが途中で終わったか、別の場所に書き出しています',
  },
  'too-large': {
    en: 'It is larger than {limitBytes} bytes once unpacked; raise the limit if that is intended',
    ja: '展開後のサイズが {limitBytes} バイトを超えます。意図したものであれば上限を引き上げてください',
  },
  'damaged-gzip': {
    en: 'It begins like a gzip file but cannot be unpacked; copy it again',
    ja: 'gzip 形式で始まりますが展開できません。コピーし直してください',
  },
  archive: {
    en: 'It is a {format} file; unpack it and name the file inside',
    ja: '{format} ファイルです。展開して中のファイルを指定してください',
  },
  'git-conflict': {
    en: 'It has git conflict markers: resolve the merge, or write the file again',
    ja: 'git のコンフリクトマーカーが残っています。マージを解決するか、ファイルを作り直してください',
  },
  truncated: {
    en: 'It ends early, after {offset} bytes, in the middle of the JSON; copy or write it again',
    ja: 'JSON の途中 ({offset} バイト目) で終わっています。コピーし直すか、作り直してください',
  },
  'not-json': {
    en: 'It is not JSON: the text at byte {offset} does not belong there',
    ja: 'JSON ではありません。{offset} バイト目の内容が不正です',
  },
  'not-yaml': {
    en: 'It is not YAML that can be read ({detail})',
    ja: '読み取れる YAML ではありません ({detail})',
  },
  'unknown-text': {
    en: 'It is neither JSON, JSON Lines nor YAML',
    ja: 'JSON、JSON Lines、YAML のいずれでもありません',
  },
  'unknown-kind': {
    en: 'It is readable, but no kind of file that a source brings in (found: {keys})',
    ja: '読み取れますが、取り込み元が扱う種類のファイルではありません (内容: {keys})',
  },
  'no-artifacts': {
    en: 'The folder has no file of a kind that a source brings in',
    ja: 'フォルダに取り込み元が扱う種類のファイルがありません',
  },
  'out-of-memory': {
    en: 'Reading it takes more memory than the {limitBytes} bytes allowed; raise the limit if that is intended',
    ja: '読み取りに必要なメモリが上限の {limitBytes} バイトを超えます。意図したものであれば上限を引き上げてください',
  },
} as const satisfies Record<string, Text>;

/** One of {@link FAILURES}. */
export type FailureCode = keyof typeof FAILURES;

/** The values that the texts of {@link FAILURES} name. */
export type FailureValues = Readonly<Record<string, string | number>>;

/**
 * A file that cannot be understood as a whole.
 *
 * @remarks
 * `message` is one English sentence; {@link failureText} gives both languages.
 */
export class ArtifactError extends Error {
  readonly code: FailureCode;
  readonly values: FailureValues;

  constructor(code: FailureCode, values: FailureValues = {}) {
    super(failureText(code, values).en);
    this.name = 'ArtifactError';
    this.code = code;
    this.values = values;
  }
}

/** The sentence for a failure, in both languages. */
export function failureText(
  code: FailureCode,
  values: FailureValues = {},
): Text {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  const { en, ja } = FAILURES[code];
  return { en: fill(en), ja: fill(ja) };
}
