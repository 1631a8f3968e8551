import {
  createWriteStream,
  existsSync,
  readFileSync,
  renameSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * A log of this start. The previous start's log is kept beside it as
 * `<name>.previous.log`, so that a crash can be looked at after a restart.
 */
export class Log {
  /**
   * @param {string} stateDirectory
   * @param {string} name
   * @param {{ verbose?: boolean }} [options] verbose: also to this terminal
   */
  constructor(stateDirectory, name, { verbose = false } = {}) {
    this.path = join(stateDirectory, 'log', `${name}.log`);
    this.name = name;
    this.verbose = verbose;
    if (existsSync(this.path)) {
      const previous = this.path.replace(/\.log$/, '.previous.log');
      // Windows does not rename over an existing file that is open elsewhere.
      if (existsSync(previous)) {
        unlinkSync(previous);
      }
      renameSync(this.path, previous);
    }
    this.stream = createWriteStream(this.path, { flags: 'a', mode: 0o600 });
    /** @type {string} the end of what was written, for error messages */
    this.recent = '';
  }

  /** @param {string | Buffer} chunk */
  write(chunk) {
    this.stream.write(chunk);
    this.recent = (this.recent + chunk).slice(-65_536);
    if (this.verbose) {
      process.stdout.write(chunk);
    }
  }

  /**
   * The last lines, without the noise that JSON logging adds.
   *
   * @param {number} [count]
   */
  lastLines(count = 15) {
    return this.recent
      .trimEnd()
      .split('\n')
      .slice(-count)
      .map(readableLine)
      .join('\n');
  }

  /**
   * The errors among the recent lines; all of the last lines when none says
   * that it is one.
   */
  lastErrors() {
    const lines = this.recent.trimEnd().split('\n').map(readableLine);
    const errors = lines.filter(line => /^error:/.test(line));
    return errors.length > 0 ? errors.slice(-5).join('\n') : this.lastLines();
  }

  /** Closes the file; resolves when everything is on disk. */
  async close() {
    await new Promise(resolve => this.stream.end(resolve));
  }
}

/**
 * Backstage logs JSON lines in production mode; a person wants the sentence.
 *
 * @param {string} line
 */
export function readableLine(line) {
  if (!line.startsWith('{')) {
    return line;
  }
  try {
    const { level, message, plugin, stack } = JSON.parse(line);
    const origin = plugin ? `${plugin}: ` : '';
    return message ? `${level}: ${origin}${stack ?? message}` : line;
  } catch {
    return line;
  }
}

/**
 * The last lines of a log file that another process wrote.
 *
 * @param {string} path
 * @param {number} [count]
 */
export function tailOf(path, count = 15) {
  try {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    return lines.slice(-count).map(readableLine).join('\n');
  } catch {
    return '';
  }
}
