/**
 * A failure that a person can do something about: shown as a sentence and a
 * cure, never as a stack trace.
 */
export class Problem extends Error {
  /**
   * @param {string} message what went wrong, where
   * @param {{ cure?: string, details?: string, cause?: unknown }} [options]
   *   `cure` says what to do, `details` are raw lines (the end of a log)
   */
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.name = 'Problem';
    this.cure = options.cure;
    this.details = options.details;
  }
}
