import type { AuthoredText } from '@suido/vocabulary';
import { neutraliseJinja } from '../sql/jinjaText';

/** Without halves of characters, which no file can hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

/**
 * A text of a person as it is stored: line ends as git has them, no halves of
 * characters, nothing around it. All else stays as typed.
 */
export function plainText(text: string): string {
  return wellFormed(text).replace(/\r\n?/g, '\n').trim();
}

/** The same for a value that dbt renders; `undefined` where it is blank. */
export function renderedText(text: string | undefined): string | undefined {
  const plain = plainText(text ?? '');
  return plain === '' ? undefined : neutraliseJinja(plain);
}

/**
 * A definition as a properties file has it: `description` in English where
 * given, else in Japanese; `description_ja` beside it only where both are.
 */
export function describedBy({ en, ja }: AuthoredText): {
  readonly description?: string;
  readonly descriptionJa?: string;
} {
  const english = renderedText(en);
  const japanese = renderedText(ja);
  const description = english ?? japanese;
  return {
    ...(description === undefined ? {} : { description }),
    ...(english === undefined || japanese === undefined
      ? {}
      : { descriptionJa: japanese }),
  };
}
