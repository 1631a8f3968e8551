const SHOWN_LENGTH_CHARS = 60;

/**
 * A text of a person inside a sentence of ours: one line, not endless, and a
 * mark where nothing is chosen yet.
 */
export function shown(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  if (characters.length === 0) {
    return '…';
  }
  return characters.length > SHOWN_LENGTH_CHARS
    ? `${characters.slice(0, SHOWN_LENGTH_CHARS).join('')}…`
    : line;
}
