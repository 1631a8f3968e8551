import type { LocalizedText } from '@suido/vocabulary';
import { foldKana, type Words } from './words';

/**
 * Words that two descriptions share, as `b` writes them: the common words of
 * the field first, in the reader's language, then others.
 */
export function sharedWords(a: Words, b: Words): LocalizedText[] {
  const concepts = [...b.concepts].filter(each => a.concepts.has(each));
  const terms = concepts.flatMap(each => each.terms);
  const latin = [...b.latin]
    .filter(([stem]) => !stem.startsWith('=') && a.latin.has(stem))
    .map(([, word]) => word);
  const japanese = b.pieces
    .flatMap(piece => sharedParts(piece, a.bigrams))
    .filter(part => !terms.some(term => foldKana(part).includes(term)));
  return [
    ...concepts.map(({ en, ja }) => ({ en, ja })),
    ...[...new Set([...latin, ...japanese])].map(word => ({
      en: word,
      ja: word,
    })),
  ];
}

/** The longest parts of a Japanese word all of whose bigrams are shared. */
function sharedParts(piece: string, bigrams: ReadonlySet<string>): string[] {
  const characters = [...piece];
  const folded = characters.map(foldKana);
  const parts: string[] = [];
  let part = '';
  for (let index = 0; index < characters.length - 1; index += 1) {
    if (bigrams.has(folded[index] + folded[index + 1])) {
      part = (part || characters[index]) + characters[index + 1];
    } else if (part !== '') {
      parts.push(part);
      part = '';
    }
  }
  return part === '' ? parts : [...parts, part];
}
