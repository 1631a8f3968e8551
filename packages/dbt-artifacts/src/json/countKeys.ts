/**
 * Keys of all objects within a parsed value.
 *
 * `JSON.parse` keeps the last of two equal keys without a word. As many colons
 * as the text has outside of strings, as many keys it wrote; fewer in the value
 * means that some were written twice.
 */
export function countKeys(value: unknown): number {
  let count = 0;
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const current = pending.pop();
    if (Array.isArray(current)) {
      for (const element of current) {
        if (typeof element === 'object' && element !== null) {
          pending.push(element);
        }
      }
    } else if (typeof current === 'object' && current !== null) {
      for (const element of Object.values(current)) {
        count++;
        if (typeof element === 'object' && element !== null) {
          pending.push(element);
        }
      }
    }
  }
  return count;
}
