/**
 * What a source would bring in from one file.
 *
 * @typedef {object} Inspected
 * @property {string} file as it was named
 * @property {string} kind
 * @property {string | null} version of the format, such as `v12`
 * @property {{ read: number, kept: number, repaired: number, refused: number }} totals
 * @property {readonly object[]} reasons
 */

/**
 * A file that cannot be understood as a whole.
 *
 * @typedef {object} NotUnderstood
 * @property {string} file
 * @property {string} code
 * @property {{ en: string, ja: string }} sentence
 */

/**
 * @param {typeof import('../../../packages/dbt-artifacts/src')} artifacts
 * @param {{ path: string, file: string, limitBytes?: number }} options
 * @returns {Promise<Inspected | NotUnderstood>}
 */
export async function inspectFile(artifacts, { path, file, limitBytes }) {
  const limits = limitBytes ? { unpackedBytes: limitBytes } : {};
  try {
    // Here, not in a worker: this program has nothing else to do meanwhile
    const reading = artifacts.readArtifact(path, { limits });
    let next = await reading.next();
    while (!next.done) {
      next = await reading.next();
    }
    const { kind, version, totals, reasons } = next.value;
    return { file, kind, version: version ?? null, totals, reasons };
  } catch (error) {
    if (error instanceof artifacts.ArtifactError) {
      const { code, values } = error;
      return { file, code, sentence: artifacts.failureText(code, values) };
    }
    throw error;
  }
}
