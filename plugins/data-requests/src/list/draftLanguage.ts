import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * The language that a draft is written in, as far as its texts tell; a
 * definition says by its field.
 */
export function draftLanguage(
  spec: Pick<MartSpec, 'question' | 'purpose' | 'definition'>,
): 'en' | 'ja' | 'both' | undefined {
  const texts = [spec.question, spec.purpose].filter(text => text.trim());
  const isJapanese =
    texts.some(text => JAPANESE.test(text)) || !!spec.definition.ja?.trim();
  const isEnglish =
    texts.some(text => !JAPANESE.test(text)) || !!spec.definition.en?.trim();
  if (isJapanese && isEnglish) {
    return 'both';
  }
  if (isJapanese) {
    return 'ja';
  }
  return isEnglish ? 'en' : undefined;
}
