/**
 * The smallest measured value that at least `share` of them do not exceed
 * (nearest rank, no interpolation).
 *
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1, such as 0.95
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1];
}
