import { bigramsOf } from './bigramsOf';
import { MOST_CHARS_OF_A_WORD, piecesOf } from './pieces';

/**
 * The words by which a stored text is found, each once.
 *
 * @remarks
 * Of an identifier its words, what is within them, and the whole without
 * separators. Of Japanese the pairs of neighbouring characters, the last
 * character (so that every single one begins a word), and the kanji and
 * katakana words, against which typos are mended.
 * @param mostChars - of the text; the rest is not looked at
 * @public
 */
export function indexWords(text: string, mostChars = 20_000): Set<string> {
  const found = new Set<string>();
  for (const piece of piecesOf(text.slice(0, mostChars))) {
    if (piece.script === 'cjk') {
      const characters = [...piece.text];
      bigramsOf(characters).forEach(each => found.add(each));
      found.add(characters[characters.length - 1]);
      piece.segments.forEach(each => found.add(each));
    } else {
      piece.words.forEach(each => found.add(each));
      piece.inner.forEach(each => found.add(each));
      if (piece.words.length > 1) {
        found.add(wholeOf(piece.words));
      }
    }
  }
  return found;
}

/** An identifier without its separators. */
export function wholeOf(words: readonly string[]): string {
  return [...words.join('')].slice(0, MOST_CHARS_OF_A_WORD).join('');
}
