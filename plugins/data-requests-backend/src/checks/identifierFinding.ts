import { IDENTIFIER_PATTERN } from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import { shown } from '../generator/explanation/words';
import { isReservedWord } from '../sql/reservedWords';
import type { Finding } from './Rule';

/**
 * What is wrong with a name that becomes part of a file.
 *
 * @param what - the thing that has the name, such as `The mart`
 * @param prefix - of the rule: `name` gives `name-missing`, `name-invalid`, …
 */
export function identifierFinding(
  name: string,
  field: string,
  what: LocalizedText,
  prefix: string,
): Finding | undefined {
  if (name.trim() === '') {
    return {
      rule: `${prefix}-missing`,
      field,
      message: {
        en: `${what.en} has no name yet. Give it one in small letters, digits and underscores, such as "daily_sales".`,
        ja: `${what.ja}の名前がまだありません。英小文字・数字・アンダースコアで付けてください（例：daily_sales）。`,
      },
    };
  }
  if (!IDENTIFIER_PATTERN.test(name)) {
    return {
      rule: `${prefix}-invalid`,
      field,
      message: {
        en: `"${shown(
          name,
        )}" cannot be a name: start with a small letter, go on with small letters, digits and underscores, at most 63 in all.`,
        ja: `「${shown(
          name,
        )}」は名前に使えません。英小文字で始め、英小文字・数字・アンダースコアだけで 63 文字以内にしてください。`,
      },
    };
  }
  return isReservedWord(name)
    ? {
        rule: `${prefix}-reserved`,
        field,
        message: {
          en: `"${name}" is a word of SQL. Add something to it, such as "${name}_value".`,
          ja: `「${name}」は SQL の予約語です。「${name}_value」のように語を足してください。`,
        },
      }
    : undefined;
}
