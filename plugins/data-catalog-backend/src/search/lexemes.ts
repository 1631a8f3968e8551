/**
 * Where a word stands. Each word is stored once with each mark that holds, so
 * that one index answers for all of them without looking at rows.
 */
export const MARKS = {
  /** The whole name, compact. */
  wholeName: 'e',
  /** In the name. */
  name: 'n',
  /** In what a thing says of itself, not in its columns. */
  own: 'o',
  /** Anywhere: also in a column. */
  anywhere: 'a',
} as const;

/** A place of {@link MARKS}. */
export type Place = keyof typeof MARKS;

/** PostgreSQL takes no tsvector above 1 MB. */
const MOST_BYTES = 700_000;

/** The words of each place, as PostgreSQL reads a tsvector; what is too much is cut. */
export function markedLexemes(
  places: Partial<Record<Place, Iterable<string>>>,
): string {
  const lexemes: string[] = [];
  let bytes = 0;
  for (const place of Object.keys(MARKS) as Place[]) {
    for (const word of places[place] ?? []) {
      // A character of UTF-16 has at most three bytes in UTF-8.
      bytes += word.length * 3 + 4;
      if (bytes > MOST_BYTES) {
        return lexemes.join(' ');
      }
      if (word !== '') {
        lexemes.push(quoteLexeme(MARKS[place] + word));
      }
    }
  }
  return lexemes.join(' ');
}

/**
 * A lexeme within a tsvector or tsquery, quoted as the PostgreSQL manual has
 * it (8.11), so that no text can be syntax.
 */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
