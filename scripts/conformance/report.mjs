/** What the suite prints: one line per check, with its time. */
export class Report {
  /** @param {string} text */
  say(text) {
    process.stdout.write(`${text}\n`);
  }

  /**
   * @param {string} mark
   * @param {string} text
   * @param {number} [startedAt]
   */
  line(mark, text, startedAt) {
    const time =
      startedAt === undefined
        ? ''
        : `  (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`;
    this.say(`  ${mark.padEnd(7)} ${text}${time}`);
  }

  /** @param {string} text what is wrong, below the line of its check */
  problem(text) {
    this.say(text.replace(/^/gm, '            '));
  }
}
