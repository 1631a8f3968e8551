/** Something that this machine lacks: the suite is skipped, not failed. */
export class Skipped extends Error {
  /**
   * @param {string} reason
   * @param {string} cure
   * @param {{ failsInCi?: boolean }} [options] `failsInCi`: a build server is
   *   expected to have it
   */
  constructor(reason, cure, { failsInCi = false } = {}) {
    super(reason);
    this.cure = cure;
    this.failsInCi = failsInCi;
  }
}
