/**
 * @typedef {object} Result one line of a table (design: figures)
 * @property {string} figure
 * @property {string} unit
 * @property {number} ours
 * @property {string} [goal] "<= 50" for `ours`, or "ratio <= 1.2"
 * @property {boolean} [met]
 * @property {string} [peer]
 * @property {number} [theirs] measured in the same run on the same work
 * @property {number} [ratio] ours / theirs
 * @property {string} work
 */

/**
 * Adds what follows from the measurements: the ratio and whether the goal is
 * met. Neither is ever written down by hand.
 *
 * @param {Result} result
 * @returns {Result}
 */
export function withVerdict(result) {
  const ratio =
    result.theirs === undefined
      ? undefined
      : Number((result.ours / result.theirs).toFixed(2));
  const goal = /^(ratio )?(<=|>=) ([\d.]+)/.exec(result.goal ?? '');
  if (!goal) {
    return { ...result, ratio };
  }
  const value = goal[1] ? ratio : result.ours;
  const limit = Number(goal[3]);
  const met =
    value !== undefined && (goal[2] === '<=' ? value <= limit : value >= limit);
  return { ...result, ratio, met };
}

/**
 * @param {Result[]} results
 * @returns {string}
 */
export function formatTable(results) {
  const rows = [
    ['figure', 'ours', 'goal', 'met', 'peer', 'ratio', 'peer is, work'],
    ...results.map(result => [
      result.figure,
      `${result.ours} ${result.unit}`,
      result.goal ?? '',
      { true: 'yes', false: 'NO' }[String(result.met)] ?? '',
      result.theirs === undefined ? '' : `${result.theirs} ${result.unit}`,
      result.ratio === undefined ? '' : String(result.ratio),
      [result.peer, result.work].filter(Boolean).join(': '),
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lines = rows.map(
    row =>
      `| ${row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join(' | ')} |`,
  );
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
