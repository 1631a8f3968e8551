import { z } from 'zod';

/** The languages that people write in and read. @public */
export const LANGUAGES = ['en', 'ja'] as const;

/** @public */
export type Language = (typeof LANGUAGES)[number];

/** A text of ours in every language: nothing is missing. @public */
export type LocalizedText = Readonly<Record<Language, string>>;

/**
 * A text that a person wrote, in one language or in both.
 * @public
 */
export const authoredTextSchema = z.strictObject({
  en: z.string().max(65_536).optional(),
  ja: z.string().max(65_536).optional(),
});

/** @public */
export type AuthoredText = z.infer<typeof authoredTextSchema>;

/**
 * The text in the reader's language, else in the other one, else `undefined`.
 * Blank texts count as absent.
 * @public
 */
export function readAuthoredText(
  text: AuthoredText,
  language: Language,
): string | undefined {
  const other: Language = language === 'en' ? 'ja' : 'en';
  return text[language]?.trim() || text[other]?.trim() || undefined;
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * A text of which nobody said the language: Japanese where its letters are.
 *
 * @returns `undefined` for a blank text
 * @public
 */
export function authoredTextOf(
  text: string | undefined,
): AuthoredText | undefined {
  const written = text?.trim();
  if (!written) {
    return undefined;
  }
  return JAPANESE.test(written) ? { ja: written } : { en: written };
}
