/** A piece of a text, and whether it is one of the words that were looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

// A letter with the marks that belong to it, also the half-width ones.
const LETTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\s\S]/gu;
const KATAKANA = /[\u30a1-\u30f6]/g;
const KANA_DISTANCE = 0x60;

/**
 * Cuts a text where it has one of the words.
 *
 * @remarks
 * Compares as the search does: width, case and kind of kana do not count. The
 * pieces together are the text as it was, so nothing is lost or rewritten.
 * @param words - what was looked for; blank words count for nothing
 */
export function markWords(
  text: string,
  words: readonly string[],
): MarkedPiece[] {
  const needles = words.map(word => fold(word.trim())).filter(Boolean);
  if (needles.length === 0 || text === '') {
    return text === '' ? [] : [{ text, isMatch: false }];
  }
  const letters = text.match(LETTER) ?? [];
  const folded: string[] = [];
  // Which letter each UTF-16 unit of the folded text comes from.
  const origin: number[] = [];
  letters.forEach((letter, index) => {
    const one = fold(letter);
    folded.push(one);
    for (let unit = 0; unit < one.length; unit++) {
      origin.push(index);
    }
  });
  const isMarked = marked(folded.join(''), needles, origin, letters.length);
  return joinPieces(letters, isMarked);
}

/** The words of a question, each once. */
export function wordsOf(question: string): string[] {
  return [...new Set(question.normalize('NFKC').split(/\s+/).filter(Boolean))];
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, kana =>
      String.fromCharCode(kana.charCodeAt(0) - KANA_DISTANCE),
    );
}

function marked(
  haystack: string,
  needles: readonly string[],
  origin: readonly number[],
  length: number,
): boolean[] {
  const isMarked = Array.from({ length }, () => false);
  for (const needle of needles) {
    let from = haystack.indexOf(needle);
    while (from !== -1) {
      for (let unit = from; unit < from + needle.length; unit++) {
        isMarked[origin[unit]] = true;
      }
      from = haystack.indexOf(needle, from + needle.length);
    }
  }
  return isMarked;
}

function joinPieces(
  letters: readonly string[],
  isMarked: readonly boolean[],
): MarkedPiece[] {
  const pieces: { text: string; isMatch: boolean }[] = [];
  letters.forEach((letter, index) => {
    const last = pieces.at(-1);
    if (last && last.isMatch === isMarked[index]) {
      last.text += letter;
    } else {
      pieces.push({ text: letter, isMatch: isMarked[index] });
    }
  });
  return pieces;
}
