/**
 * An English word without the `s` of a plural (the S-stemmer of D. Harman,
 * "How effective is suffixing?", JASIS 42, 1991). Expects a folded word.
 * @public
 */
export function stemOf(word: string): string {
  if (word.length < 4) {
    return word;
  }
  if (/ies$/.test(word) && !/[ea]ies$/.test(word)) {
    return word.replace(/ies$/, 'y');
  }
  if (/(?:sh|ch|x|ss)es$/.test(word)) {
    return word.slice(0, -2);
  }
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}
