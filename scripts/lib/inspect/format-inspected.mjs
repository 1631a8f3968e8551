import { padEndColumns, widthOf } from '../console/columns.mjs';
import { text } from '../console/messages.mjs';

const NUMBERS = ['read', 'kept', 'repaired', 'refused'];
const SHOWN_EXAMPLES = 3;

/**
 * A table of files, with the reasons of each below it.
 *
 * @param {import('./inspect-file.mjs').Inspected[]} inspected
 * @param {'en' | 'ja'} language
 * @returns {string}
 */
export function formatInspected(inspected, language) {
  const rows = inspected.map(({ file, kind, version, totals }) => [
    printable(file),
    kind,
    version ?? '',
    ...NUMBERS.map(name => String(totals[name])),
  ]);
  const head = ['file', 'kind', 'version', ...NUMBERS].map(name =>
    text(`inspect.column.${name}`),
  );
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), ...rows.map(row => widthOf(row[column]))),
  );
  const lines = [formatRow(head, widths)];
  rows.forEach((row, index) => {
    lines.push(formatRow(row, widths));
    for (const reason of inspected[index].reasons) {
      lines.push(...formatReason(reason, language));
    }
  });
  return lines.join('\n');
}

function formatRow(cells, widths) {
  const firstNumber = cells.length - NUMBERS.length;
  return cells
    .map((cell, column) =>
      column < firstNumber
        ? padEndColumns(cell, widths[column])
        : ' '.repeat(widths[column] - widthOf(cell)) + cell,
    )
    .join('  ')
    .trimEnd();
}

function formatReason({ outcome, count, text: sentence, examples }, language) {
  const label = text(`inspect.outcome.${outcome}`);
  const places = examples
    .slice(0, SHOWN_EXAMPLES)
    .map(({ at, field }) => printable(field ? `${at} (${field})` : at));
  return [
    `    ${label} ${count}: ${sentence[language]}`,
    ...(places.length > 0
      ? [`      ${text('inspect.example', { places: places.join(', ') })}`]
      : []),
  ];
}

// Names come from the file: no escape sequence of theirs reaches the terminal.
function printable(place) {
  return place.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}
