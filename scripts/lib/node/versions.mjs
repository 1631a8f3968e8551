/** Majors that Backstage 1.55 supports (`engines` of its packages). */
const SUPPORTED_MAJORS = [22, 24];

/**
 * @param {string} version such as "24.18.0"
 */
export function isSupportedNode(version) {
  return SUPPORTED_MAJORS.includes(majorOf(version));
}

/** @param {string} version */
export function majorOf(version) {
  return Number.parseInt(version, 10);
}
