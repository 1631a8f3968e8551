/** Pairs of neighbouring characters, in order. */
export function bigramsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((each, index) => characters[index] + each);
}
