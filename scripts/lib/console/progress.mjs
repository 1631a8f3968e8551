import { cutToColumns, padEndColumns } from './columns.mjs';

/** @typedef {{ write(text: string): unknown, isTTY?: boolean, columns?: number }} Output */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Prints one line per step with its time. On a terminal the running step
 * shows a turning mark and the seconds so far; elsewhere (CI, a file) only
 * the finished line is written, so that a log stays readable.
 */
export class Progress {
  /** @param {Output} output */
  constructor(output = process.stdout) {
    this.output = output;
    this.startedAt = performance.now();
  }

  /**
   * Runs `work` as one step. `work` returns the text of the finished line, or
   * nothing to keep `label`. A step that throws is marked as failed; one that
   * failed without breaking off says so with `isFailed`.
   *
   * @param {string} label
   * @param {() => Promise<string | { line: string, isFailed: boolean } | void>} work
   */
  async step(label, work) {
    const startedAt = performance.now();
    const stopSpinner = this.#spin(label);
    try {
      const done = (await work()) ?? label;
      const { line, isFailed } =
        typeof done === 'string' ? { line: done, isFailed: false } : done;
      stopSpinner();
      this.#finish(isFailed ? '✗' : '✓', line, startedAt);
    } catch (error) {
      stopSpinner();
      this.#finish('✗', label, startedAt);
      throw error;
    }
  }

  /** @param {string} [line] */
  line(line = '') {
    this.output.write(`${line}\n`);
  }

  /** Seconds since this object was made, with one decimal. */
  get seconds() {
    return secondsSince(this.startedAt);
  }

  #finish(mark, label, startedAt) {
    const time = `${secondsSince(startedAt)} s`;
    this.line(`  ${mark} ${padEndColumns(label, 56)} ${time.padStart(8)}`);
  }

  #spin(label) {
    if (!this.output.isTTY) {
      return () => {};
    }
    const startedAt = performance.now();
    let frame = 0;
    const draw = () => {
      const seconds = Math.floor((performance.now() - startedAt) / 1000);
      const line = `  ${
        FRAMES[frame++ % FRAMES.length]
      } ${label}  ${seconds} s`;
      const width = (this.output.columns ?? 80) - 1;
      this.output.write(`\r\u001b[2K${cutToColumns(line, width)}`);
    };
    draw();
    const timer = setInterval(draw, 120);
    timer.unref();
    return () => {
      clearInterval(timer);
      this.output.write('\r\u001b[2K');
    };
  }
}

function secondsSince(startedAt) {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
