import { foldKana } from './foldKana';

const ASCII = /^\p{ASCII}*$/u;
const ACCENTS = /(?<=\p{Script=Latin})\p{Mn}+/gu;
/** Voiced marks that no kana takes. */
const STRAY_MARKS = /[\u3099\u309a]/g;

/**
 * One spelling of a text: NFKC, small letters, Latin letters without accents,
 * kana folded. Folding again changes nothing.
 * @public
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) {
    return text.toLowerCase();
  }
  return foldKana(
    text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFKD')
      .replace(ACCENTS, '')
      .normalize('NFKC')
      .replace(STRAY_MARKS, ''),
  );
}
